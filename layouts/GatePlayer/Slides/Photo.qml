import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A photograph on a paper mat, as a gallery hangs it: cropped a little at most.
Spread {
    id: root

    readonly property real slimmest: root.slide.pictureAspect / Theme.lenientCrop
    readonly property real broadest: root.slide.pictureAspect * Theme.lenientCrop

    pictureStatus: root.isBare ? Image.Ready : art.status
    tallestPicture: root.pad + (root.width - 2 * root.pad) / root.slimmest

    Item {
        id: wall

        readonly property real asked: Math.max(width / height, root.slimmest)
        readonly property real frameAspect: Math.min(asked, root.broadest)

        anchors.bottomMargin: root.isBeside ? root.pad : 0
        anchors.fill: parent
        anchors.leftMargin: root.pad
        anchors.rightMargin: root.isBeside ? 0 : root.pad
        anchors.topMargin: root.pad

        PictureBox {
            id: art

            anchors.centerIn: parent
            aspect: root.slide.pictureAspect
            focusX: root.slide.focusX
            focusY: root.slide.focusY
            height: Math.round(Math.min(wall.height, wall.width / wall.frameAspect))
            settled: root.settled && !root.isBare
            source: root.slide.picture
            width: Math.round(Math.min(wall.width, wall.height * wall.frameAspect))
        }
    }
}

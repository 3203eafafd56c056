import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A clip, whole and uncovered, over its first picture; the words stand in a panel of their own.
// The layer plays it: this page says where.
Spread {
    id: root

    accent: Theme.gold
    film: Qt.rect(still.x, root.upper + still.y, still.width, still.height)
    ground: Theme.ground
    ink: Theme.groundInk
    pictureStatus: still.status
    quiet: Theme.groundQuiet
    tallestPicture: root.width / root.slide.pictureAspect

    Item {
        id: screening

        anchors.fill: parent

        PictureBox {
            id: still

            anchors.centerIn: parent
            aspect: root.slide.pictureAspect
            focusX: root.slide.focusX
            focusY: root.slide.focusY
            height: Math.round(Math.min(screening.height, screening.width / aspect))
            settled: root.settled
            source: root.slide.picture
            width: Math.round(Math.min(screening.width, screening.height * aspect))
        }
    }
}

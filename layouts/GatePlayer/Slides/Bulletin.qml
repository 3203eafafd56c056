import QtQuick

import GatePlayer.Parts

// A headline and paragraphs on paper, beside a picture while there is room for one.
Spread {
    id: root

    pictureStatus: root.isBare ? Image.Ready : art.status

    PictureBox {
        id: art

        anchors.fill: parent
        aspect: root.slide.pictureAspect
        focusX: root.slide.focusX
        focusY: root.slide.focusY
        settled: root.settled && !root.isBare
        source: root.slide.picture
    }
}

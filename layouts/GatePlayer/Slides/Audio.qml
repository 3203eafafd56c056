import QtQuick

import GatePlayer.Parts

// A picture and words that are read aloud; the mark of sound stands with the labels. Python plays
// the recording while this page stands alone.
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

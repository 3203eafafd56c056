import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A full picture and a few large words.
Spread {
    id: root

    accent: Theme.gold
    ground: Theme.ground
    ink: Theme.groundInk
    pictureStatus: root.isBare ? Image.Ready : art.status
    quiet: Theme.groundQuiet

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

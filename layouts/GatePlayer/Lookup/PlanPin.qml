import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A place on the plan; where this screen stands it is larger and has a point.
Item {
    id: root

    required property TypeSetter typeSetter
    required property Tones tones
    required property int letterPx
    required property string number
    required property bool isHere
    readonly property real side: Math.round(root.letterPx * (root.isHere ? 2 : 1.5))

    height: root.isHere ? root.side * 1.45 : root.side
    width: root.side

    Rectangle {
        antialiasing: true
        color: Theme.caution
        height: root.side * 0.7
        rotation: 45
        visible: root.isHere
        width: height
        x: (root.side - width) / 2
        y: root.side * 0.6
    }

    Rectangle {
        border.color: root.isHere ? Theme.cautionInk : Theme.groundInk
        border.width: Math.max(1, Math.round(root.letterPx * Theme.stroke))
        color: root.isHere ? Theme.caution : Theme.lacquer
        height: width
        radius: root.isHere ? width / 2 : root.letterPx * Theme.tight
        width: root.side

        Words {
            anchors.centerIn: parent
            color: root.isHere ? Theme.cautionInk : Theme.groundInk
            headline: true
            language: "en"
            letterPx: root.letterPx
            text: root.number
            typeSetter: root.typeSetter
            wrapMode: Text.NoWrap
        }
    }
}

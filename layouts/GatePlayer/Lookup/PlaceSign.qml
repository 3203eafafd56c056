import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The number or letter that hangs above a place of the gate.
Rectangle {
    id: root

    required property TypeSetter typeSetter
    required property Tones tones
    required property int letterPx
    required property string text

    color: root.tones.sign
    implicitHeight: Math.round(root.letterPx * 1.5)
    implicitWidth: Math.round(Math.max(root.letterPx * 1.5, label.implicitWidth + root.letterPx * 0.7))
    radius: root.letterPx * Theme.tight
    visible: root.text.length > 0

    Words {
        id: label

        anchors.centerIn: parent
        color: root.tones.signInk
        headline: true
        language: "en"
        letterPx: root.letterPx
        text: root.text
        typeSetter: root.typeSetter
        wrapMode: Text.NoWrap
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Theme

// A label that must be seen: a shape and a word, never colour alone.
Rectangle {
    id: root

    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property string text
    required property real widest
    readonly property real inset: root.letterPx * Theme.snug
    readonly property real frame: diamond.width + root.inset * 3.4

    Accessible.name: root.text
    Accessible.role: Accessible.StaticText
    color: Theme.mark
    implicitHeight: label.height + root.letterPx * Theme.tight
    implicitWidth: label.width + root.frame
    radius: root.letterPx * Theme.tight

    Rectangle {
        id: diamond

        anchors.left: parent.left
        anchors.leftMargin: root.inset * 1.2
        anchors.verticalCenter: parent.verticalCenter
        antialiasing: true
        color: Theme.lacquer
        height: width
        rotation: 45
        width: Math.round(root.letterPx * 0.36)
    }

    Words {
        id: label

        anchors.left: diamond.right
        anchors.leftMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.markInk
        language: root.language
        letterPx: root.letterPx
        strong: true
        text: root.text
        typeSetter: root.typeSetter
        width: Math.min(label.implicitWidth, root.widest - root.frame)
    }
}

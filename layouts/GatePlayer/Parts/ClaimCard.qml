import QtQuick

import GatePlayer
import GatePlayer.Theme

// A false claim, which cannot be seen without its mark: a cross, the word, and lacquer red, on the
// claim's own card. `needed` is the height it takes.
Rectangle {
    id: root

    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property string claim
    required property string verdict
    readonly property real pad: root.screen.bodyPx * Theme.gap
    readonly property real needed: Math.ceil(mark.height + said.height + 2 * root.pad)

    border.color: Theme.lacquer
    border.width: Math.max(2, Math.round(root.screen.bodyPx * Theme.stroke))
    color: Theme.paperShade

    Verdict {
        id: mark

        color: Theme.lacquer
        isTrue: false
        language: root.language
        letterPx: root.letterPx
        text: root.verdict
        typeSetter: root.typeSetter
        width: parent.width
    }

    Words {
        id: said

        anchors.left: parent.left
        anchors.leftMargin: root.pad
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        color: Theme.paperInk
        language: root.language
        letterPx: root.letterPx
        text: root.claim
        typeSetter: root.typeSetter
        y: mark.height + Math.round((parent.height - mark.height - height) / 2)
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The id of the screen, as large as the label that goes onto its case.
Item {
    id: root

    required property SetupViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real inset: root.panel.lengths.bodyPx
    readonly property real room: root.width - 2 * root.inset
    readonly property int most: Math.round(Math.min(root.height * 0.4, root.panel.lengths.bodyPx * 5))
    readonly property int letters: Math.floor(root.room / (Theme.widestLetter * Math.max(1, root.panel.typed.length)))

    Rectangle {
        anchors.centerIn: parent
        border.color: root.tones.accent
        border.width: Math.max(2, Math.round(root.panel.lengths.bodyPx * Theme.stroke))
        color: root.tones.card
        height: Math.min(root.height, words.height + 2 * root.inset)
        radius: root.inset / 2
        width: root.width

        Words {
            id: words

            anchors.centerIn: parent
            color: root.tones.ink
            headline: true
            horizontalAlignment: Text.AlignHCenter
            language: "en"
            letterPx: Math.min(root.most, root.letters)
            text: root.panel.typed
            typeSetter: root.typeSetter
            width: root.room
            wrapMode: Text.NoWrap
        }
    }
}

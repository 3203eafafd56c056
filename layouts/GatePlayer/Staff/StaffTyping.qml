pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Words are typed on the keyboard; the end of a long text stays in sight.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real inset: root.panel.lengths.bodyPx * Theme.gap

    Rectangle {
        id: field

        border.color: root.tones.accent
        border.width: Math.max(1, Math.round(root.panel.lengths.bodyPx * Theme.frame))
        clip: true
        color: root.tones.card
        height: root.height - board.height - root.panel.lengths.gap
        radius: root.inset / 2
        width: root.width

        Words {
            color: root.tones.ink
            language: root.panel.language
            letterPx: root.panel.lengths.bodyPx
            text: root.panel.typed + "|"
            typeSetter: root.typeSetter
            width: field.width - 2 * root.inset
            x: root.inset
            y: Math.min(root.inset, field.height - height - root.inset / 2)
        }
    }

    Loader {
        id: board

        active: root.panel.keyboard !== null
        width: root.width
        y: root.height - height

        sourceComponent: Keyboard {
            height: implicitHeight
            keyboard: root.panel.keyboard
            letterPx: root.panel.lengths.bodyPx
            mostHeight: root.height - 4 * root.panel.lengths.bodyPx
            touchPx: root.panel.lengths.touchPx
            typeSetter: root.typeSetter
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A pad of digits: for PINs, times and numbers.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.panel.lengths.bodyPx * Theme.snug
    readonly property int across: 3
    readonly property int down: Math.max(4, Math.ceil(root.panel.buttons.count / root.across))
    readonly property real padWidth: Math.min(root.width, root.panel.lengths.touchPx * 7)
    readonly property real cellWidth: (root.padWidth + root.gap) / root.across
    readonly property real cellHeight: Math.min((root.height - field.height - root.gap) / root.down, root.panel.lengths.touchPx * 1.8)

    Rectangle {
        id: field

        border.color: root.tones.line
        border.width: Math.max(1, Math.round(root.panel.lengths.bodyPx * Theme.hairline))
        color: root.tones.card
        height: Math.round(Math.max(root.panel.lengths.titlePx * 1.9, typed.implicitHeight + root.gap))
        radius: root.gap / 2
        width: root.padWidth
        x: (root.width - width) / 2

        Words {
            id: typed

            anchors.centerIn: parent
            color: root.tones.ink
            headline: true
            horizontalAlignment: Text.AlignHCenter
            language: root.panel.language
            letterPx: root.panel.lengths.titlePx
            text: root.panel.typed
            typeSetter: root.typeSetter
            width: field.width - root.gap
        }
    }

    Repeater {
        model: root.panel.buttons

        StaffKey {
            required property int index
            required property string text

            desk: root.panel
            height: root.cellHeight - root.gap
            letterPx: text.length > 1 ? root.panel.lengths.bodyPx : root.panel.lengths.titlePx
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.cellWidth - root.gap
            words: text
            x: field.x + (index % root.across) * root.cellWidth
            y: field.height + root.gap + Math.floor(index / root.across) * root.cellHeight
        }
    }
}

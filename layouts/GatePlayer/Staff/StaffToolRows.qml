pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// What is done with a page that has many tools: in one row where the words have room, else two by two.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.panel.lengths.bodyPx * Theme.tight
    readonly property real line: Math.round(Math.max(root.panel.lengths.touchPx, root.panel.lengths.smallPx * 3))
    readonly property int count: tools.count
    readonly property bool isWide: root.width > 8 * root.count * root.panel.lengths.bodyPx
    readonly property int across: Math.max(1, root.isWide ? root.count : Math.min(root.count, 2))
    readonly property int rows: Math.ceil(root.count / root.across)

    implicitHeight: root.count > 0 ? root.rows * (root.line + root.gap) - root.gap : 0

    Repeater {
        id: tools

        model: root.panel.tools

        StaffKey {
            required property int index
            required property string text
            required isOn
            readonly property int row: Math.floor(index / root.across)
            readonly property int inRow: row < root.rows - 1 ? root.across : root.count - row * root.across
            readonly property real slot: (root.width + root.gap) / inRow

            desk: root.panel
            height: root.line
            tones: root.tones
            typeSetter: root.typeSetter
            width: slot - root.gap
            words: text
            x: (index - row * root.across) * slot
            y: row * (root.line + root.gap)
        }
    }
}

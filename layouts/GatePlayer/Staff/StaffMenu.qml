pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// What can be done, and what is in force now; all of it at once.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isWide: root.panel.lengths.columns > 1
    readonly property bool hasLines: lines.count > 0
    readonly property real gap: root.panel.lengths.gap
    readonly property int cards: Math.max(1, root.panel.buttons.count)
    readonly property int columns: root.isWide && root.hasLines ? 2 : root.width > root.height || !root.isWide && root.hasLines ? 3 : 2

    CardGrid {
        buttons: root.panel.buttons
        columns: root.columns
        desk: root.panel
        height: root.isWide || !root.hasLines ? root.height : root.height - column.height - root.gap
        isUpright: cellHeight > 5 * root.panel.lengths.bodyPx
        rows: Math.ceil(root.cards / root.columns)
        tallest: root.panel.lengths.touchPx * 2.6
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.isWide && root.hasLines ? root.width * 0.5 - root.gap : root.width
    }

    Column {
        id: column

        spacing: root.gap / 2
        width: root.isWide ? root.width * 0.5 : root.width
        x: root.isWide ? root.width - width : 0
        y: root.isWide ? 0 : root.height - height

        Repeater {
            id: lines

            model: root.panel.lines

            StaffLine {
                panel: root.panel
                tones: root.tones
                typeSetter: root.typeSetter
                width: column.width
            }
        }
    }
}

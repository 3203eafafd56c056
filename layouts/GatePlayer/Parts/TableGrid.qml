pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// A table: a dark band of headings and quiet rows, each cell where Python set it.
Item {
    id: root

    required property TableViewModel table
    required property TypeSetter typeSetter
    required property int letterPx
    readonly property real line: Math.max(1, Math.round(root.letterPx * Theme.hairline))

    implicitHeight: root.table.height
    implicitWidth: root.table.width

    Repeater {
        model: root.table.bands

        Rectangle {
            id: band

            required property real fromTop
            required property real high
            required property bool isHeader
            required property bool isShaded

            color: band.isHeader ? Theme.ground : band.isShaded ? Theme.paperShade : Theme.paper
            height: band.high
            width: root.table.width
            y: band.fromTop

            Rectangle {
                anchors.bottom: parent.bottom
                color: band.isHeader ? Theme.gold : Theme.paperLine
                height: root.line
                width: parent.width
            }
        }
    }

    Repeater {
        model: root.table.cells

        Words {
            id: cell

            required text
            required property real fromLeft
            required property real fromTop
            required property real wide
            required property string align
            required property bool isHeader

            color: cell.isHeader ? Theme.groundInk : Theme.paperInk
            horizontalAlignment: cell.align === "end" ? Text.AlignRight : cell.align === "center"
                                                        ? Text.AlignHCenter : Text.AlignLeft
            letterPx: root.letterPx
            strong: cell.isHeader
            typeSetter: root.typeSetter
            width: cell.wide
            x: cell.fromLeft
            y: cell.fromTop
        }
    }
}

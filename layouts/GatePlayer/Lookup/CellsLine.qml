pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A row of a table; the first one names the columns.
Item {
    id: root

    required property AnswerLine line
    readonly property bool isHead: root.line.kind === "headings"
    readonly property real gap: root.line.desk.lengths.bodyPx * Theme.snug
    readonly property real weight: root.line.weights.reduce((sum, each) => sum + each, 0)
    readonly property real free: root.width - (root.line.cells.length + 1) * root.gap

    implicitHeight: Math.ceil(cells.height + root.gap)

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: -Math.round(root.line.desk.lengths.bodyPx * Theme.snug)
        color: root.isHead ? root.line.tones.lit : root.line.tones.card
    }

    Rectangle {
        color: root.line.tones.line
        height: Math.max(1, Math.round(root.line.desk.lengths.bodyPx * Theme.hairline))
        visible: !root.isHead
        width: root.width
    }

    Row {
        id: cells

        spacing: root.gap
        x: root.gap
        y: root.gap

        Repeater {
            model: root.line.cells

            Words {
                required property string modelData
                required property int index
                readonly property string align: root.line.align[index] ?? "start"

                color: root.isHead ? root.line.tones.litInk : root.line.tones.ink
                headline: root.isHead
                horizontalAlignment: align === "end" ? Text.AlignRight : align === "center" ? Text.AlignHCenter : Text.AlignLeft
                language: root.line.language
                letterPx: root.line.desk.lengths.bodyPx
                strong: root.isHead || index > 0
                text: modelData
                typeSetter: root.line.typeSetter
                visible: true
                width: root.free * (root.line.weights[index] ?? 1) / Math.max(1, root.weight)
            }
        }
    }
}

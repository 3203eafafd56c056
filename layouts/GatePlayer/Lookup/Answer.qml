pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// An answer: its lines in columns, sheet after sheet. Python decides where each stands (flow.py); here they are
// measured.
Item {
    id: root

    required property DeskViewModel desk
    required property ScreenMetrics screen
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gutter: root.desk.lengths.bodyPx * 1.6
    readonly property real columnWidth: Math.floor((root.width - (root.desk.lengths.columns - 1) * root.gutter) / root.desk.lengths.columns)
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.snug)

    function measure() {
        const heights = [];
        for (let row = 0; row < lines.count; row++) {
            root.layOut(lines.itemAt(row));
            heights.push(lines.itemAt(row).height);
        }
        root.desk.place(heights, root.height, root.gap);
    }

    // Rows within columns would know their heights a frame later: what is within is laid out first.
    function layOut(item: Item) {
        for (const child of item.children)
            root.layOut(child);
        (item as Column)?.forceLayout();
        (item as Row)?.forceLayout();
        (item as Flow)?.forceLayout();
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    Connections {
        function onFolded() {
            root.measure();
        }

        target: root.desk
    }

    Repeater {
        id: lines

        model: root.desk.lines

        AnswerLine {
            required property int index
            readonly property bool isSeen: (root.desk.lineSheets[index] ?? 0) === root.desk.sheet

            desk: root.desk
            enabled: isSeen
            opacity: isSeen ? 1 : 0
            room: root.height - root.desk.lengths.turnPx
            screen: root.screen
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.columnWidth
            x: (root.desk.lineColumns[index] ?? 0) * (root.columnWidth + root.gutter)
            y: root.desk.lineTops[index] ?? 0
        }
    }

    // Between the columns, so that the eye knows where one ends.
    Rectangle {
        color: root.tones.line
        height: root.height - (root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0)
        visible: root.desk.lengths.columns > 1 && root.desk.lineColumns.some((column, line) => column > 0
                                                                     && root.desk.lineSheets[line] === root.desk.sheet)
        width: Math.max(1, Math.round(root.desk.lengths.bodyPx * Theme.hairline))
        x: root.columnWidth + root.gutter / 2
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Lines in columns, sheet after sheet. Python decides where each stands (flow.py); here they are measured.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gutter: root.panel.lengths.gap
    readonly property real columnWidth: Math.floor((root.width - (root.panel.lengths.columns - 1) * root.gutter) / root.panel.lengths.columns)

    function measure() {
        const heights = [];
        for (let row = 0; row < lines.count; row++) {
            const line = lines.itemAt(row);
            if (line === null)
                return; // not all of them are made yet
            heights.push(line.height);
        }
        root.panel.place(heights, root.height, root.panel.lengths.gap / 2);
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    Connections {
        function onFolded() {
            root.measure();
        }

        target: root.panel
    }

    Repeater {
        id: lines

        model: root.panel.lines

        StaffLine {
            required property int index
            readonly property bool isSeen: (root.panel.lineSheets[index] ?? 0) === root.panel.sheet

            enabled: isSeen
            opacity: isSeen ? 1 : 0
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.columnWidth
            x: (root.panel.lineColumns[index] ?? 0) * (root.columnWidth + root.gutter)
            y: root.panel.lineTops[index] ?? 0

            // What stands in a line may need more height than it did.
            onHeightChanged: root.measure()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// The library: languages to choose from, and the entries, newest first.
Item {
    id: root

    required property DeskViewModel desk
    required property ScreenMetrics screen
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.gap)
    readonly property real least: Math.max(root.desk.lengths.linePx, root.desk.lengths.bodyPx * 3.6)

    function capacity(room: real): int {
        const rows = Math.max(1, Math.floor((room + root.gap) / (root.least + root.gap)));
        return Math.min(7, rows * root.desk.lengths.cardColumns);
    }

    function measure() {
        const room = root.height - entries.y;
        root.desk.setCapacity(root.capacity(room), root.capacity(room - root.desk.lengths.turnPx));
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    Column {
        id: choices

        width: root.width

        Repeater {
            model: root.desk.lines

            AnswerLine {
                desk: root.desk
                room: root.height
                screen: root.screen
                tones: root.tones
                typeSetter: root.typeSetter
                width: choices.width
            }
        }

        Words {
            color: root.tones.ink
            language: root.desk.language
            letterPx: root.desk.lengths.bodyPx
            text: root.desk.hint
            typeSetter: root.typeSetter
            width: choices.width
        }
    }

    CardGrid {
        buttons: root.desk.buttons
        id: entries

        columns: root.desk.lengths.cardColumns
        desk: root.desk
        height: root.height - y - (root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0)
        rows: Math.ceil(root.desk.capacity / root.desk.lengths.cardColumns)
        tallest: Math.max(root.desk.lengths.linePx * 1.7, root.desk.lengths.bodyPx * 4.4)
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.width
        y: choices.height + root.gap
    }
}

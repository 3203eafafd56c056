pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The library: languages to choose from, and the entries, newest first.
Item {
    id: root

    required property DeskViewModel desk
    required property ScreenMetrics screen
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: Math.round(root.desk.bodyPx * Theme.gap)
    readonly property real least: Math.max(root.desk.touchPx, root.desk.bodyPx * 3.6)
    readonly property int rows: Math.max(1, Math.floor((entries.height + root.gap) / (root.least + root.gap)))
    readonly property int capacity: Math.min(7, root.rows * root.desk.columns)

    Component.onCompleted: root.desk.setCapacity(root.capacity)
    onCapacityChanged: root.desk.setCapacity(root.capacity)

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
            letterPx: root.desk.bodyPx
            text: root.desk.hint
            typeSetter: root.typeSetter
            width: choices.width
        }
    }

    CardGrid {
        id: entries

        columns: root.desk.columns
        desk: root.desk
        height: root.height - y
        rows: Math.ceil(root.capacity / root.desk.columns)
        tallest: Math.max(root.desk.touchPx * 1.7, root.desk.bodyPx * 4.4)
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.width
        y: choices.height + root.gap
    }
}

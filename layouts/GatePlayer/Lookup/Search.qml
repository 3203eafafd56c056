pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Search: what was typed, what was found after every key, and the keyboard; beside one another where the area is low.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isBeside: root.desk.lengths.isLow && root.width > 18 * root.desk.lengths.touchPx
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.snug)
    readonly property real typingWidth: root.isBeside ? Math.round(root.width * 0.62) : root.width
    readonly property real foundX: root.isBeside ? root.typingWidth + root.gap : 0

    // Beside what is found the field has room for its words where the keyboard leaves it some.
    readonly property bool isFieldAbove: root.isBeside && field.height + root.gap + keys.height <= root.height
    readonly property real turning: root.desk.sheetWords.length > 0 ? 2 * (root.desk.lengths.linePx + root.gap) : 0
    readonly property real least: Math.max(root.desk.lengths.linePx, root.desk.lengths.bodyPx * 3.3)
    readonly property int rows: Math.max(1, Math.floor((found.height + root.gap) / (root.least + root.gap)))
    readonly property int columns: root.isBeside ? 1 : root.desk.lengths.cardColumns
    readonly property int capacity: Math.min(7, root.rows * root.columns)

    function measure() {
        root.desk.setCapacity(root.capacity, root.capacity);
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    SearchField {
        id: field

        desk: root.desk
        height: root.desk.lengths.linePx
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.isFieldAbove ? root.typingWidth : root.width - x - root.turning
        x: root.isFieldAbove ? 0 : root.foundX
        y: root.isFieldAbove ? keys.y - root.gap - height : 0
    }

    Repeater {
        model: root.desk.sheetWords.length > 0 ? ["before", "next"] : []

        BarButton {
            required property int index
            required property string modelData

            action: modelData
            desk: root.desk
            enabled: index > 0 ? root.desk.hasMore : root.desk.sheet > 0
            height: root.desk.lengths.linePx
            icon: index > 0 ? "turn-on" : "turn-back"
            isFlat: false
            language: root.desk.language
            spoken: index > 0 ? root.desk.nextWord : root.desk.beforeWord
            text: ""
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.desk.lengths.linePx
            x: root.width - (2 - index) * (width + root.gap) + root.gap
        }
    }

    Words {
        id: hint

        color: root.tones.quiet
        language: root.desk.language
        letterPx: root.desk.lengths.smallPx
        text: root.desk.hint
        typeSetter: root.typeSetter
        width: found.width - (root.isFieldAbove ? root.turning : 0)
        x: found.x
        y: root.isFieldAbove ? (field.height - height) / 2 : field.height + root.gap / 2
    }

    Item {
        id: found

        height: (root.isBeside ? root.height : keys.y - root.gap) - y
        width: root.width - x
        x: root.foundX
        y: root.isFieldAbove ? field.height + root.gap : hint.y + (hint.visible ? hint.height : 0) + root.gap / 2

        Repeater {
            model: root.desk.buttons

            HitCard {
                required property int index

                desk: root.desk
                height: root.least
                tones: root.tones
                typeSetter: root.typeSetter
                width: (found.width + root.gap) / root.columns - root.gap
                x: (index % root.columns) * (width + root.gap)
                y: Math.floor(index / root.columns) * (height + root.gap)
            }
        }
    }

    Keyboard {
        id: keys

        height: Math.max(implicitHeight, Math.min(mostHeight, root.desk.keyboard.lines * root.desk.lengths.linePx))
        keyboard: root.desk.keyboard
        letterPx: root.desk.lengths.bodyPx
        mostHeight: root.isBeside ? root.height : root.desk.lengths.isLow ? root.height - field.height - root.least - 2 * root.gap : root.height * 0.62
        touchPx: root.desk.lengths.touchPx
        typeSetter: root.typeSetter
        width: root.typingWidth
        y: root.height - height
    }
}

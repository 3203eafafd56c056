pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Cards side by side and below one another, as large as the place allows, in reading order.
Item {
    id: root

    required property TouchedViewModel desk
    required property RowList buttons
    required property Tones tones
    required property TypeSetter typeSetter
    required property int columns
    required property int rows
    property bool isUpright: false
    property bool showsIcons: true
    property int letterPx: root.desk.lengths.bodyPx
    property real tallest: root.height
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.snug)
    readonly property real cellWidth: (root.width + root.gap) / root.columns
    readonly property real cellHeight: Math.min(root.tallest + root.gap, (root.height + root.gap) / Math.max(1, root.rows))

    // Whether every card has its words whole on two lines, were the grid ``width`` pixels wide.
    function isLegible(width: real, language: string): bool {
        const font = root.typeSetter.font(language, root.letterPx, true);
        const across = (width + root.gap) / root.columns - root.gap - 2 * Math.round(root.desk.lengths.bodyPx * (root.desk.lengths.isLow ? Theme.tight : Theme.gap));
        return root.buttons.texts.every(text => root.typeSetter.wholeWordsPx(text, font, across, 2) === root.letterPx);
    }

    Repeater {
        model: root.buttons

        ChoiceCard {
            required property int index
            required isOn

            desk: root.desk
            height: root.cellHeight - root.gap
            isUpright: root.isUpright
            letterPx: root.letterPx
            showsIcon: root.showsIcons
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.cellWidth - root.gap
            x: (index % root.columns) * root.cellWidth
            y: Math.floor(index / root.columns) * root.cellHeight
        }
    }
}

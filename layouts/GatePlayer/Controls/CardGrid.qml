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

    // All in letters of one size, and all with an icon or none: what has words too long for both loses its icons
    // before its letters are smaller than those of labels.
    readonly property int pxBesideIcons: root.sharedPx(pattern.besideIcon)
    readonly property bool hasIcons: root.showsIcons && pattern.iconSide > 0 && root.pxBesideIcons >= root.desk.lengths.smallPx
    readonly property int sharedLetterPx: (root.hasIcons ? root.pxBesideIcons : root.sharedPx(pattern.alone)) || root.letterPx

    function sharedPx(box: size): int {
        return root.typeSetter.sharedWordsPx(root.buttons.texts, root.buttons.languages, root.letterPx, true, box);
    }

    // Whether every card has its words whole on two lines, were the grid ``width`` pixels wide.
    function isLegible(width: real, language: string): bool {
        const font = root.typeSetter.font(language, root.letterPx, true);
        const across = (width + root.gap) / root.columns - root.gap - 2 * pattern.inset;
        return root.buttons.texts.every(text => root.typeSetter.wholeWordsPx(text, font, across, 2) === root.letterPx);
    }

    // Never seen: as large as every card, it tells what their words have room in.
    ChoiceCard {
        id: pattern

        action: ""
        desk: root.desk
        height: root.cellHeight - root.gap
        icon: root.buttons.icons.find(icon => icon.length > 0) ?? ""
        isUpright: root.isUpright
        language: ""
        note: ""
        text: ""
        tones: root.tones
        typeSetter: root.typeSetter
        visible: false
        width: root.cellWidth - root.gap
    }

    Repeater {
        model: root.buttons

        ChoiceCard {
            required property int index
            required isOn

            desk: root.desk
            height: pattern.height
            isUpright: root.isUpright
            letterPx: root.sharedLetterPx
            showsIcon: root.hasIcons
            tones: root.tones
            typeSetter: root.typeSetter
            width: pattern.width
            x: (index % root.columns) * root.cellWidth
            y: Math.floor(index / root.columns) * root.cellHeight
        }
    }
}

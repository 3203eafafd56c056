pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// What a page is about, and the labels that must be seen: below it, beside it where there is no height for that.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.desk.lengths.bodyPx * Theme.snug
    readonly property bool isBeside: root.desk.lengths.isNumberedAbove
    readonly property real numbered: root.desk.lengths.smallPx * 7

    implicitHeight: Math.round(root.isBeside ? Math.max(title.height, picture.height, labels.visible ? labels.height : 0)
                                             : Math.max(title.height, picture.height) + (labels.visible ? labels.height + root.gap / 2 : 0))

    Icon {
        id: picture

        color: root.tones.sign
        height: width
        name: root.desk.icon
        visible: root.desk.icon.length > 0
        width: visible ? Math.round(root.desk.lengths.titlePx * 1.35) : 0
    }

    Words {
        id: title

        color: root.tones.ink
        headline: true
        language: root.desk.language
        letterPx: root.desk.lengths.titlePx
        text: root.desk.title
        typeSetter: root.typeSetter
        width: root.isBeside ? root.width * (labels.visible ? 0.55 : 1) - x - (labels.visible ? 0 : root.numbered) : root.width - x
        x: picture.width + (picture.visible ? root.gap : 0)
        y: Math.max(0, (picture.height - height) / 2)
    }

    Flow {
        id: labels

        spacing: root.gap
        visible: root.desk.marks.length > 0
        width: root.isBeside ? root.width - x - root.numbered : root.width
        x: root.isBeside ? title.x + Math.ceil(title.contentWidth) + root.gap : 0
        y: root.isBeside ? Math.max(0, (Math.max(title.height, picture.height) - height) / 2)
                         : Math.max(title.height, picture.height) + root.gap / 2

        Repeater {
            model: root.desk.marks

            Chip {
                required property string modelData

                language: root.desk.language
                letterPx: root.desk.lengths.smallPx
                text: modelData
                typeSetter: root.typeSetter
                widest: labels.width
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// What a page is about, and the labels that must be seen.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.desk.lengths.bodyPx * Theme.snug

    implicitHeight: Math.round(Math.max(title.height, picture.height) + (labels.visible ? labels.height + root.gap / 2 : 0))

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
        width: root.width - x
        x: picture.width + (picture.visible ? root.gap : 0)
        y: Math.max(0, (picture.height - height) / 2)
    }

    Flow {
        id: labels

        spacing: root.gap
        visible: root.desk.marks.length > 0
        width: root.width
        y: Math.max(title.height, picture.height) + root.gap / 2

        Repeater {
            model: root.desk.marks

            Chip {
                required property string modelData

                language: root.desk.language
                letterPx: root.desk.lengths.smallPx
                text: modelData
                typeSetter: root.typeSetter
                widest: root.width
            }
        }
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// What was typed. It is written by the keyboard alone and never takes more than is seen.
Rectangle {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property string typed: root.desk.keyboard?.text ?? ""
    readonly property real inset: root.desk.lengths.bodyPx * Theme.gap

    Accessible.name: root.typed
    Accessible.role: Accessible.EditableText
    border.color: root.tones.sign
    border.width: Math.max(1, Math.round(root.desk.lengths.bodyPx * Theme.frame))
    clip: true
    color: root.tones.card
    radius: height / 2

    Icon {
        id: picture

        color: root.tones.sign
        height: width
        name: "search"
        width: Math.round(root.desk.lengths.bodyPx * 1.3)
        x: root.inset * 1.2
        y: (root.height - height) / 2
    }

    Item {
        id: room

        clip: true
        height: root.height
        width: root.width - x - root.inset * 1.5
        x: picture.x + picture.width + root.inset

        // The end of a long query stays in sight.
        Words {
            id: typed

            color: root.tones.ink
            language: root.desk.language
            letterPx: Math.round(root.desk.lengths.bodyPx * 1.15)
            text: root.typed
            typeSetter: root.typeSetter
            visible: true
            wrapMode: Text.NoWrap
            x: Math.min(0, room.width - implicitWidth - root.desk.lengths.bodyPx * 0.3)
            y: (root.height - height) / 2
        }

        Rectangle {
            color: root.tones.sign
            height: root.desk.lengths.bodyPx * 1.5
            width: Math.max(2, root.desk.lengths.bodyPx * Theme.frame)
            x: Math.min(room.width - width, typed.x + (root.typed.length > 0 ? typed.implicitWidth : 0) + width)
            y: (root.height - height) / 2
        }

        // Said only where all of it is seen: half a sentence looks like something typed.
        Words {
            id: hint

            readonly property string wanted: root.desk.searchWords[1] ?? ""
            readonly property int wholePx: root.typeSetter.wholeWordsPx(hint.wanted, root.typeSetter.font(root.desk.language, root.desk.lengths.bodyPx, false), width, 1)

            color: root.tones.quiet
            language: root.desk.language
            letterPx: hint.wholePx || root.desk.lengths.bodyPx
            text: root.typed.length > 0 || hint.wholePx === 0 ? "" : hint.wanted
            typeSetter: root.typeSetter
            width: room.width - x
            wrapMode: Text.NoWrap
            x: root.desk.lengths.bodyPx * 0.5
            y: (root.height - height) / 2
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Below the programme of a screen that is touched: "touch here" in every language, on a button that bears its own name.
Rectangle {
    id: root

    required property DeskViewModel desk
    required property TypeSetter typeSetter
    readonly property real gap: root.desk.lengths.bodyPx * Theme.snug
    readonly property real first: hand.x + hand.width + root.gap
    readonly property real slot: (root.width - root.first - root.desk.lengths.margin + root.gap) / Math.max(1, languages.count)
    readonly property Tones tones: Tones {}

    color: Theme.ground

    Rectangle {
        color: Theme.gold
        height: Math.max(1, Math.round(root.desk.lengths.bodyPx * Theme.hairline))
        width: parent.width
    }

    Icon {
        id: hand

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.gold
        height: width
        name: "touch"
        width: Math.round(root.desk.lengths.bodyPx * 1.8)
        x: root.desk.lengths.margin
    }

    Repeater {
        id: languages

        model: root.desk.invitations

        ChoiceCard {
            required property int index

            desk: root.desk
            height: root.height - 2 * root.gap
            inset: root.desk.lengths.bodyPx * Theme.slim
            isUpright: true
            letterPx: Math.round(Math.min(root.desk.lengths.bodyPx, root.slot * Theme.nameShare))
            notePx: Math.round(Math.min(root.desk.lengths.smallPx, root.slot * Theme.noteShare))
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.slot - root.gap
            x: root.first + index * root.slot
            y: root.gap
        }
    }
}

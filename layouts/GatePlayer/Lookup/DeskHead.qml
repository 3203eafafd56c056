import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The strip at the head of every page: which gate this is, and what time it is here and across the border.
Rectangle {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.desk.lengths.bodyPx * Theme.snug

    color: root.tones.ground
    implicitHeight: Math.round(Math.max(name.height, clocks.height) + (root.desk.lengths.isLow ? 1 : 2) * root.gap)

    GateMark {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: root.desk.lengths.margin
        anchors.verticalCenter: parent.verticalCenter
        ground: root.color
        height: width
        width: Math.round(root.desk.lengths.smallPx * 1.25)
    }

    Words {
        id: name

        anchors.left: mark.right
        anchors.leftMargin: root.gap
        anchors.verticalCenter: parent.verticalCenter
        color: root.tones.groundInk
        headline: true
        language: root.desk.language
        letterPx: root.desk.lengths.smallPx
        text: root.desk.gate
        typeSetter: root.typeSetter
        width: clocks.x - x - root.gap
    }

    Row {
        id: clocks

        anchors.right: parent.right
        anchors.rightMargin: root.desk.lengths.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.gap * 2

        Words {
            color: root.tones.groundInk
            headline: true
            language: root.desk.language
            letterPx: root.desk.lengths.smallPx
            strong: false
            text: root.desk.clocks.own
            typeSetter: root.typeSetter
            wrapMode: Text.NoWrap
        }

        Words {
            color: root.tones.accent
            headline: true
            language: root.desk.language
            letterPx: root.desk.lengths.smallPx
            strong: false
            text: root.desk.clocks.neighbour
            typeSetter: root.typeSetter
            wrapMode: Text.NoWrap
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: root.tones.accent
        height: Math.max(1, Math.round(root.desk.lengths.bodyPx * Theme.hairline))
        width: parent.width
    }
}

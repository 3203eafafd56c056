import QtQuick

import GatePlayer
import GatePlayer.Theme

// The strip at the head of every page: which gate this is, and in which language it speaks.
Rectangle {
    id: root

    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property string language
    required property string languageName
    required property string gate
    property bool isLow: false
    readonly property real gap: root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.snug)

    color: Theme.ground
    implicitHeight: Math.round(Math.max(name.height, tag.height) + 2 * root.gap)

    GateMark {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: root.screen.margin
        anchors.verticalCenter: parent.verticalCenter
        ground: root.color
        height: width
        width: Math.round(root.screen.smallPx * 1.25)
    }

    Words {
        id: name

        anchors.left: mark.right
        anchors.leftMargin: root.screen.bodyPx * Theme.snug
        anchors.right: tag.left
        anchors.rightMargin: root.screen.bodyPx * Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.groundInk
        headline: true
        language: root.language
        letterPx: root.screen.smallPx
        text: root.gate
        typeSetter: root.typeSetter
    }

    Rectangle {
        id: tag

        anchors.right: parent.right
        anchors.rightMargin: root.screen.margin
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.gold
        border.width: Math.max(1, Math.round(root.screen.bodyPx * Theme.hairline))
        color: "transparent"
        height: own.height + root.screen.smallPx * Theme.tight
        radius: height / 2
        visible: root.languageName.length > 0
        width: visible ? own.width + root.screen.smallPx * 1.4 : 0

        Words {
            id: own

            anchors.centerIn: parent
            color: Theme.groundInk
            headline: true
            language: root.language
            letterPx: root.screen.smallPx
            text: root.languageName
            typeSetter: root.typeSetter
            wrapMode: Text.NoWrap
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.gold
        height: Math.max(1, Math.round(root.screen.bodyPx * Theme.hairline))
        width: parent.width
    }
}

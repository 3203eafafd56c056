import QtQuick

import GatePlayer
import GatePlayer.Theme

// The strip at the head of every page: which gate this is, what time it is there and across the
// border, and in which language the page speaks. Where name and clocks have no room on one line,
// the clocks stand one above the other and the name wraps beside them.
Rectangle {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    property bool isLow: false
    readonly property real aside: root.screen.bodyPx * Theme.snug
    readonly property real gap: root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.snug)
    readonly property real tallest: Math.max(name.height, clocks.height, tag.height)
    readonly property real inOneLine: unbroken.advanceWidth + clocks.inOneLine + 2 * root.aside

    color: Theme.ground
    implicitHeight: Math.round(root.tallest + 2 * root.gap)
    objectName: "masthead"

    // Of its own, for the name's width follows from it.
    TextMetrics {
        id: unbroken

        font: name.font
        text: root.slide.gate
    }

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
        anchors.leftMargin: root.aside
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.groundInk
        headline: true
        language: root.slide.language
        letterPx: root.screen.smallPx
        text: root.slide.gate
        typeSetter: root.typeSetter
        width: root.typeSetter.balancedWidth(text, font, clocks.x - x - root.aside)
    }

    Clocks {
        id: clocks

        anchors.right: tag.left
        anchors.rightMargin: root.aside * 2
        anchors.verticalCenter: parent.verticalCenter
        isStacked: root.inOneLine > tag.x - mark.x - mark.width - 2 * root.aside
        screen: root.screen
        slide: root.slide
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
        visible: root.slide.languageName.length > 0
        width: visible ? own.width + root.screen.smallPx * 1.4 : 0

        Words {
            id: own

            anchors.centerIn: parent
            color: Theme.groundInk
            headline: true
            language: root.slide.language
            letterPx: root.screen.smallPx
            text: root.slide.languageName
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

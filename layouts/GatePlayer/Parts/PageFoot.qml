import QtQuick

import GatePlayer
import GatePlayer.Theme

// The foot of a page: the source line. On a low page labels and page number stand in line with it.
Column {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property color quiet
    required property bool isLow
    required property bool hasSource
    required property int page
    required property int pageCount
    readonly property bool hasLabels: root.isLow && root.slide.marks.length > 0
    readonly property real letterPx: root.screen.smallPx
    readonly property real least: root.hasLabels ? root.labelHeight : 0
    readonly property real labelHeight: root.letterPx
                                        * (root.typeSetter.lineHeight(root.slide.language, false)
                                           + Theme.tight)

    function setLines() {
        line.forceLayout();
        root.forceLayout();
    }

    spacing: Math.round(root.screen.bodyPx * Theme.tight)
    visible: root.hasLabels || root.hasSource || root.pageCount > 1

    Rectangle {
        color: root.quiet
        height: Math.max(1, Math.round(root.screen.bodyPx * Theme.hairline))
        opacity: 0.5
        width: parent.width
    }

    Flow {
        id: line

        spacing: root.screen.bodyPx * Theme.gap
        width: parent.width

        Labels {
            isWanted: root.isLow
            screen: root.screen
            slide: root.slide
            typeSetter: root.typeSetter
            widest: root.width
        }

        PageNumber {
            count: root.pageCount
            height: Math.max(implicitHeight, root.least)
            ink: root.quiet
            letterPx: root.letterPx
            page: root.page
            typeSetter: root.typeSetter
            verticalAlignment: Text.AlignVCenter
        }

        Words {
            color: root.quiet
            height: Math.max(implicitHeight, root.least)
            language: root.slide.language
            letterPx: root.letterPx
            text: root.hasSource ? root.slide.origin : ""
            typeSetter: root.typeSetter
            verticalAlignment: Text.AlignVCenter
            width: root.isLow ? Math.min(implicitWidth, parent.width) : parent.width
        }
    }
}

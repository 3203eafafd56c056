import QtQuick

import GatePlayer
import GatePlayer.Theme

// The time at the gate and, where it differs, across the border; nothing while no clock can be
// believed.
Grid {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    property bool isStacked: false
    readonly property real inOneLine: own.implicitWidth + other.implicitWidth + root.columnSpacing

    columnSpacing: Math.round(root.screen.smallPx * Theme.roomy)
    columns: root.isStacked ? 1 : 2
    horizontalItemAlignment: Grid.AlignRight
    objectName: "clocks"

    Words {
        id: own

        color: Theme.groundQuiet
        headline: true
        language: root.slide.language
        letterPx: root.screen.smallPx
        strong: false
        text: root.slide.clocks.own
        typeSetter: root.typeSetter
        wrapMode: Text.NoWrap
    }

    Words {
        id: other

        color: Theme.gold
        headline: true
        language: root.slide.language
        letterPx: root.screen.smallPx
        strong: false
        text: root.slide.clocks.neighbour
        typeSetter: root.typeSetter
        wrapMode: Text.NoWrap
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer

// The labels of a page that must be seen, for any positioner to set side by side.
Repeater {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property real widest
    property bool isWanted: true

    model: root.isWanted ? root.slide.marks : []

    Chip {
        required property string modelData

        language: root.slide.language
        letterPx: root.screen.smallPx
        text: modelData
        typeSetter: root.typeSetter
        widest: root.widest
    }
}

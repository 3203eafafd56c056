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

    model: root.isWanted ? [root.slide.sound, ...root.slide.marks] : []

    Loader {
        id: label

        required property string modelData
        required property int index

        sourceComponent: label.index > 0 ? chip : root.slide.sound.length > 0 ? mark : null
        visible: label.status === Loader.Ready

        Component {
            id: chip

            Chip {
                language: root.slide.language
                letterPx: root.screen.smallPx
                text: label.modelData
                typeSetter: root.typeSetter
                widest: root.widest
            }
        }

        Component {
            id: mark

            SoundMark {
                screen: root.screen
                slide: root.slide
                typeSetter: root.typeSetter
                widest: root.widest
            }
        }
    }
}

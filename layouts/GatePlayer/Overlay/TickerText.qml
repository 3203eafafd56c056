pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// One text of the ticker with its labels and the mark that parts it from the one before. Drawn
// once into a picture, which then moves.
Item {
    id: root

    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property string language
    required property list<string> marks
    required property string words
    required property real passingS
    required property bool isNear
    readonly property real gap: root.screen.bodyPx * Theme.gap
    readonly property real speed: text.implicitWidth / root.passingS

    // Laid out at once: the tape must know its length before it runs.
    function forceLayout() {
        line.forceLayout();
    }

    width: Math.ceil(line.width + 2 * root.gap)

    Item {
        height: parent.height
        layer.enabled: root.isNear
        visible: root.isNear
        width: parent.width

        Row {
            id: line

            height: parent.height
            spacing: root.gap
            x: root.gap

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                antialiasing: true
                color: Theme.gold
                height: width
                rotation: 45
                width: Math.round(root.screen.bodyPx * 0.3)
            }

            Repeater {
                model: root.marks

                Chip {
                    required property string modelData

                    anchors.verticalCenter: parent?.verticalCenter
                    language: root.language
                    letterPx: root.screen.smallPx
                    text: modelData
                    typeSetter: root.typeSetter
                    widest: root.screen.width
                }
            }

            Words {
                id: text

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.groundInk
                language: root.language
                letterPx: root.screen.bodyPx
                text: root.words
                typeSetter: root.typeSetter
                wrapMode: Text.NoWrap
            }
        }
    }
}

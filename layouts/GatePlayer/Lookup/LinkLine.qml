import QtQuick
import QtQuick.Shapes

import GatePlayer.Parts
import GatePlayer.Theme

// An official page to take away: its address in letters, and as a code that a telephone reads.
Item {
    id: root

    required property AnswerLine line
    readonly property real gap: root.line.desk.lengths.bodyPx * Theme.gap

    implicitHeight: Math.ceil(Math.max(code.height, words.height))

    // Dark on light in any colours: readers want it so.
    Rectangle {
        id: code

        Accessible.name: root.line.note
        Accessible.role: Accessible.Graphic
        color: Theme.day
        height: width
        width: root.line.desk.lengths.codePx

        Shape {
            anchors.fill: parent

            ShapePath {
                fillColor: Theme.night
                scale: Qt.size(code.width / root.line.aspect, code.width / root.line.aspect)
                strokeColor: "transparent"

                PathSvg {
                    path: root.line.lead
                }
            }
        }
    }

    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: root.width - x
        x: code.width + root.gap

        Words {
            color: root.line.tones.ink
            language: root.line.noteLanguage
            letterPx: root.line.desk.lengths.bodyPx
            text: root.line.note
            typeSetter: root.line.typeSetter
            width: words.width
        }

        Words {
            color: root.line.tones.quiet
            language: root.line.language
            letterPx: root.line.desk.lengths.smallPx
            text: root.line.text
            typeSetter: root.line.typeSetter
            width: words.width
            wrapMode: Text.WrapAnywhere
        }
    }
}

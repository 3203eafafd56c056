pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// The one question a topic may ask: who are you?
Item {
    id: root

    required property AnswerLine line
    readonly property real gap: root.line.desk.lengths.bodyPx * Theme.tight

    implicitHeight: Math.ceil(choices.y + choices.height)

    Words {
        id: question

        color: root.line.tones.quiet
        language: root.line.language
        letterPx: root.line.desk.lengths.smallPx
        text: root.line.text
        typeSetter: root.line.typeSetter
        width: root.width
    }

    Flow {
        id: choices

        spacing: root.gap
        width: root.width
        y: question.visible ? question.height + root.gap : 0

        Repeater {
            model: root.line.cells

            TouchTarget {
                id: choice

                required property string modelData
                required property int index

                action: root.line.actions[index] ?? ""
                desk: root.line.desk
                isOn: index === root.line.chosen
                spoken: modelData
                tones: root.line.tones
                width: Math.max(root.line.desk.lengths.linePx, label.implicitWidth + root.line.desk.lengths.bodyPx)

                Words {
                    id: label

                    anchors.centerIn: parent
                    color: choice.ink
                    headline: true
                    language: root.line.language
                    letterPx: root.line.desk.lengths.bodyPx
                    strong: choice.isOn
                    text: choice.modelData
                    typeSetter: root.line.typeSetter
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}

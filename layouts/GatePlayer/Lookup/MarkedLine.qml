pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A line with something before it: the number of a step, a bullet, who is called; a phrase for staff stands on a card.
Item {
    id: root

    required property AnswerLine line
    readonly property bool isContact: root.line.kind === "contact"
    readonly property bool isPhrase: root.line.kind === "phrase"
    readonly property bool isStep: root.line.kind === "step"
    readonly property bool isCard: root.isContact || root.isPhrase
    readonly property int body: root.line.desk.lengths.bodyPx
    readonly property real inset: root.isCard ? Math.round(root.body * Theme.snug) : 0
    readonly property real markSide: root.isPhrase ? 0 : Math.round(root.isContact ? root.body * 2 : root.isStep ? root.body * 1.7
                                                                                             : root.body * 0.36)
    readonly property real wordsX: root.inset + root.markSide + (root.isPhrase ? root.inset : Math.round(root.body * 0.55))
    readonly property real numberWidth: numbers.visible ? numbers.width + root.inset : 0

    implicitHeight: Math.ceil(Math.max(words.height, root.isStep || root.isContact ? root.markSide : 0, numbers.height)
                              + 2 * root.inset)

    Rectangle {
        anchors.fill: parent
        border.color: root.line.tones.line
        border.width: Math.max(1, Math.round(root.body * Theme.hairline))
        color: root.line.tones.card
        radius: root.body * Theme.tight
        visible: root.isCard
    }

    Rectangle {
        color: root.line.tones.sign
        height: root.height
        visible: root.isPhrase
        width: Math.round(root.body * Theme.tight)
    }

    Rectangle {
        color: root.line.tones.lit
        height: width
        radius: width / 2
        visible: root.isStep
        width: root.markSide

        Words {
            anchors.centerIn: parent
            color: root.line.tones.litInk
            headline: true
            language: "en"
            letterPx: root.body
            text: root.line.lead
            typeSetter: root.line.typeSetter
        }
    }

    Rectangle {
        antialiasing: true
        color: root.line.tones.sign
        height: width
        rotation: 45
        visible: !root.isStep && !root.isCard
        width: root.markSide
        y: (root.body * 1.45 - height) / 2
    }

    Icon {
        color: root.line.tones.sign
        height: width
        name: root.line.icon
        visible: root.isContact
        width: root.markSide
        x: root.inset
        y: (root.height - height) / 2
    }

    Column {
        id: words

        width: root.width - root.wordsX - root.numberWidth - root.inset
        x: root.wordsX
        y: root.isCard || root.isStep ? (root.height - height) / 2 : 0

        Words {
            color: root.line.tones.ink
            language: root.line.language
            letterPx: root.isPhrase ? Math.round(root.body * 1.15) : root.body
            strong: root.isCard
            text: root.line.text
            typeSetter: root.line.typeSetter
            width: words.width
        }

        Row {
            spacing: root.body * Theme.tight
            visible: note.visible

            PlaceSign {
                anchors.verticalCenter: parent.verticalCenter
                letterPx: root.line.desk.lengths.smallPx
                text: root.line.sign
                tones: root.line.tones
                typeSetter: root.line.typeSetter
            }

            Words {
                id: note

                color: root.line.tones.quiet
                language: root.line.noteLanguage
                letterPx: root.isPhrase ? root.body : root.line.desk.lengths.smallPx
                text: root.line.note
                typeSetter: root.line.typeSetter
                width: words.width - x
            }
        }
    }

    Column {
        id: numbers

        anchors.right: parent.right
        anchors.rightMargin: root.inset * 2
        anchors.verticalCenter: parent.verticalCenter
        visible: root.isContact && root.line.cells.length > 0

        Repeater {
            model: root.isContact ? root.line.cells : []

            Words {
                required property string modelData

                color: root.line.tones.sign
                headline: true
                language: "en"
                letterPx: Math.round(modelData.length < 5 ? root.line.desk.lengths.titlePx * 1.3 : root.body * 1.15)
                text: modelData
                typeSetter: root.line.typeSetter
                wrapMode: Text.NoWrap
            }
        }
    }
}

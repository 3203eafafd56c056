import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A lane: its name, a plate that says whether it is open, and when that changes.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    required property color ink
    required property int letterPx
    required property string text
    required property string language
    required property string lead
    required property string note
    required property string status
    required property list<string> cells
    readonly property real gap: Math.round(root.letterPx * Theme.snug)
    readonly property bool isBeside: plate.wanted + 8 * root.letterPx < root.width

    implicitHeight: Math.ceil(times.y + times.height)

    StatusPlate {
        id: plate

        anchors.right: parent.right
        language: root.language
        letterPx: root.letterPx
        status: root.status
        typeSetter: root.typeSetter
        width: Math.min(root.width, plate.wanted)
        word: root.lead
        y: root.isBeside ? 0 : name.height
    }

    Column {
        id: name

        width: root.isBeside ? root.width - plate.width - root.gap : root.width

        Words {
            color: root.ink
            headline: true
            language: root.language
            letterPx: root.letterPx
            text: root.text
            typeSetter: root.typeSetter
            width: name.width
        }

        Words {
            color: root.ink
            headline: true
            language: root.language
            letterPx: root.desk.lengths.smallPx
            strong: false
            text: root.note
            typeSetter: root.typeSetter
            width: name.width
        }
    }

    Words {
        id: times

        color: root.ink
        headline: true
        language: root.language
        letterPx: root.letterPx
        strong: false
        text: root.cells.join(" · ")
        typeSetter: root.typeSetter
        width: root.width
        y: root.isBeside ? Math.max(name.height, plate.height) : plate.y + plate.height
    }
}

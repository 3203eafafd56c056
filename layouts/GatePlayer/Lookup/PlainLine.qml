import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A heading, a paragraph, a source line, or a caution; a heading's note says for whom its part is.
Item {
    id: root

    required property AnswerLine line
    readonly property bool isHeading: root.line.kind === "heading"
    readonly property bool isOrigin: root.line.kind === "origin"
    readonly property bool isCaution: root.line.kind === "caution"
    readonly property real inset: root.isCaution ? Math.round(root.line.desk.lengths.bodyPx * Theme.gap) : 0
    readonly property real head: root.isHeading ? Math.round(root.line.desk.lengths.bodyPx * Theme.snug) : root.inset

    implicitHeight: Math.ceil(note.y + note.height + root.inset)

    Rectangle {
        anchors.fill: parent
        color: Theme.mark
        radius: root.line.desk.lengths.bodyPx * Theme.tight
        visible: root.isCaution
    }

    Words {
        id: said

        color: root.isCaution ? Theme.markInk : root.isOrigin ? root.line.tones.quiet : root.line.tones.ink
        headline: root.isHeading
        language: root.line.language
        letterPx: root.isOrigin ? root.line.desk.lengths.smallPx : Math.round(root.line.desk.lengths.bodyPx * (root.isHeading ? 1.1 : 1))
        strong: root.isHeading || root.isCaution
        text: root.line.text
        typeSetter: root.line.typeSetter
        width: root.width - 2 * root.inset
        x: root.inset
        y: root.head
    }

    Words {
        id: note

        color: root.line.tones.sign
        language: root.line.language
        letterPx: root.line.desk.lengths.smallPx
        strong: true
        text: root.line.note
        typeSetter: root.line.typeSetter
        height: visible ? implicitHeight : 0
        width: said.width
        x: root.inset
        y: said.y + said.height
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A picture, or the plan of the gate with its places pointed out and "you are here".
Item {
    id: root

    required property AnswerLine line
    readonly property int body: root.line.desk.lengths.bodyPx
    readonly property bool isBeside: root.line.cells.length > 0 && root.line.aspect > 0 && root.line.room < 17 * root.body
    readonly property real below: root.isBeside ? 0 : names.height + root.noted + root.body

    // Not the height of the note itself: bound to what it takes it found itself in a loop.
    readonly property real noted: note.visible ? note.height : 0
    // The sign of this screen stands above its point, which may lie near the upper edge.
    readonly property real tallest: Math.min(root.line.room - root.below, root.width / Math.max(0.1, root.line.aspect))
    readonly property real above: root.line.here < 0 || root.line.aspect <= 0 ? 0 : Math.max(0, root.body * 2.4 - (root.line.ys[root.line.here] ?? 1) * root.tallest)
    readonly property real room: Math.max(root.body * 6, root.line.room - root.below - root.above)
    readonly property real pictureWidth: Math.min(root.width * (root.isBeside ? 0.42 : 1), root.room * root.line.aspect)
    readonly property real namesX: root.isBeside ? root.pictureWidth + root.body * Theme.gap : 0

    implicitHeight: Math.ceil(Math.max(picture.y + picture.height, names.y + names.height))

    Image {
        id: picture

        readonly property bool isDecoding: picture.status === Image.Loading

        Accessible.name: root.line.text
        Accessible.role: Accessible.Graphic
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        height: root.line.aspect > 0 ? width / root.line.aspect : 0
        source: root.line.picture
        sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))
        width: root.pictureWidth
        y: root.above

        Repeater {
            model: root.line.xs.length

            PlanPin {
                required property int index

                isHere: index === root.line.here
                letterPx: root.line.desk.lengths.smallPx
                number: root.line.align[index] || String(index + 1)
                tones: root.line.tones
                typeSetter: root.line.typeSetter
                x: (root.line.xs[index] ?? 0) * picture.width - width / 2
                y: (root.line.ys[index] ?? 0) * picture.height - (isHere ? height : height / 2)
                z: isHere ? 1 : 0
            }
        }
    }

    Words {
        id: note

        color: root.line.kind === "plan" ? root.line.tones.sign : root.line.tones.quiet
        language: root.line.noteLanguage
        letterPx: root.line.desk.lengths.smallPx
        strong: root.line.kind === "plan"
        text: root.line.note
        typeSetter: root.line.typeSetter
        visible: root.line.note.length > 0 && !root.isBeside
        width: root.width - x
        x: root.namesX
        y: root.isBeside ? 0 : picture.y + picture.height
    }

    Flow {
        id: names

        spacing: root.body * (root.isBeside ? Theme.tight : Theme.snug)
        width: root.width - x
        x: root.namesX
        y: note.y + root.noted + (root.line.cells.length > 0 ? root.body * Theme.tight : 0)

        Repeater {
            model: root.line.cells

            Row {
                id: entry

                required property string modelData
                required property int index

                spacing: root.body * Theme.tight

                PlaceSign {
                    letterPx: root.line.desk.lengths.smallPx
                    text: root.line.align[entry.index] || String(entry.index + 1)
                    tones: root.line.tones
                    typeSetter: root.line.typeSetter
                }

                Words {
                    color: root.line.tones.ink
                    headline: true
                    language: root.line.language
                    letterPx: root.line.desk.lengths.smallPx
                    strong: entry.index === root.line.here
                    text: entry.modelData
                    typeSetter: root.line.typeSetter
                    width: Math.min(implicitWidth, names.width - 3 * root.body)
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// A test card: edges and grid, grey steps, colour bars, a line that moves, letters of every language. For whoever sets
// a screen up and whoever mends it.
Rectangle {
    id: root

    required property TestCardViewModel card
    required property TypeSetter typeSetter
    required property int letterPx
    readonly property int cells: 16
    readonly property real cell: root.width / root.cells
    readonly property int line: Math.max(2, Math.round(root.letterPx * Theme.stroke))
    readonly property real edgeX: Math.ceil(root.width * root.card.overscan / 100)
    readonly property real edgeY: Math.ceil(root.height * root.card.overscan / 100)

    color: root.card.face === "glyphs" ? Theme.paper : Theme.night

    Item {
        anchors.fill: parent
        visible: root.card.face === "grid"

        Repeater {
            model: root.cells + 1

            Rectangle {
                required property int index

                color: Theme.duskLine
                height: root.height
                width: 1
                x: Math.min(root.width - 1, Math.round(index * root.cell))
            }
        }

        Repeater {
            model: Math.floor(root.height / 2 / root.cell) * 2 + 1

            Rectangle {
                required property int index

                color: Theme.duskLine
                height: 1
                width: root.width
                y: Math.round(root.height / 2 + (index - Math.floor(root.height / 2 / root.cell)) * root.cell)
            }
        }

        Rectangle {
            anchors.centerIn: parent
            border.color: Theme.day
            border.width: root.line
            color: "transparent"
            height: width
            radius: width / 2
            width: Math.min(root.width, root.height) * 0.94
        }

        Rectangle {
            anchors.bottomMargin: root.edgeY
            anchors.fill: parent
            anchors.leftMargin: root.edgeX
            anchors.rightMargin: root.edgeX
            anchors.topMargin: root.edgeY
            border.color: Theme.gold
            border.width: root.line * 2
            color: "transparent"
        }
    }

    Repeater {
        id: stripes

        model: root.card.stripes

        Rectangle {
            required property int index
            required property string modelData

            color: modelData
            height: root.height
            width: Math.ceil(root.width / Math.max(1, stripes.count))
            x: Math.round(index * root.width / Math.max(1, stripes.count))
        }
    }

    Rectangle {
        id: mover

        color: Theme.day
        height: root.height
        visible: root.card.face === "motion"
        width: root.line * 3

        NumberAnimation on x {
            duration: 4000
            from: 0
            loops: Animation.Infinite
            running: mover.visible
            to: root.width - mover.width
        }
    }

    Grid {
        id: letters

        readonly property real room: (width - (columns - 1) * columnSpacing) / columns

        columnSpacing: root.letterPx * Theme.roomy
        columns: root.width > root.height ? 2 : 1
        rowSpacing: root.letterPx * Theme.gap
        visible: root.card.face === "glyphs"
        width: root.width - 2 * x
        x: Math.max(root.edgeX, root.letterPx) + root.letterPx
        y: Math.max(root.edgeY, root.letterPx) + root.letterPx / 2

        Repeater {
            model: root.card.samples

            Column {
                id: sample

                required property string language
                required property string name
                required property string text

                width: letters.room

                Words {
                    color: Theme.paperQuiet
                    language: sample.language
                    letterPx: Math.round(root.letterPx * 0.8)
                    text: sample.name
                    typeSetter: root.typeSetter
                    width: sample.width
                }

                Words {
                    color: Theme.paperInk
                    language: sample.language
                    letterPx: root.letterPx
                    text: sample.text
                    typeSetter: root.typeSetter
                    width: sample.width
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Today at this gate: each lane, whether it is open, and when that changes, on both clocks.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    readonly property DeskViewModel pages: root.desk as DeskViewModel
    readonly property bool hasLanes: root.pages.today.count > 0
    readonly property real inset: Math.round(root.desk.lengths.bodyPx * Theme.gap)
    readonly property real wanted: lanes.y + lanes.height + root.inset
    readonly property bool isSideways: root.width > 1.7 * root.height

    action: "topic:today"
    rest: root.tones.card
    spoken: root.pages.hint

    Words {
        id: heading

        color: root.ink
        headline: true
        language: root.pages.language
        letterPx: root.desk.lengths.bodyPx
        text: root.pages.hint
        typeSetter: root.typeSetter
        width: root.width - 2 * root.inset - more.width
        x: root.inset
        y: root.inset
    }

    Icon {
        id: more

        color: root.ink
        height: width
        name: "turn-on"
        width: root.desk.lengths.bodyPx
        x: root.width - root.inset - width
        y: heading.y + (heading.height - height) / 2
    }

    Grid {
        id: lanes

        columnSpacing: root.inset
        columns: root.isSideways ? 2 : 1
        rowSpacing: root.inset * 0.8
        width: root.width - 2 * root.inset
        x: root.inset
        y: heading.y + heading.height + root.inset * 0.6

        Repeater {
            model: root.pages.today

            LaneLine {
                desk: root.pages
                ink: root.ink
                letterPx: root.desk.lengths.smallPx
                tones: root.tones
                typeSetter: root.typeSetter
                opacity: lanes.y + y + height <= root.height - root.inset / 2 ? 1 : 0
                width: (lanes.width - (lanes.columns - 1) * lanes.columnSpacing) / lanes.columns
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// One lane of a timetable: who it is for, whether it is open, what comes next and when, and why,
// where a day is not like others. On a wide page all of it stands side by side, else what comes
// next stands below.
Item {
    id: root

    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property bool isWide
    required property real rise
    required property real namesWidth
    required property real plateWidth
    required property real clocksWidth
    required property int smallPx
    required property string lane
    required property string activity
    required property string status
    required property string word
    required property string change
    required property list<string> times
    required property string countdown
    required property string reason
    readonly property real gap: Math.round(root.letterPx * Theme.gap)
    readonly property real space: Math.round(root.letterPx * Theme.snug)
    readonly property real upper: Math.max(names.height, plate.height)
    readonly property real nextLeft: root.isWide ? plate.x + plate.width + root.gap : 0
    readonly property real nextWidth: root.width - (root.times.length > 0 ? root.clocksWidth : 0)
    readonly property real nextTop: root.isWide ? root.rise : 2 * root.rise + root.upper

    // What comes next, with the plate beside it on a wide page, and the reason below.
    readonly property real inner: root.isWide ? Math.max(plate.height, next.height) : next.height
    readonly property real body: root.inner + (why.visible ? why.height : 0)
    readonly property real nextHeight: Math.max(root.isWide ? names.height : 0, root.body,
                                                clocks.height)
    readonly property real bodyTop: root.nextTop + (root.nextHeight - root.body) / 2

    implicitHeight: Math.ceil(root.nextTop + root.nextHeight + root.rise)

    function forceLayout() {
        names.forceLayout();
        next.forceLayout();
        clocks.forceLayout();
    }

    Rectangle {
        color: Theme.paperQuiet
        height: Math.max(1, Math.round(root.letterPx * Theme.hairline))
        opacity: 0.5
        width: parent.width
    }

    Column {
        id: names

        width: root.namesWidth
        y: root.rise + ((root.isWide ? root.nextHeight : root.upper) - height) / 2

        Words {
            color: Theme.paperInk
            language: root.language
            letterPx: root.letterPx
            strong: true
            text: root.lane
            typeSetter: root.typeSetter
            width: parent.width
        }

        Words {
            color: Theme.paperQuiet
            language: root.language
            letterPx: root.smallPx
            text: root.activity
            typeSetter: root.typeSetter
            width: parent.width
        }
    }

    StatusPlate {
        id: plate

        language: root.language
        letterPx: root.letterPx
        status: root.status
        typeSetter: root.typeSetter
        width: root.plateWidth
        word: root.word
        x: root.namesWidth + root.gap
        y: root.isWide ? root.bodyTop + (root.inner - height) / 2 : root.rise + (root.upper - height) / 2
    }

    Flow {
        id: next


        layoutDirection: Qt.LeftToRight
        width: root.nextWidth - root.nextLeft
        x: root.nextLeft
        y: root.bodyTop + (root.inner - height) / 2

        Words {
            color: Theme.paperInk
            language: root.language
            letterPx: root.letterPx
            text: root.change
            typeSetter: root.typeSetter
            width: Math.min(implicitWidth + root.space, parent.width)
        }

        Words {
            color: Theme.paperInk
            language: root.language
            letterPx: root.letterPx
            strong: true
            text: root.countdown
            typeSetter: root.typeSetter
            width: Math.min(implicitWidth + root.space, parent.width)
        }
    }

    Words {
        id: why

        color: Theme.lacquer
        language: root.language
        letterPx: root.letterPx
        text: root.reason
        typeSetter: root.typeSetter
        width: root.nextWidth - x
        x: root.isWide ? plate.x : 0
        y: root.bodyTop + root.inner
    }

    Row {
        id: clocks

        x: root.width - root.clocksWidth
        y: root.nextTop + (root.nextHeight - height) / 2

        Repeater {
            model: root.times

            Words {
                required property string modelData

                color: Theme.paperInk
                horizontalAlignment: Text.AlignRight
                language: ""
                letterPx: Math.round(root.letterPx * Theme.clock)
                strong: true
                text: modelData
                typeSetter: root.typeSetter
                width: root.clocksWidth / root.times.length
            }
        }
    }
}

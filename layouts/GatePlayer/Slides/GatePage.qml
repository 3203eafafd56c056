pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// The default gate page: the gate's name and a standing invitation, every language at once.
// Vietnamese or the slot's language first and largest, the others at three quarters of it at most.
SlidePage {
    id: root

    readonly property bool isWide: root.width > root.height
    readonly property real pad: root.screen.margin
    readonly property real gap: root.screen.bodyPx * Theme.roomy
    readonly property int otherPx: Math.max(root.screen.bodyPx, root.slide.titlePx * Theme.other)
    readonly property int columns: root.isWide ? 2 : 1

    // Where room is short the other languages give their advice only; then the mark goes too.
    readonly property bool isFull: root.slide.arrangement === "above"
    readonly property bool isBare: root.slide.arrangement === "bare"

    // Where not even that has room, each language waits for its own slot.
    readonly property bool isAlone: root.slide.arrangement === "alone"

    // What may run at the head of a low page is not covered; there the margins are narrow.
    readonly property bool isLow: root.screen.headRoom > 0
    readonly property real air: (root.isLow ? 0.75 : 1.5) * root.pad

    available: root.height - root.air - root.screen.headRoom
    needed: page.implicitHeight

    onRelayout: {
        for (let at = 0; at < languages.count; at++)
            (languages.itemAt(at) as Column).forceLayout();
        others.forceLayout();
        page.forceLayout();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Column {
        id: page

        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.screen.headRoom / 2
        spacing: Math.round(root.screen.bodyPx * Theme.snug)
        width: root.width - 2 * root.pad

        GateMark {
            anchors.horizontalCenter: parent.horizontalCenter
            ground: Theme.ground
            height: width
            visible: !root.isBare && !root.isAlone
            width: Math.round(root.slide.titlePx)
        }

        Words {
            color: Theme.gold
            horizontalAlignment: Text.AlignHCenter
            language: root.slide.language
            letterPx: root.slide.bodyPx
            text: root.slide.caption
            typeSetter: root.typeSetter
            // A low page greets by its gate's name alone.
            visible: text.length > 0 && !root.isLow
            width: parent.width
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.groundInk
            headline: true
            horizontalAlignment: Text.AlignHCenter
            language: root.slide.language
            letterPx: root.slide.titlePx
            text: root.slide.title
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, parent.width)
        }

        Clocks {
            anchors.horizontalCenter: parent.horizontalCenter
            screen: root.screen
            slide: root.slide
            typeSetter: root.typeSetter
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.groundQuiet
            horizontalAlignment: Text.AlignHCenter
            language: root.slide.language
            letterPx: root.slide.bodyPx
            text: root.slide.body
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, parent.width)
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.gold
            height: Math.max(2, Math.round(root.screen.bodyPx * Theme.hairline))
            visible: !root.isAlone
            width: root.width * 0.18
        }

        Grid {
            id: others

            columnSpacing: root.gap
            columns: root.columns
            horizontalItemAlignment: Grid.AlignHCenter
            rowSpacing: Math.round(root.screen.bodyPx * Theme.gap)
            topPadding: root.screen.bodyPx * Theme.tight
            visible: !root.isAlone
            width: parent.width

            Repeater {
                id: languages

                model: root.slide.stacked

                Column {
                    id: other

                    required property string language
                    required property string title
                    required property string body

                    width: (page.width - (root.columns - 1) * root.gap) / root.columns

                    Words {
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: Theme.groundInk
                        headline: true
                        horizontalAlignment: Text.AlignHCenter
                        language: other.language
                        letterPx: root.otherPx
                        text: other.title
                        typeSetter: root.typeSetter
                        visible: root.isFull
                        width: root.typeSetter.balancedWidth(text, font, parent.width)
                    }

                    Words {
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: Theme.groundQuiet
                        horizontalAlignment: Text.AlignHCenter
                        language: other.language
                        letterPx: root.screen.bodyPx
                        text: other.body
                        typeSetter: root.typeSetter
                        width: root.typeSetter.balancedWidth(text, font, parent.width)
                    }
                }
            }
        }
    }
}

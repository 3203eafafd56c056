pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Says that a page is read aloud, and in which language: a loudspeaker with its waves, and a name.
// It stands still; when the recording fails it leaves, and its place stays empty.
Rectangle {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property real widest
    readonly property int letterPx: root.screen.smallPx
    readonly property real inset: root.letterPx * Theme.snug
    readonly property real frame: speaker.width + root.inset * 3.4

    Accessible.name: root.slide.sound
    Accessible.role: Accessible.StaticText
    color: Theme.paper
    implicitHeight: label.height + root.letterPx * Theme.tight
    implicitWidth: label.width + root.frame
    opacity: root.slide.isHeard ? 1 : 0
    radius: root.letterPx * Theme.tight

    border {
        color: Theme.paperInk
        width: Math.max(1, Math.round(root.letterPx * Theme.frame))
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.appear
        }
    }

    Item {
        id: speaker

        readonly property real part: root.letterPx / 8

        anchors.left: parent.left
        anchors.leftMargin: root.inset * 1.2
        anchors.verticalCenter: parent.verticalCenter
        height: part * 8
        width: part * 8.4

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            antialiasing: true
            color: Theme.paperInk
            height: speaker.part * 2.8
            width: speaker.part * 2
        }

        // The horn: a square on its corner, of which the box hides the left half.
        Item {
            clip: true
            height: speaker.height
            width: speaker.part * 4
            x: speaker.part * 0.2

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                antialiasing: true
                color: Theme.paperInk
                height: width
                rotation: 45
                width: speaker.part * 5.2
                x: speaker.part * 1.2
            }
        }

        Repeater {
            model: 2

            // A wave: the right third of a ring.
            Item {
                id: wave

                required property int index
                readonly property real across: speaker.part * (4.6 + 3.2 * wave.index)

                clip: true
                height: speaker.height
                width: speaker.part * (1.1 + 0.5 * wave.index)
                x: speaker.part * 3.6 + wave.across / 2 - width + speaker.part * 0.5

                Rectangle {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    antialiasing: true
                    color: "transparent"
                    height: width
                    radius: width / 2
                    width: wave.across

                    border {
                        color: Theme.paperInk
                        width: Math.max(1, speaker.part * 0.8)
                    }
                }
            }
        }
    }

    Words {
        id: label

        anchors.left: speaker.right
        anchors.leftMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.paperInk
        language: root.slide.language
        letterPx: root.letterPx
        strong: true
        text: root.slide.sound
        typeSetter: root.typeSetter
        width: Math.min(label.implicitWidth, root.widest - root.frame)
    }
}

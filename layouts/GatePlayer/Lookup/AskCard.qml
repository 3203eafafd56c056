import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Is the traveller still there? One big button; touching anything else is an answer, too.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter

    // While it is seen the keypad reaches nothing beside it.
    readonly property bool isModal: true
    readonly property real inset: root.desk.lengths.bodyPx * 1.4

    visible: root.desk.asks.length > 0
    onVisibleChanged: {
        if (visible)
            stay.forceActiveFocus();
    }

    Rectangle {
        anchors.fill: parent
        color: root.tones.ground
        opacity: 0.82

        // Bound to its place it keeps the finger from what lies below.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: 0

            onTapped: root.desk.act("stay")
        }
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: root.tones.accent
        border.width: Math.round(root.desk.lengths.bodyPx * Theme.stroke)
        color: root.tones.paper
        height: Math.min(parent.height, words.height + 2 * root.inset)
        radius: root.desk.lengths.bodyPx * Theme.snug
        width: Math.min(parent.width - 2 * root.desk.lengths.margin, 26 * root.desk.lengths.bodyPx)

        Column {
            id: words

            anchors.centerIn: parent
            spacing: root.desk.lengths.isLow ? 0 : root.inset / 2
            width: parent.width - 2 * root.inset

            Words {
                color: root.tones.ink
                headline: true
                horizontalAlignment: Text.AlignHCenter
                language: root.desk.language
                letterPx: root.desk.lengths.titlePx
                text: root.desk.asks[0] ?? ""
                typeSetter: root.typeSetter
                width: words.width
            }

            Words {
                color: root.tones.quiet
                horizontalAlignment: Text.AlignHCenter
                language: root.desk.language
                letterPx: root.desk.lengths.bodyPx
                text: root.desk.asks[1] ?? ""
                typeSetter: root.typeSetter
                width: words.width
            }

            TouchTarget {
                id: stay

                action: "stay"
                desk: root.desk
                height: Math.round(root.desk.lengths.linePx * (root.desk.lengths.isLow ? 1.2 : 2))
                rest: root.tones.lit
                restInk: root.tones.litInk
                spoken: root.desk.asks[2] ?? ""
                tones: root.tones
                width: words.width

                Words {
                    anchors.centerIn: parent
                    color: stay.ink
                    headline: true
                    language: root.desk.language
                    letterPx: root.desk.lengths.titlePx
                    text: root.desk.asks[2] ?? ""
                    typeSetter: root.typeSetter
                }
            }
        }
    }
}

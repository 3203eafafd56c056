pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Staff
import GatePlayer.Theme

// The touch check: five rings to be touched in turn, and crosses where touches were reported instead. Words and
// controls stay in the middle, where no mirrored or turned touch meant for a ring is reported.
Item {
    id: root

    required property SetupViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real ring: root.panel.lengths.touchPx * 1.5
    readonly property int stroke: Math.max(3, Math.round(root.panel.lengths.bodyPx * Theme.stroke * 1.6))

    Accessible.role: Accessible.Pane

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: eventPoint => root.panel.land(eventPoint.position.x / root.width, eventPoint.position.y / root.height)
    }

    Repeater {
        model: root.panel.marks

        TouchMark {
            height: root.ring
            stroke: root.stroke
            tones: root.tones
            width: root.ring
            x: across * root.width - width / 2
            y: down * root.height - height / 2
        }
    }

    Column {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.panel.lengths.gap / 2
        width: root.width * 0.6
        y: root.height * 0.22

        Words {
            color: root.tones.ink
            headline: true
            horizontalAlignment: Text.AlignHCenter
            language: root.panel.language
            letterPx: root.panel.lengths.titlePx
            text: root.panel.title
            typeSetter: root.typeSetter
            width: words.width
        }

        Words {
            color: root.tones.ink
            horizontalAlignment: Text.AlignHCenter
            language: root.panel.language
            letterPx: root.panel.lengths.smallPx
            text: root.panel.hint
            typeSetter: root.typeSetter
            width: words.width
        }

        Words {
            color: root.tones.accent
            headline: true
            horizontalAlignment: Text.AlignHCenter
            language: root.panel.language
            letterPx: root.panel.lengths.smallPx
            text: root.panel.message
            typeSetter: root.typeSetter
            width: words.width
        }
    }

    StaffToolRows {
        anchors.horizontalCenter: parent.horizontalCenter
        height: implicitHeight
        panel: root.panel
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.width * 0.6
        y: Math.round(root.height * 0.62)
    }
}

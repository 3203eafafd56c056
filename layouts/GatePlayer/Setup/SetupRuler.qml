pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A bar that is to be as long as a ruler says; below it the width of the picture that follows.
Item {
    id: root

    required property SetupViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int tick: Math.max(2, Math.round(root.panel.lengths.bodyPx * Theme.stroke))
    readonly property real thick: Math.round(root.panel.lengths.bodyPx * 1.4)

    Item {
        id: bar

        height: root.thick * 2
        width: root.panel.barPx
        x: Math.round((root.width - width) / 2)
        y: Math.round((root.height - height) * 0.3)

        Rectangle {
            anchors.fill: parent
            anchors.bottomMargin: root.thick / 2
            anchors.topMargin: root.thick / 2
            color: root.tones.accent
        }

        Rectangle {
            color: root.tones.ink
            height: parent.height
            width: root.tick
        }

        Rectangle {
            color: root.tones.ink
            height: parent.height
            width: root.tick
            x: parent.width - width
        }
    }

    Words {
        color: root.tones.ink
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.panel.language
        letterPx: root.panel.lengths.bodyPx
        text: root.panel.barMm + " mm"
        typeSetter: root.typeSetter
        width: root.width
        y: bar.y - height - root.panel.lengths.gap / 2
    }

    Words {
        color: root.tones.ink
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.panel.language
        letterPx: root.panel.lengths.titlePx
        text: root.panel.typed
        typeSetter: root.typeSetter
        width: root.width
        y: bar.y + bar.height + root.panel.lengths.gap
    }
}

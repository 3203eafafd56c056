pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The strip at the head: that this is the panel, who is logged in, what time it is.
Rectangle {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real inset: root.panel.lengths.bodyPx * Theme.snug

    color: root.tones.ground
    height: Math.round(Math.max(name.height, officer.height) + 2 * root.inset)

    Words {
        id: name

        color: root.tones.accent
        headline: true
        language: root.panel.language
        letterPx: root.panel.lengths.smallPx
        text: root.panel.name
        typeSetter: root.typeSetter
        width: root.width * 0.4
        x: root.panel.lengths.margin
        y: (root.height - height) / 2
    }

    Words {
        id: officer

        color: root.tones.groundInk
        headline: true
        horizontalAlignment: Text.AlignRight
        language: root.panel.language
        letterPx: root.panel.lengths.smallPx
        strong: false
        text: root.panel.officer
        typeSetter: root.typeSetter
        width: clock.x - x - 2 * root.inset
        x: name.x + name.width + root.inset
        y: (root.height - height) / 2
    }

    Words {
        id: clock

        color: root.tones.groundInk
        headline: true
        language: root.panel.language
        letterPx: root.panel.lengths.smallPx
        text: root.panel.clock
        typeSetter: root.typeSetter
        wrapMode: Text.NoWrap
        x: root.width - width - root.panel.lengths.margin
        y: (root.height - height) / 2
    }
}

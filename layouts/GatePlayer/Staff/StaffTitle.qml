pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// What a page is about; below it what became of the last order, else one sentence about the page.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isLoud: root.panel.warning.length > 0 || root.panel.message.length > 0
    readonly property string said: root.panel.warning.length > 0 ? root.panel.warning : root.panel.message.length > 0
                                                                   ? root.panel.message : root.panel.hint
    readonly property bool isGood: root.isLoud && root.panel.warning.length === 0 && !root.panel.isRefused
    readonly property real inset: root.panel.lengths.bodyPx * Theme.tight

    // Always as high, so that nothing moves below a finger when something is said.
    height: Math.round(root.panel.lengths.titlePx * 1.6 + root.panel.lengths.bodyPx * 2.9)

    Icon {
        id: picture

        color: root.tones.sign
        height: width
        name: root.panel.icon
        visible: root.panel.icon.length > 0
        width: visible ? Math.round(root.panel.lengths.titlePx * 1.2) : 0
        y: root.panel.lengths.titlePx * 0.2
    }

    Words {
        color: root.tones.ink
        headline: true
        language: root.panel.language
        letterPx: root.panel.lengths.titlePx
        text: root.panel.title
        typeSetter: root.typeSetter
        width: root.width - x
        x: picture.width + (picture.visible ? root.inset * 2 : 0)
    }

    Rectangle {
        color: !root.isLoud ? "transparent" : root.isGood ? root.tones.done : root.tones.pressed
        height: words.height + root.inset
        radius: root.inset
        width: Math.min(root.width, words.implicitWidth + (root.isLoud ? 4 : 0) * root.inset)
        y: root.height - root.panel.lengths.bodyPx * 1.45 - height / 2

        Words {
            id: words

            color: !root.isLoud ? root.tones.quiet : root.isGood ? root.tones.doneInk : root.tones.pressedInk
            headline: true
            language: root.panel.language
            letterPx: root.panel.lengths.smallPx
            strong: root.isLoud
            text: root.said
            typeSetter: root.typeSetter
            width: root.width - (root.isLoud ? 4 : 0) * root.inset
            x: root.isLoud ? 2 * root.inset : 0
            y: root.inset / 2
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// Something said, and buttons for what can be done about it: beside it where there are one or two.
Rectangle {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    required property string text
    required property string note
    required property string language
    required property string lead
    required property string fault
    required property string icon
    required property bool isAlarm
    required property list<string> actions
    required property list<string> words
    required property list<bool> lit
    readonly property real inset: Math.round(root.panel.lengths.bodyPx * Theme.snug)
    readonly property bool isBeside: root.actions.length > 0 && root.actions.length <= 2
    readonly property real keyWidth: Math.max(root.panel.lengths.touchPx, Math.min(6.4 * root.panel.lengths.bodyPx, root.width * 0.26))
    readonly property real besideWidth: root.isBeside ? root.actions.length * (root.keyWidth + root.inset) : 0
    readonly property real wordsWidth: root.width - 2 * root.inset - root.besideWidth - said.x

    border.color: root.fault.length > 0 ? root.tones.accent : root.tones.line
    border.width: Math.max(1, Math.round(root.panel.lengths.bodyPx * (root.fault.length > 0 ? Theme.stroke : Theme.hairline)))
    color: root.tones.card
    implicitHeight: Math.round(root.isBeside ? Math.max(said.height, root.panel.lengths.touchPx) + 2 * root.inset
                                             : said.height + (keys.visible ? keys.height + root.inset : 0) + 2 * root.inset)
    radius: root.inset / 2

    Icon {
        color: root.tones.sign
        height: width
        name: root.icon
        visible: root.icon.length > 0
        width: Math.round(root.panel.lengths.bodyPx * 1.8)
        x: root.inset
        y: said.y + (said.height - height) / 2
    }

    Column {
        id: said

        width: root.wordsWidth
        x: root.inset + (root.icon.length > 0 ? Math.round(root.panel.lengths.bodyPx * 1.8) + root.inset : 0)
        y: root.isBeside ? (root.height - height) / 2 : root.inset

        Words {
            color: root.tones.sign
            headline: true
            language: root.panel.language
            letterPx: root.panel.lengths.smallPx
            strong: false
            text: root.lead
            typeSetter: root.typeSetter
            width: said.width
        }

        Words {
            color: root.tones.ink
            headline: true
            language: root.language
            letterPx: root.panel.lengths.bodyPx
            text: root.text
            typeSetter: root.typeSetter
            width: said.width
        }

        Words {
            color: root.tones.quiet
            language: root.language
            letterPx: root.panel.lengths.smallPx
            text: root.note
            typeSetter: root.typeSetter
            width: said.width
        }

        Words {
            color: root.tones.accent
            headline: true
            language: root.panel.language
            letterPx: root.panel.lengths.smallPx
            text: root.fault
            typeSetter: root.typeSetter
            width: said.width
        }
    }

    Flow {
        id: keys

        layoutDirection: Qt.LeftToRight
        spacing: root.inset
        visible: root.actions.length > 0
        width: root.isBeside ? root.besideWidth - root.inset : root.width - 2 * root.inset
        x: root.isBeside ? root.width - width - root.inset : root.inset
        y: root.isBeside ? (root.height - height) / 2 : said.y + said.height + root.inset

        Repeater {
            model: root.words

            StaffKey {
                required property int index
                required property string modelData

                action: root.actions[index] ?? ""
                desk: root.panel
                height: root.panel.lengths.touchPx
                isAlarm: root.isAlarm && (action.startsWith("alarm:") || action.startsWith("cancel:"))
                isOn: root.lit[index] ?? false
                language: root.panel.language
                tones: root.tones
                typeSetter: root.typeSetter
                width: root.isBeside ? root.keyWidth : Math.min(wanted, keys.width)
                words: modelData
            }
        }
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A button of the bar: an icon, and a word below or beside it.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    required property string text
    required property string language
    required property string icon
    property bool isTrailing: false
    readonly property bool isAlarm: root.action === "emergency"
    property bool isFlat: root.height < 2.6 * root.desk.lengths.bodyPx
    readonly property int iconSide: Math.round(Math.min(root.height * 0.42, root.desk.lengths.bodyPx * 1.4))
    readonly property real wordsHeight: root.text.length > 0 ? label.contentHeight : 0
    readonly property bool hasIcon: root.isFlat || root.iconSide + root.wordsHeight <= root.height
    readonly property real inset: root.desk.lengths.bodyPx * Theme.tight

    opacity: root.enabled ? 1 : 0.35
    border.color: root.activeFocus ? root.tones.accent : root.tones.groundQuiet
    rest: root.isAlarm ? root.tones.alarm : root.tones.ground
    restInk: root.isAlarm ? root.tones.alarmInk : root.tones.groundInk
    spoken: root.text

    Icon {
        id: picture

        color: root.ink
        height: width
        name: root.icon
        visible: root.hasIcon
        width: root.iconSide
        x: !root.isFlat ? (root.width - width) / 2 : root.isTrailing ? root.width - width - root.inset * 2 : root.inset * 2
        y: root.isFlat ? (root.height - height) / 2 : (root.height - height - root.wordsHeight) / 2
    }

    Words {
        id: label

        color: root.ink
        headline: true
        horizontalAlignment: !root.isFlat ? Text.AlignHCenter : root.isTrailing ? Text.AlignRight : Text.AlignLeft
        language: root.language
        letterPx: root.typeSetter.wholeWordsPx(root.text, root.typeSetter.font(root.language, root.desk.lengths.smallPx, strong), width)
        strong: root.isAlarm || root.isOn
        text: root.text
        typeSetter: root.typeSetter
        width: root.isFlat ? root.width - picture.width - 4 * root.inset : root.width - 2 * root.inset
        x: root.isFlat && !root.isTrailing ? picture.x + picture.width + root.inset : root.inset
        y: root.isFlat ? (root.height - height) / 2 : root.hasIcon ? picture.y + picture.height : (root.height - height) / 2
    }
}

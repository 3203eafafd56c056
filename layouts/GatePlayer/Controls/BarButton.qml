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
    readonly property real inset: root.desk.lengths.bodyPx * Theme.tight
    readonly property real across: root.width - 2 * root.inset
    readonly property int letterPxBesideIcon: root.isFlat ? root.wholeWordsPx(root.across - root.iconSide - 2 * root.inset, root.height)
                                                          : root.wholeWordsPx(root.across, root.height - root.iconSide)

    // Words that find no room beside or below the icon have its place, too.
    readonly property bool hasIcon: root.letterPxBesideIcon > 0

    // 0: there is no room for its words, whole and legible.
    function wholeWordsPx(width: real, height: real): int {
        return root.typeSetter.boxedWordsPx(root.text, root.language, root.desk.lengths.smallPx, label.strong, Qt.size(width, height));
    }

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
        horizontalAlignment: !root.isFlat || !root.hasIcon ? Text.AlignHCenter : root.isTrailing ? Text.AlignRight : Text.AlignLeft
        language: root.language
        letterPx: (root.hasIcon ? root.letterPxBesideIcon : root.wholeWordsPx(root.across, root.height)) || root.desk.lengths.smallPx
        strong: root.isAlarm || root.isOn
        text: root.text
        typeSetter: root.typeSetter
        width: root.isFlat && root.hasIcon ? root.across - picture.width - 2 * root.inset : root.across
        x: root.isFlat && root.hasIcon && !root.isTrailing ? picture.x + picture.width + root.inset : root.inset
        y: root.isFlat || !root.hasIcon ? (root.height - height) / 2 : picture.y + picture.height
    }
}

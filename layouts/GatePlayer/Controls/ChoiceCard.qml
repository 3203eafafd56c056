pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// One of several things to choose from: an icon and its words, above one another or side by side.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    required property string text
    required property string language
    required property string icon
    required property string note
    property bool isUpright: false
    property bool showsIcon: true

    // Whether its height follows its words; then nothing within may follow its height.
    property bool grows: false
    readonly property real given: root.grows ? root.desk.lengths.touchPx : root.height
    property int letterPx: root.desk.lengths.bodyPx
    property int notePx: root.desk.lengths.smallPx
    readonly property bool isCramped: root.desk.lengths.isLow || !root.isUpright && root.given < 3.2 * root.desk.lengths.bodyPx
    property real inset: Math.round(root.desk.lengths.bodyPx * (root.isCramped ? Theme.tight : Theme.gap))
    readonly property real iconSide: root.icon.length === 0 ? 0 : Math.round(
                                         root.isUpright ? Math.min(root.given * 0.34, root.width * 0.36, 3.4 * root.desk.lengths.bodyPx)
                                                        : Math.min(root.given * 0.6, 2 * root.desk.lengths.bodyPx))
    readonly property bool hasIcon: root.showsIcon && root.iconSide > 0 && (!root.isUpright || root.iconSide + words.height + root.inset / 2 <= root.height)
    readonly property real least: words.height + (root.isUpright ? root.iconSide : 0) + root.inset

    spoken: root.note.length > 0 ? root.text + ". " + root.note : root.text

    Icon {
        id: picture

        color: root.isHeld || root.isOn ? root.ink : root.tones.sign
        height: width
        name: root.icon
        visible: root.hasIcon
        width: root.iconSide
        x: root.isUpright ? (root.width - width) / 2 : root.inset
        y: root.isUpright ? (root.height - height - words.height - root.inset / 2) / 2 : (root.height - height) / 2
    }

    Column {
        id: words

        width: root.isUpright || !root.hasIcon ? root.width - 2 * root.inset : root.width - x - root.inset
        x: root.isUpright || !root.hasIcon ? root.inset : picture.x + picture.width + root.inset
        y: root.isUpright && root.hasIcon ? picture.y + picture.height + root.inset / 2 : (root.height - height) / 2

        Words {
            color: root.ink
            headline: true
            horizontalAlignment: root.isUpright ? Text.AlignHCenter : Text.AlignLeft
            language: root.language
            letterPx: root.typeSetter.wholeWordsPx(root.text, root.typeSetter.font(root.language, root.letterPx, strong), width)
            text: root.text
            typeSetter: root.typeSetter
            width: words.width
        }

        Words {
            color: root.ink
            headline: true
            horizontalAlignment: root.isUpright ? Text.AlignHCenter : Text.AlignLeft
            language: root.language
            letterPx: root.notePx
            strong: false
            text: root.note
            typeSetter: root.typeSetter
            width: words.width
        }
    }
}

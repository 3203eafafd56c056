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
    readonly property real given: root.grows ? root.desk.lengths.linePx : root.height
    property int letterPx: root.desk.lengths.bodyPx
    property int notePx: root.desk.lengths.smallPx
    readonly property bool isCramped: root.desk.lengths.isLow || !root.isUpright && root.given < 3.2 * root.desk.lengths.bodyPx
    property real inset: Math.round(root.desk.lengths.bodyPx * (root.isCramped ? Theme.tight : Theme.gap))
    readonly property real iconSide: root.icon.length === 0 ? 0 : Math.round(
                                         root.isUpright ? Math.min(root.given * 0.34, root.width * 0.36, 3.4 * root.desk.lengths.bodyPx)
                                                        : Math.min(root.given * 0.6, 2 * root.desk.lengths.bodyPx))

    // Where an icon stands above them all lines are equally wide; else their height would depend on itself.
    readonly property real noted: root.isUpright && root.note.length > 0 ? said.height : 0
    readonly property real across: root.width - 2 * root.inset
    readonly property size alone: Qt.size(root.across, root.height)
    readonly property size besideIcon: root.isUpright ? Qt.size(root.across, root.height - root.iconSide - root.inset)
                                                      : Qt.size(root.across - root.iconSide - root.inset, root.height)
    readonly property int letterPxBesideIcon: root.wholeWordsPx(root.besideIcon)

    // Words that find no room beside or below the icon have its place, too.
    readonly property bool hasIcon: root.showsIcon && root.iconSide > 0 && root.letterPxBesideIcon > 0
    readonly property real least: words.height + (root.isUpright ? root.iconSide : 0) + root.inset

    // 0: there is no room for its words, whole and legible.
    function wholeWordsPx(box: size): int {
        if (root.grows)
            return root.typeSetter.wholeWordsPx(root.text, root.typeSetter.font(root.language, root.letterPx, true), box.width, 0);
        return root.typeSetter.boxedWordsPx(root.text, root.language, root.letterPx, true, Qt.size(box.width, box.height - root.noted));
    }

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

        width: root.isUpright || !root.hasIcon ? root.across : root.width - x - root.inset
        x: root.isUpright || !root.hasIcon ? root.inset : picture.x + picture.width + root.inset
        y: root.isUpright && root.hasIcon ? picture.y + picture.height + root.inset / 2 : (root.height - height) / 2

        Words {
            color: root.ink
            headline: true
            horizontalAlignment: root.isUpright ? Text.AlignHCenter : Text.AlignLeft
            language: root.language
            letterPx: (root.hasIcon ? root.letterPxBesideIcon : root.wholeWordsPx(root.alone)) || root.letterPx
            text: root.text
            typeSetter: root.typeSetter
            width: words.width
        }

        Words {
            id: said

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

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// The first of the notices that hold: what it is, its headline unless there is no room for it, and how many there are
// beside it.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    required property bool isBrief
    readonly property DeskViewModel pages: root.desk as DeskViewModel
    readonly property bool hasWords: root.pages.noticeWords.length > 0
    readonly property real inset: Math.round(root.desk.lengths.bodyPx * Theme.gap)

    // Of its width: all but the words.
    readonly property real taken: said.x + (others.text.length > 0 ? others.implicitWidth + root.inset / 2 : 0) + turn.width + 2 * root.inset
    readonly property real wanted: Math.max(root.desk.lengths.linePx, label.height + said.height + 1.4 * root.inset)
    readonly property AlarmTones colours: AlarmTones {
        level: 0
        tone: root.pages.notice.tone
    }

    // Whether its label is whole and legible in one row with the search, and ``width`` pixels for both.
    function isLegible(width: real): bool {
        return !root.isBrief || !root.hasWords || root.briefLetterPx(width / 2 - root.taken) > 0;
    }

    function briefLetterPx(width: real): int {
        return root.typeSetter.boxedWordsPx(label.text, label.language, root.desk.lengths.smallPx, true, Qt.size(width, root.desk.lengths.linePx));
    }

    action: "notices"
    clip: true
    rest: root.colours.ground
    restInk: root.colours.ink
    spoken: root.pages.noticeWords.join(". ")

    Hatching {
        height: root.height
        visible: root.colours.isDrill
        width: said.x - root.inset / 2
    }

    Rectangle {
        anchors.centerIn: mark
        color: root.color
        height: mark.height + root.inset / 2
        radius: root.radius
        visible: root.colours.isDrill
        width: height
    }

    NoticeMark {
        id: mark

        height: width
        mark: root.pages.notice
        tones: root.colours
        width: Math.round(root.desk.lengths.bodyPx * (root.isBrief ? 1.3 : 2.4))
        x: root.inset
        y: (root.height - height) / 2
    }

    Words {
        id: label

        color: root.ink
        headline: true
        language: root.pages.noticeLanguage
        letterPx: (root.isBrief ? root.briefLetterPx(width) : 0) || root.desk.lengths.smallPx
        strong: true
        text: root.pages.noticeWords[0] ?? ""
        typeSetter: root.typeSetter
        width: said.width
        x: said.x
        y: (root.height - height - (root.isBrief ? 0 : said.height)) / 2
    }

    Words {
        id: said

        color: root.ink
        headline: true
        language: root.pages.noticeLanguage
        letterPx: root.desk.lengths.bodyPx
        text: root.pages.noticeWords[1] ?? ""
        typeSetter: root.typeSetter
        visible: !root.isBrief
        width: root.width - root.taken
        x: mark.x + mark.width + root.inset
        y: label.y + label.height
    }

    Words {
        id: others

        color: root.ink
        headline: true
        language: root.pages.language
        letterPx: root.desk.lengths.bodyPx
        text: root.pages.noticeWords[2] ?? ""
        typeSetter: root.typeSetter
        width: implicitWidth
        x: turn.x - width - root.inset / 2
        y: (root.height - height) / 2
    }

    Icon {
        id: turn

        color: root.ink
        height: width
        name: "turn-on"
        width: root.desk.lengths.bodyPx
        x: root.width - root.inset - width
        y: (root.height - height) / 2
    }
}

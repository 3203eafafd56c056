import QtQuick

import GatePlayer
import GatePlayer.Theme

// What a notice is: a sign and a word on a field of its colour. A drill is hatched: it must not be
// taken for what is meant, nor by those who cannot tell colours.
Rectangle {
    id: root

    required property NoticeViewModel notice
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property string language
    required property bool isBeside
    readonly property bool isCaution: root.notice.tone === "caution"
    readonly property bool isDrill: root.notice.tone === "drill"
    readonly property color ink: root.isCaution ? Theme.cautionInk
                                                : root.isDrill ? Theme.drillInk : Theme.groundInk
    readonly property real pad: root.screen.margin * Theme.between
    readonly property real widest: root.isBeside ? root.width - 2 * root.pad
                                                 : root.width - mark.width - 3 * root.pad
    readonly property real side: Math.min(root.width, root.height)
    readonly property real spare: root.isBeside ? root.height - word.height - 3 * root.pad
                                                : root.height - 2 * root.pad

    clip: true
    color: root.isCaution ? Theme.caution : root.isDrill ? Theme.day : Theme.ground

    Hatching {
        anchors.fill: parent
        visible: root.isDrill
    }

    Item {
        id: mark

        height: width
        width: Math.max(0, Math.min(root.side * 0.56, root.spare))
        x: root.isBeside ? (root.width - width) / 2 : root.pad
        y: root.isBeside ? Math.max(root.pad, (root.height - width - root.pad - word.height) / 2)
                         : (root.height - height) / 2

        CautionSign {
            anchors.fill: parent
            visible: root.isCaution
        }

        Icon {
            anchors.fill: parent
            color: root.ink
            name: "information"
            visible: !root.isCaution
        }
    }

    Rectangle {
        anchors.centerIn: word
        color: Theme.day
        height: word.height + root.pad
        radius: root.pad / 2
        visible: root.isDrill
        width: word.width + root.pad
    }

    Words {
        id: word

        color: root.ink
        headline: true
        horizontalAlignment: root.isBeside ? Text.AlignHCenter : Text.AlignLeft
        language: root.language
        letterPx: Math.round(root.screen.bodyPx * 1.1)
        text: root.notice.label
        typeSetter: root.typeSetter
        width: root.typeSetter.balancedWidth(text, font, root.widest)
        x: root.isBeside ? (root.width - width) / 2 : mark.x + mark.width + root.pad
        y: root.isBeside ? mark.y + mark.height + root.pad : (root.height - height) / 2
    }
}

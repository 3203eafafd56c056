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
    readonly property bool isDrill: root.tones.isDrill
    readonly property AlarmTones tones: AlarmTones {
        level: 0
        tone: root.notice.mark.tone
    }
    readonly property real pad: root.screen.margin * Theme.between
    readonly property real widest: root.isBeside ? root.width - 2 * root.pad
                                                 : root.width - mark.width - 3 * root.pad
    readonly property real side: Math.min(root.width, root.height)
    readonly property real spare: root.isBeside ? root.height - word.height - 3 * root.pad
                                                : root.height - 2 * root.pad

    // That it is a drill stands above what it is, on a line of its own, but where a field is too low.
    readonly property bool isStacked: root.isBeside || 2 * word.lineHeight + root.pad <= root.height

    clip: true
    color: root.tones.ground

    Hatching {
        anchors.fill: parent
        visible: root.isDrill
    }

    Rectangle {
        anchors.centerIn: mark
        color: root.tones.ground
        height: mark.height + root.pad
        radius: root.pad / 2
        visible: root.isDrill
        width: mark.width + root.pad
    }

    NoticeMark {
        id: mark

        height: width
        mark: root.notice.mark
        tones: root.tones
        width: Math.max(0, Math.min(root.side * 0.56, root.spare))
        x: root.isBeside ? (root.width - width) / 2 : root.pad
        y: root.isBeside ? Math.max(root.pad, (root.height - width - root.pad - word.height) / 2)
                         : (root.height - height) / 2
    }

    Rectangle {
        anchors.verticalCenter: word.verticalCenter
        color: root.tones.ground
        height: word.height + root.pad
        radius: root.pad / 2
        visible: root.isDrill
        width: word.contentWidth + root.pad
        x: word.x - root.pad / 2 + (root.isBeside ? (word.width - word.contentWidth) / 2 : 0)
    }

    Words {
        id: word

        color: root.tones.ink
        headline: true
        horizontalAlignment: root.isBeside ? Text.AlignHCenter : Text.AlignLeft
        language: root.language
        letterPx: Math.round(root.screen.bodyPx * 1.1)
        text: root.isStacked ? root.notice.label.replace(" · ", "\n") : root.notice.label
        typeSetter: root.typeSetter
        width: root.typeSetter.balancedWidth(text, font, root.widest)
        x: root.isBeside ? (root.width - width) / 2 : mark.x + mark.width + root.pad
        y: root.isBeside ? mark.y + mark.height + root.pad : (root.height - height) / 2
    }
}

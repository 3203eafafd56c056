import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// An urgent notice above everything: a sign, a word and a colour (yellow and black, caution; green,
// safe: after ISO 22324), and its text in one language after the other. A drill is white and
// hatched: it must not be taken for what is meant.
Rectangle {
    id: root

    required property BannerViewModel banner
    required property ScreenMetrics screen
    required property TypeSetter typeSetter

    readonly property BannerCard front: root.banner.isFirstInFront ? root.banner.first : root.banner.second
    readonly property AlarmTones tones: AlarmTones {
        level: 0
        tone: root.front.mark.tone
    }

    color: root.tones.ground
    height: root.banner.height
    opacity: root.banner.shown ? 1 : 0
    visible: root.opacity > 0

    Behavior on opacity {
        enabled: root.banner.fadeMs > 0

        NumberAnimation {
            duration: root.banner.fadeMs
        }
    }

    Hatching {
        height: root.height
        visible: root.tones.isDrill
        width: root.banner.margin + root.banner.sign + root.banner.gap / 2
    }

    Rectangle {
        color: root.tones.ground
        height: root.banner.sign + root.banner.gap / 2
        radius: root.banner.gap / 4
        visible: root.tones.isDrill
        width: root.banner.sign + root.banner.gap / 2
        x: root.banner.margin - root.banner.gap / 4
        y: (root.height - height) / 2
    }

    Rectangle {
        color: root.tones.band
        height: Math.max(2, Math.round(root.screen.bodyPx * Theme.stroke))
        width: parent.width
    }

    NoticeMark {
        anchors.verticalCenter: parent.verticalCenter
        height: root.banner.sign
        mark: root.front.mark
        tones: root.tones
        width: root.banner.sign
        x: root.banner.margin
    }

    BannerPage {
        anchors.fill: parent
        banner: root.banner
        card: root.banner.first
        isInFront: root.banner.isFirstInFront
        screen: root.screen
        typeSetter: root.typeSetter
    }

    BannerPage {
        anchors.fill: parent
        banner: root.banner
        card: root.banner.second
        isInFront: !root.banner.isFirstInFront
        screen: root.screen
        typeSetter: root.typeSetter
    }
}

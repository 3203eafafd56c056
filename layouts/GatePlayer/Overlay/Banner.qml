import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// An urgent notice above everything: a sign, a word and a colour (yellow and black, caution after
// ISO 22324), and its text in one language after the other.
Rectangle {
    id: root

    required property BannerViewModel banner
    required property ScreenMetrics screen
    required property TypeSetter typeSetter

    color: Theme.caution
    height: root.banner.height
    opacity: root.banner.shown ? 1 : 0
    visible: root.opacity > 0

    Behavior on opacity {
        enabled: root.banner.fadeMs > 0

        NumberAnimation {
            duration: root.banner.fadeMs
        }
    }

    Rectangle {
        color: Theme.cautionInk
        height: Math.max(2, Math.round(root.screen.bodyPx * Theme.stroke))
        width: parent.width
    }

    CautionSign {
        anchors.verticalCenter: parent.verticalCenter
        height: root.banner.sign
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

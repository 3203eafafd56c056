pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// One page of an emergency, drawn as Python set it (`alarm_plan.py`).
Item {
    id: root

    required property AlarmCard card
    required property bool isInFront
    required property int fadeMs
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    readonly property AlarmTones tones: AlarmTones {
        level: root.card.level
        tone: root.card.tone
    }

    z: root.isInFront ? 1 : 0
    onIsInFrontChanged: {
        if (root.isInFront && root.fadeMs > 0)
            appear.restart();
    }

    // The page before stays whole below the one that comes: the ground is never seen through.
    NumberAnimation {
        id: appear

        duration: root.fadeMs
        from: 0
        property: "opacity"
        target: root
        to: 1
    }

    Rectangle {
        anchors.fill: parent
        color: root.tones.ground
    }

    HatchedFrame {
        anchors.bottomMargin: root.screen.overscanY
        anchors.fill: parent
        anchors.leftMargin: root.screen.overscanX
        anchors.rightMargin: root.screen.overscanX
        anchors.topMargin: root.screen.overscanY
        path: root.card.hatch
        thickness: root.card.frame
    }

    Rectangle {
        color: root.tones.band
        height: root.card.band.height
        width: root.card.band.width
        x: root.card.band.x
        y: root.card.band.y
    }

    Rectangle {
        border.color: root.tones.ink
        border.width: Math.max(1, Math.round(height * Theme.hairline))
        color: root.tones.levelGround
        height: root.card.levelBox.height
        radius: height * Theme.frame
        visible: root.card.level > 0
        width: root.card.levelBox.width
        x: root.card.levelBox.x
        y: root.card.levelBox.y
    }

    Repeater {
        model: root.card.signs

        AlarmSign {
            id: sign

            required property real fromLeft
            required property real fromTop
            required property real side

            height: sign.side
            tones: root.tones
            width: sign.side
            x: sign.fromLeft
            y: sign.fromTop
        }
    }

    Repeater {
        model: root.card.words

        Words {
            id: words

            required text
            required language
            required letterPx
            required headline
            required strong
            required property string whose
            required property real fromLeft
            required property real fromTop
            required property real wide

            color: words.whose === "band" ? root.tones.bandInk : words.whose === "level" ? root.tones.levelInk
                                                                 : root.tones.ink
            typeSetter: root.typeSetter
            width: words.wide
            wrapMode: Text.NoWrap
            x: words.fromLeft
            y: words.fromTop
        }
    }
}

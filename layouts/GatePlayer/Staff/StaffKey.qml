pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts

// A button with words on it, as wide as it is told.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    required property string words
    required property string language
    property int letterPx: root.desk.lengths.smallPx
    property bool isAlarm: false
    readonly property real wanted: Math.max(root.desk.lengths.touchPx, Math.ceil(label.implicitWidth + root.desk.lengths.bodyPx))

    rest: root.isAlarm ? root.tones.alarm : root.tones.card
    restInk: root.isAlarm ? root.tones.alarmInk : root.tones.ink
    spoken: root.words

    Words {
        id: label

        anchors.centerIn: parent
        color: root.ink
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.language
        letterPx: root.letterPx
        strong: root.isOn || root.isAlarm
        text: root.words
        typeSetter: root.typeSetter
        width: root.width - root.desk.lengths.bodyPx * 0.6
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer

// What a notice is, for whoever reads none of its words: a safety sign, the triangle of caution, or
// the icon of what it is about.
Item {
    id: root

    required property NoticeMarkModel mark
    required property AlarmTones tones
    readonly property bool isWarning: root.mark.tone === "prepare"
    readonly property bool hasSign: root.mark.signs.count > 0

    CautionSign {
        anchors.fill: parent
        visible: root.isWarning && !root.hasSign
    }

    Icon {
        anchors.fill: parent
        color: root.tones.ink
        name: root.mark.icon
        visible: !root.isWarning && !root.hasSign
    }

    Repeater {
        model: root.mark.signs

        AlarmSign {
            height: root.height
            tones: root.tones
            width: root.width
        }
    }
}

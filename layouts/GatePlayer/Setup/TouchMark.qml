pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Theme

// A place of the touch check. What it is shows in its form as well as in its colour: a ring with a dot is due, a thin
// ring comes later, a full disc was hit, a cross is where a touch was reported.
Item {
    id: root

    required property real across
    required property real down
    required property string kind
    required property Tones tones
    required property int stroke
    readonly property bool isMissed: root.kind === "missed"

    Rectangle {
        anchors.fill: parent
        border.color: root.kind === "later" ? root.tones.line : root.tones.accent
        border.width: root.kind === "later" ? Math.ceil(root.stroke / 2) : root.stroke
        color: root.kind === "hit" ? root.tones.done : "transparent"
        radius: width / 2
        visible: !root.isMissed
    }

    Rectangle {
        anchors.centerIn: parent
        color: root.kind === "later" ? root.tones.line : root.tones.accent
        height: width
        radius: width / 2
        visible: !root.isMissed
        width: root.stroke * 3
    }

    Repeater {
        model: root.isMissed ? [45, -45] : []

        Rectangle {
            required property int modelData

            anchors.centerIn: parent
            color: root.tones.pressed
            height: root.stroke
            rotation: modelData
            width: root.width * 0.7
        }
    }
}

import QtQuick

import GatePlayer.Theme

// The mark of the house: an open doorway within an arch. The built-in page paints the same.
Item {
    id: root

    required property color ground
    readonly property real wall: Math.round(root.width * 0.13)
    readonly property real sill: Math.max(1, Math.round(root.height * 0.09))
    readonly property real archWidth: root.width - 2 * root.wall

    Rectangle {
        anchors.bottom: base.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        color: Theme.gold
        topLeftRadius: width / 2
        topRightRadius: width / 2
        width: root.archWidth
    }

    Rectangle {
        anchors.bottom: base.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: root.wall
        color: root.ground
        topLeftRadius: width / 2
        topRightRadius: width / 2
        width: root.archWidth - 2 * root.wall
    }

    Rectangle {
        anchors.bottom: base.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Math.round(root.wall * 2.4)
        color: Theme.gold
        topLeftRadius: width / 2
        topRightRadius: width / 2
        width: root.archWidth - 4 * root.wall
    }

    Rectangle {
        id: base

        anchors.bottom: parent.bottom
        color: Theme.gold
        height: root.sill
        width: parent.width
    }
}

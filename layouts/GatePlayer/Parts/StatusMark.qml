import QtQuick

// Open, closed or unknown by shape alone: a ring, a cross, a diamond.
Item {
    id: root

    required property string status
    required property color ink
    readonly property real stroke: Math.max(2, Math.round(root.width * 0.2))

    implicitHeight: root.width

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: root.ink
        border.width: root.stroke
        color: "transparent"
        radius: width / 2
        visible: root.status === "open"
    }

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        color: root.ink
        height: root.stroke
        rotation: 45
        visible: root.status === "closed"
        width: Math.round(root.width * 1.2)
    }

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        color: root.ink
        height: root.stroke
        rotation: -45
        visible: root.status === "closed"
        width: Math.round(root.width * 1.2)
    }

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        color: root.ink
        height: width
        rotation: 45
        visible: root.status === "unknown"
        width: Math.round(root.width * 0.7)
    }
}

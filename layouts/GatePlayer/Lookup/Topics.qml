import QtQuick

import GatePlayer
import GatePlayer.Theme

// The topics of a category: seven to a sheet at most, fewer where the letters are large.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int columns: root.desk.columns
    readonly property real least: Math.max(root.desk.touchPx, root.desk.bodyPx * 3.6)
    readonly property int rows: Math.max(1, Math.floor((root.height + root.least * 0.1) / (root.least * 1.1)))
    readonly property int capacity: Math.min(7, root.rows * root.columns)

    Component.onCompleted: root.desk.setCapacity(root.capacity)
    onCapacityChanged: root.desk.setCapacity(root.capacity)

    CardGrid {
        anchors.fill: parent
        columns: root.columns
        desk: root.desk
        rows: Math.ceil(root.capacity / root.columns)
        tallest: root.desk.touchPx * 1.6
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

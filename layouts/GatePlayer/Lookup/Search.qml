import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// Search: what was typed, what was found, and the keyboard.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int capacity: 5

    Component.onCompleted: root.desk.setCapacity(root.capacity)
    onCapacityChanged: root.desk.setCapacity(root.capacity)

    CardGrid {
        anchors.fill: parent
        columns: root.desk.columns
        desk: root.desk
        rows: Math.ceil(root.capacity / root.desk.columns)
        tallest: root.desk.touchPx * 1.6
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer.Theme

// Slanting bars: what they cover is a drill, whatever its words.
Item {
    id: root

    readonly property real bar: Math.max(8, Math.min(root.width, root.height) / 9)

    clip: true

    Repeater {
        model: Math.ceil((root.width + root.height) / (2 * root.bar)) + 1

        Rectangle {
            required property int index

            antialiasing: true
            color: Theme.drillPale
            height: 2 * (root.width + root.height)
            rotation: 45
            width: root.bar
            x: index * 2 * root.bar - root.height / 2
            y: root.height / 2 - height / 2
        }
    }
}

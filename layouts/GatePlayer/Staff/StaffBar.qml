pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// The bar at the foot of every page; what calls everybody out stands apart, always in the same place.
Rectangle {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.panel.lengths.bodyPx * Theme.tight
    readonly property real room: root.width - 2 * root.panel.lengths.margin
    readonly property real line: Math.max(root.panel.lengths.touchPx, root.panel.lengths.smallPx * 3.2)
    readonly property real apart: root.room * 0.08
    readonly property real alarmWidth: root.room * 0.32
    readonly property real slot: (root.room - root.apart - root.alarmWidth) / 3

    color: root.tones.ground
    implicitHeight: Math.round(root.line + 2 * root.gap)

    Repeater {
        model: root.panel.bar

        BarButton {
            required property int index
            required isOn

            desk: root.panel
            height: root.line
            tones: root.tones
            typeSetter: root.typeSetter
            width: isAlarm ? root.alarmWidth : root.slot - root.gap
            x: root.panel.lengths.margin + (isAlarm ? root.room - root.alarmWidth : index * root.slot)
            y: root.gap
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// The bar at the foot of every page: buttons that never move, whatever is read.
Rectangle {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.desk.lengths.bodyPx * Theme.tight
    readonly property int first: navigation.count
    readonly property int inFirstRow: root.desk.lengths.barRows > 1 ? navigation.count : navigation.count + modes.count
    readonly property real slot: (root.width - 2 * root.desk.lengths.margin + root.gap) / Math.max(1, root.inFirstRow)
    readonly property real modeSlot: root.desk.lengths.barRows > 1 ? (root.width - 2 * root.desk.lengths.margin + root.gap)
                                                             / Math.max(1, modes.count) : root.slot
    readonly property real line: Math.max(root.desk.lengths.touchPx, root.desk.lengths.isLow ? 0 : root.desk.lengths.smallPx * 3.6)
    readonly property real secondLine: Math.max(root.desk.lengths.touchPx, root.desk.lengths.smallPx * 2.9)

    color: root.tones.ground
    implicitHeight: root.desk.isTouched ? Math.round(root.line + 2 * root.gap + (root.desk.lengths.barRows > 1 ? root.secondLine + root.gap
                                                                                                    : 0)) : 0
    visible: root.desk.isTouched

    Repeater {
        id: navigation

        model: root.desk.navigation

        BarButton {
            required property int index

            desk: root.desk
            height: root.line
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.slot - root.gap
            x: root.desk.lengths.margin + index * root.slot
            y: root.height - root.gap - height
        }
    }

    Repeater {
        id: modes

        model: root.desk.modes

        BarButton {
            required property int index

            desk: root.desk
            height: root.desk.lengths.barRows > 1 ? root.secondLine : root.line
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.modeSlot - root.gap
            x: root.desk.lengths.margin + (root.desk.lengths.barRows > 1 ? index : root.first + index) * root.modeSlot
            y: root.desk.lengths.barRows > 1 ? root.gap : root.height - root.gap - height
        }
    }
}

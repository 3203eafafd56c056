pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// What is done with all of a page, in one row above the bar.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real gap: root.panel.lengths.bodyPx * Theme.tight
    readonly property int count: tools.count
    readonly property real slot: (root.width + root.gap) / Math.max(1, root.count)

    implicitHeight: root.count > 0 ? Math.round(Math.max(root.panel.lengths.touchPx, root.panel.lengths.smallPx * 3)) : 0

    Repeater {
        id: tools

        model: root.panel.tools

        StaffKey {
            required property int index
            required property string text
            required isOn

            desk: root.panel
            height: root.height
            letterPx: root.count > 1 ? root.panel.lengths.smallPx : root.panel.lengths.bodyPx
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.slot - root.gap
            words: text
            x: index * root.slot
        }
    }
}

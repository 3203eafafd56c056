pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// Cards to choose from, sheet after sheet; nothing scrolls.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property real wanted: Math.max(root.panel.lengths.touchPx * 1.3, root.panel.lengths.bodyPx * 4.2)
    readonly property int columns: Math.max(1, Math.min(4, Math.floor(root.width / (11 * root.panel.lengths.bodyPx))))
    readonly property int shown: Math.max(1, root.panel.buttons.count)
    readonly property int across: Math.min(root.columns, Math.ceil(Math.sqrt(root.shown * 2)))

    function capacity(room: real): int {
        return root.columns * Math.max(1, Math.floor((room + root.panel.lengths.gap) / (root.wanted + root.panel.lengths.gap)));
    }

    function measure() {
        root.panel.setCapacity(root.capacity(root.height), root.capacity(root.height - root.panel.lengths.turnPx));
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    CardGrid {
        anchors.bottomMargin: root.panel.sheetWords.length > 0 ? root.panel.lengths.turnPx : 0
        anchors.fill: parent
        buttons: root.panel.buttons
        columns: root.across
        desk: root.panel
        isUpright: cellHeight > 5.2 * root.panel.lengths.bodyPx
        rows: Math.ceil(root.shown / root.across)
        tallest: root.panel.lengths.touchPx * 2.4
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// The topics of a category: seven to a sheet at most, fewer where the letters are large.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int columns: root.desk.lengths.cardColumns
    readonly property real least: Math.max(root.desk.lengths.linePx, root.desk.lengths.bodyPx * 3.6)

    function capacity(room: real): int {
        const rows = Math.max(1, Math.floor((room + root.least * 0.1) / (root.least * 1.1)));
        return Math.min(7, rows * root.columns);
    }

    function measure() {
        const room = root.height;
        root.desk.setCapacity(root.capacity(room), root.capacity(room - root.desk.lengths.turnPx));
    }

    Component.onCompleted: root.measure()
    onHeightChanged: root.measure()
    onWidthChanged: root.measure()

    CardGrid {
        buttons: root.desk.buttons
        anchors.bottomMargin: root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0
        anchors.fill: parent
        columns: root.columns
        desk: root.desk
        rows: Math.ceil(root.desk.capacity / root.columns)
        tallest: Math.max(root.desk.lengths.linePx * 1.6, root.least)
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

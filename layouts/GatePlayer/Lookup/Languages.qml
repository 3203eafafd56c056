import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// Which language: own names in their own script, nine to a sheet.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int most: 9
    readonly property int count: Math.min(root.most, root.desk.buttons.count)

    Component.onCompleted: root.desk.setCapacity(root.most, root.most)

    CardGrid {
        buttons: root.desk.buttons
        anchors.bottomMargin: root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0
        anchors.fill: parent
        columns: root.width > root.height * 1.2 ? 3 : root.count > 5 ? 2 : 1
        desk: root.desk
        isUpright: true
        letterPx: root.desk.lengths.titlePx
        rows: Math.ceil(root.count / columns)
        tallest: root.desk.lengths.linePx * 3
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Which language: own names in their own script, nine to a sheet.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property int most: 9
    readonly property int count: Math.min(root.most, root.desk.buttons.count)

    Component.onCompleted: root.desk.setCapacity(root.most)

    CardGrid {
        anchors.fill: parent
        columns: root.width > root.height * 1.2 ? 3 : root.count > 5 ? 2 : 1
        desk: root.desk
        isUpright: true
        letterPx: root.desk.titlePx
        rows: Math.ceil(root.count / columns)
        tallest: root.desk.touchPx * 3
        tones: root.tones
        typeSetter: root.typeSetter
    }
}

import QtQuick
import QtQuick.Window

import GatePlayer
import GatePlayer.Theme

// The window of the set-up. The picture inside it stands as the technician says that the panel hangs.
Window {
    id: root

    required property SetupViewModel panel
    required property ScreenMetrics metrics
    required property TypeSetter typeSetter

    color: Theme.dusk

    Item {
        anchors.centerIn: parent
        height: root.metrics.height
        rotation: root.metrics.turn
        width: root.metrics.width

        SetupPanel {
            anchors.fill: parent
            panel: root.panel
            typeSetter: root.typeSetter
        }
    }
}

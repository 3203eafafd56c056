import QtQuick
import QtQuick.Window

import GatePlayer
import GatePlayer.Alarm
import GatePlayer.Staff
import GatePlayer.Theme

// The window. The picture inside it stands upright, whichever way the panel hangs.
Window {
    id: root

    required property StageViewModel stage
    required property Overlay overlay
    required property DeskViewModel desk
    required property AlarmViewModel alarm
    required property PowerViewModel power
    required property PanelViewModel panel

    color: Theme.ground

    Item {
        anchors.centerIn: parent
        height: root.stage.screen.height
        rotation: root.stage.screen.turn
        width: root.stage.screen.width

        Stage {
            anchors.fill: parent
            anchors.bottomMargin: root.stage.screen.overscanY
            anchors.leftMargin: root.stage.screen.overscanX
            anchors.rightMargin: root.stage.screen.overscanX
            anchors.topMargin: root.stage.screen.overscanY
            desk: root.desk
            enabled: !root.alarm.shown && !root.panel.isShown
            isCovered: root.power.isDark || root.alarm.shown || root.panel.isShown
            overlay: root.overlay
            stage: root.stage
        }

        BlackLayer {
            anchors.fill: parent
            desk: root.desk
            objectName: "blackLayer"
            power: root.power
        }

        Alarm {
            alarm: root.alarm
            anchors.fill: parent
            isCovered: root.panel.isShown
            objectName: "alarm"
            screen: root.stage.screen
            typeSetter: root.stage.typeSetter
        }

        // Above the emergency page, too: there it is cancelled. A new emergency closes it.
        StaffPanel {
            anchors.fill: parent
            panel: root.panel
            typeSetter: root.stage.typeSetter
        }
    }

    Connections {
        function onFrameSwapped() {
            root.stage.framePainted();
        }

        enabled: root.stage.awaitsFrame
        target: root
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Theme

// No picture: black over the whole window, whatever plays below. A touch of a kiosk begins a
// session, and that brings the picture back; the first touch is never lost.
Rectangle {
    id: root

    required property PowerViewModel power
    required property DeskViewModel desk

    color: Theme.night
    visible: root.power.isDark

    TapHandler {
        enabled: root.desk.isInviting
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.desk.act("begin:")
    }
}

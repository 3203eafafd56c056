import QtQuick

import GatePlayer

// What covers everything in an emergency. Whatever is touched here does nothing, and reaches nothing.
Item {
    id: root

    required property AlarmViewModel alarm
    required property bool isCovered
    required property ScreenMetrics screen
    required property TypeSetter typeSetter

    // While it is seen the keypad reaches nothing beside it, and begins nothing.
    readonly property bool isModal: true
    // Unless staff have called their panel above it, to end it.
    readonly property bool takesAll: root.alarm.shown && !root.isCovered

    Accessible.role: Accessible.AlertMessage
    opacity: root.alarm.shown ? 1 : 0
    visible: root.alarm.shown || root.opacity > 0

    Behavior on opacity {
        enabled: root.alarm.fadeMs > 0

        NumberAnimation {
            duration: root.alarm.fadeMs
        }
    }

    AlarmPage {
        anchors.fill: parent
        card: root.alarm.first
        fadeMs: root.alarm.fadeMs
        isInFront: root.alarm.isFirstInFront
        screen: root.screen
        typeSetter: root.typeSetter
    }

    AlarmPage {
        anchors.fill: parent
        card: root.alarm.second
        fadeMs: root.alarm.fadeMs
        isInFront: !root.alarm.isFirstInFront
        screen: root.screen
        typeSetter: root.typeSetter
    }

    // All fingers at once, and a mouse.
    MultiPointTouchArea {
        anchors.fill: parent
        z: 2
    }
}

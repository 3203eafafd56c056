import QtQuick

import GatePlayer
import GatePlayer.Theme

// Whatever is touched: at least a finger wide, answers at once, acts when the finger leaves it inside,
// and by the keypad's OK. Long presses count: gloves and trembling hands press long.
Rectangle {
    id: root

    required property TouchedViewModel desk
    required property Tones tones
    required property string action
    required property string spoken
    property bool isOn: false
    property color rest: root.tones.card
    property color restInk: root.tones.ink
    readonly property bool isHeld: tap.pressed
    readonly property color ink: root.isHeld ? root.tones.pressedInk : root.isOn ? root.tones.litInk : root.restInk

    signal acted

    function act() {
        root.acted();
        root.desk.act(root.action);
    }

    Accessible.checkable: root.isOn
    Accessible.checked: root.isOn
    Accessible.focusable: true
    Accessible.name: root.spoken
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    border.color: root.activeFocus ? root.tones.sign : root.tones.line
    border.width: Math.max(1, Math.round(root.desk.lengths.bodyPx * (root.activeFocus ? Theme.stroke * 1.5 : Theme.hairline)))
    color: root.isHeld ? root.tones.pressed : root.isOn ? root.tones.lit : root.rest
    implicitHeight: root.desk.lengths.linePx
    implicitWidth: root.desk.lengths.linePx
    radius: root.desk.lengths.bodyPx * Theme.tight

    Accessible.onPressAction: root.act()
    Keys.onEnterPressed: root.act()
    Keys.onReturnPressed: root.act()
    Keys.onSpacePressed: root.act()

    // Seen also where the frame's colour is near the ground's.
    Rectangle {
        anchors.fill: parent
        anchors.margins: parent.border.width
        border.color: root.tones.accent
        border.width: parent.border.width
        color: "transparent"
        radius: parent.radius
        visible: root.activeFocus
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.act()
    }
}

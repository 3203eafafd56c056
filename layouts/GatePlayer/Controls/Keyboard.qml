pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// The touch keyboard. It takes the width it is given and is as high as its keys want; made higher,
// its keys grow. No key is smaller than a touch target in either direction.
Rectangle {
    id: root

    required property KeyboardViewModel keyboard
    required property TypeSetter typeSetter
    required property int letterPx

    // Least side of a key.
    required property int touchPx

    // Most it may take; 0: as high as it likes.
    property real mostHeight: 0
    readonly property int roomAcross: Math.floor(root.width / root.touchPx)
    readonly property int roomDown: Math.floor(root.mostHeight / root.touchPx)
    readonly property real widest: root.touchPx * Theme.keyWidest
    readonly property int keyWidth: Math.min(root.width / root.keyboard.columns, root.widest)
    readonly property int keyHeight: Math.max(root.touchPx, root.height / root.keyboard.lines)

    function fit() {
        root.keyboard.fit(root.roomAcross, root.roomDown);
    }

    color: colours.ground
    implicitHeight: root.keyboard.lines * root.touchPx

    onRoomAcrossChanged: root.fit()
    onRoomDownChanged: root.fit()
    Component.onCompleted: root.fit()

    KeyTones {
        id: colours
    }

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        height: root.keyHeight * root.keyboard.lines
        width: root.keyWidth * root.keyboard.columns

        Repeater {
            model: root.keyboard.keys

            KeyCap {
                id: cap

                required property real fromLeft
                required property int span
                required property int line

                height: root.keyHeight
                language: root.keyboard.face
                letterPx: root.letterPx
                tones: colours
                typeSetter: root.typeSetter
                visible: cap.span > 0
                width: root.keyWidth * cap.span
                x: Math.round(root.keyWidth * cap.fromLeft)
                y: root.keyHeight * cap.line

                onActed: root.keyboard.press(cap.keyId)
            }
        }
    }
}

import QtQuick

import GatePlayer.Theme

// Where the mouse of a technician is: the display itself shows no cursor. It is gone when the mouse rests, and never
// there before it was moved.
Item {
    id: root

    required property Tones tones
    required property real size
    property point first: Qt.point(-1, -1)

    HoverHandler {
        id: hover

        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad

        onPointChanged: {
            const place = hover.point.position;
            if (!hover.hovered)
                return;
            if (root.first.x < 0)
                root.first = Qt.point(place.x, place.y);
            else if (place.x !== root.first.x || place.y !== root.first.y)
                rest.restart();
        }
    }

    Timer {
        id: rest

        interval: 10000
    }

    Rectangle {
        objectName: "pointer"

        border.color: root.tones.ground
        border.width: Math.max(2, Math.round(root.size / 12))
        color: root.tones.accent
        height: root.size
        radius: width / 2
        visible: hover.hovered && rest.running
        width: root.size
        x: hover.point.position.x - width / 2
        y: hover.point.position.y - height / 2
    }
}

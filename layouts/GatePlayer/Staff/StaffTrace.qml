pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Fingers leave dots where they are: a panel that is turned or not calibrated shows them elsewhere.
Rectangle {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    readonly property real dot: root.panel.lengths.touchPx * 0.5
    readonly property list<color> hues: [root.tones.accent, root.tones.sign, root.tones.done, root.tones.quiet, root.tones.ink]

    border.color: root.tones.line
    border.width: Math.max(1, Math.round(root.panel.lengths.bodyPx * Theme.stroke))
    clip: true
    color: root.tones.card

    // Lines to the corners and through the middle: a dot beside a crossing is seen at once.
    Repeater {
        model: [0.1, 0.5, 0.9]

        Item {
            id: lines

            required property real modelData

            anchors.fill: parent

            Rectangle {
                color: root.tones.line
                height: 1
                width: parent.width
                y: Math.round(parent.height * lines.modelData)
            }

            Rectangle {
                color: root.tones.line
                height: parent.height
                width: 1
                x: Math.round(parent.width * lines.modelData)
            }
        }
    }

    Repeater {
        model: root.panel.trace

        Rectangle {
            required property real across
            required property real down
            required property int hue
            required property bool isLanding

            border.color: root.hues[hue]
            border.width: Math.max(1, Math.round(width * 0.12))
            color: isLanding ? "transparent" : root.hues[hue]
            height: width
            radius: width / 2
            width: Math.round(isLanding ? root.dot : root.dot * 0.4)
            x: across - width / 2
            y: down - height / 2
        }
    }

    MultiPointTouchArea {
        function leave(points: list<var>, isLanding: bool) {
            for (const point of points)
                root.panel.trace.leave(point.pointId, point.x, point.y, isLanding);
        }

        anchors.fill: parent
        maximumTouchPoints: 10

        onPressed: points => leave(points, true)
        onUpdated: points => leave(points, false)
    }
}

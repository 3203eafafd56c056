import QtQuick
import QtQuick.Shapes

import GatePlayer.Theme

// A triangle that points upward, with an exclamation mark: caution, whatever the language and
// whoever cannot tell yellow from white.
Item {
    id: root

    readonly property real stroke: root.width * 0.07

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: Theme.cautionInk
            joinStyle: ShapePath.RoundJoin
            startX: root.width / 2
            startY: root.height * 0.08
            strokeColor: Theme.cautionInk
            strokeWidth: root.stroke

            PathLine {
                x: root.width * 0.96
                y: root.height * 0.9
            }

            PathLine {
                x: root.width * 0.04
                y: root.height * 0.9
            }

            PathLine {
                x: root.width / 2
                y: root.height * 0.08
            }
        }
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.caution
        height: root.height * 0.3
        radius: width / 2
        width: root.width * 0.1
        y: root.height * 0.36
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.caution
        height: width
        radius: width / 2
        width: root.width * 0.11
        y: root.height * 0.72
    }
}

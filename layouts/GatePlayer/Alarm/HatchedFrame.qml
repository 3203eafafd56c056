import QtQuick
import QtQuick.Shapes

import GatePlayer.Theme

// The frame of a page that is not meant: slanting stripes of blue and grey, unlike anything else.
Item {
    id: root

    required property string path
    required property real thickness

    clip: true
    visible: root.thickness > 0

    Rectangle {
        anchors.fill: parent
        color: Theme.drillPale
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: Theme.drill
            fillRule: ShapePath.WindingFill
            strokeColor: "transparent"
            strokeWidth: -1

            PathSvg {
                path: root.path
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.thickness
        color: Theme.day
    }
}

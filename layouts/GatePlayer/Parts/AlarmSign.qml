pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes


// A sign: a green or red square, or a yellow triangle, and what Python drew on it (`signs.py`).
// Words beside it say the same.
Item {
    id: root

    required property string plate
    required property bool isMirrored
    required property list<string> paths
    required property list<real> widths
    required property list<bool> cuts
    required property AlarmTones tones
    readonly property real unit: root.width / 100
    readonly property bool isTriangle: root.plate === "warning"

    Rectangle {
        anchors.fill: parent
        border.color: root.tones.ink
        border.width: root.tones.isDrill ? 0 : Math.round(1.6 * root.unit)
        color: root.tones.plate(root.plate)
        radius: 3 * root.unit
        visible: !root.isTriangle
    }

    Shape {
        anchors.fill: parent
        visible: root.isTriangle

        ShapePath {
            fillColor: root.tones.plate(root.plate)
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: root.tones.isDrill ? root.tones.plate(root.plate) : root.tones.mark(root.plate)
            strokeWidth: 7 * root.unit

            PathSvg {
                path: "M 50 7 L 95 91 L 5 91 Z"
            }
        }
    }

    Item {
        anchors.fill: parent

        transform: Scale {
            origin.x: root.width / 2
            xScale: root.isMirrored ? -1 : 1
        }

        Repeater {
            model: root.paths.length

            Shape {
                id: stroke

                required property int index
                readonly property color ink: root.cuts[stroke.index] ? root.tones.plate(root.plate) : root.tones.mark(
                                                                           root.plate)
                readonly property bool isLine: root.widths[stroke.index] > 0

                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: stroke.isLine ? "transparent" : stroke.ink
                    fillRule: ShapePath.WindingFill
                    joinStyle: ShapePath.RoundJoin
                    scale: Qt.size(root.unit, root.unit)
                    strokeColor: stroke.isLine ? stroke.ink : "transparent"
                    strokeWidth: stroke.isLine ? root.widths[stroke.index] * root.unit : -1

                    PathSvg {
                        path: root.paths[stroke.index]
                    }
                }
            }
        }
    }
}

import QtQuick
import QtQuick.Shapes

import GatePlayer.Theme

// An icon of the family, as large as it is made, in one colour. It says nothing to those who cannot
// see: words stand beside it.
Shape {
    id: root

    required property string name
    required property color color
    readonly property real unit: Math.min(root.width, root.height) / 24

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.unit, root.unit)
        strokeColor: root.color
        strokeWidth: 2 * root.unit

        PathSvg {
            path: IconPaths.of(root.name)
        }
    }
}

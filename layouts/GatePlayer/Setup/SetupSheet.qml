pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

import GatePlayer
import GatePlayer.Staff
import GatePlayer.Theme

// The acceptance sheet: its lines, and beside or below them the code that says which configuration it is of.
Item {
    id: root

    required property SetupViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isWide: root.width > root.height * Theme.wide
    readonly property real side: root.panel.codeModules === 0 ? 0 : Math.min(root.isWide ? root.width * 0.24 : root.height * 0.22, root.panel.lengths.touchPx * 4)
    readonly property real moduleSide: root.side / Math.max(1, root.panel.codeModules)
    readonly property real taken: root.side > 0 ? root.side + root.panel.lengths.gap : 0

    StaffLines {
        height: root.isWide ? root.height : root.height - root.taken
        panel: root.panel
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.isWide ? root.width - root.taken : root.width
    }

    Rectangle {
        color: Theme.day
        height: root.side
        visible: root.side > 0
        width: root.side
        x: root.width - width
        y: root.isWide ? 0 : root.height - height - (root.panel.sheetWords.length > 0 ? root.panel.lengths.turnPx : 0)

        Shape {
            anchors.fill: parent

            ShapePath {
                fillColor: Theme.night
                scale: Qt.size(root.moduleSide, root.moduleSide)
                strokeColor: "transparent"

                PathSvg {
                    path: root.panel.code
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// The panel of the gate's staff: head, page, tools and bar, above everything a traveller sees. The test card takes
// all of the picture.
Item {
    id: root

    required property PanelViewModel panel
    required property TypeSetter typeSetter

    // While it is seen the keypad reaches nothing beside it.
    readonly property bool isModal: true
    readonly property bool isWhole: root.panel.template === "TestCard"
    readonly property real gap: root.panel.lengths.gap
    readonly property real inner: area.width - 2 * root.panel.lengths.margin
    readonly property Tones tones: Tones {
        isDusk: true
    }

    function template(name: string): Component {
        switch (name) {
        case "Pad":
            return pad;
        case "Cards":
            return cards;
        case "Lines":
            return lines;
        case "Typing":
            return typing;
        case "Trace":
            return trace;
        default:
            return menu;
        }
    }

    Accessible.role: Accessible.Pane
    focus: root.visible
    visible: root.panel.isShown

    Rectangle {
        anchors.fill: parent
        color: root.tones.paper
    }

    // Bound to its place it keeps the finger from what lies below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
    }

    Item {
        id: area

        height: root.panel.lengths.areaHeight
        visible: !root.isWhole
        width: root.panel.lengths.areaWidth
        x: root.panel.lengths.areaX
        y: root.panel.lengths.areaY

        StaffHead {
            id: head

            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: parent.width
        }

        StaffTitle {
            id: title

            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.inner
            x: root.panel.lengths.margin
            y: head.height + root.gap / 2
        }

        Loader {
            id: page

            height: tools.y - root.gap / 2 - y
            sourceComponent: root.panel.isShown && !root.isWhole ? root.template(root.panel.template) : null
            width: root.inner
            x: root.panel.lengths.margin
            y: title.y + title.height + root.gap / 2
        }

        SheetTurn {
            desk: root.panel
            height: implicitHeight
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.inner
            x: root.panel.lengths.margin
            y: tools.y - height - root.gap / 2
        }

        StaffTools {
            id: tools

            height: implicitHeight
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.inner
            x: root.panel.lengths.margin
            y: bar.y - height - (height > 0 ? root.gap / 2 : 0)
        }

        StaffBar {
            id: bar

            height: implicitHeight
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: parent.width
            y: parent.height - height
        }
    }

    Loader {
        active: root.panel.isShown && root.isWhole
        anchors.fill: parent

        sourceComponent: StaffTestCard {
            panel: root.panel
            tones: root.tones
            turnsAnywhere: true
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: pad

        StaffPad {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: menu

        StaffMenu {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: cards

        StaffCards {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: lines

        StaffLines {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: trace

        StaffTrace {
            panel: root.panel
            tones: root.tones
        }
    }

    Component {
        id: typing

        StaffTyping {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }
}

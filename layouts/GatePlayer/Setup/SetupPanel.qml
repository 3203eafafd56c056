pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Staff
import GatePlayer.Theme

// The set-up of a screen: head, page, tools and bar, as on the panel of the gate's staff. The touch check and the
// test card take all of the picture.
Item {
    id: root

    required property SetupViewModel panel
    required property TypeSetter typeSetter
    readonly property bool isModal: true
    readonly property bool isWhole: root.panel.template === "Touch" || root.panel.template === "TestCard"
    readonly property real gap: root.panel.lengths.gap
    readonly property real inner: area.width - 2 * root.panel.lengths.margin
    readonly property Tones tones: Tones {
        isDusk: true
    }

    function template(name: string): Component {
        switch (name) {
        case "Label":
            return label;
        case "Cards":
            return cards;
        case "Ruler":
            return ruler;
        case "Lines":
            return lines;
        case "Sheet":
            return sheet;
        case "Pad":
            return pad;
        case "Typing":
            return typing;
        default:
            return null;
        }
    }

    Accessible.role: Accessible.Pane

    Rectangle {
        anchors.fill: parent
        color: root.tones.paper
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

        // While frames are counted there has to be something to draw.
        Rectangle {
            id: mover

            color: root.tones.accent
            height: Math.max(2, Math.round(root.panel.lengths.bodyPx * Theme.stroke))
            visible: root.panel.isMeasured
            width: root.inner / 5
            y: page.y - height

            NumberAnimation on x {
                duration: 2000
                from: root.panel.lengths.margin
                loops: Animation.Infinite
                running: mover.visible
                to: root.panel.lengths.margin + root.inner - mover.width
            }
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

        StaffToolRows {
            id: tools

            height: implicitHeight
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
            width: root.inner
            x: root.panel.lengths.margin
            y: bar.y - height - (height > 0 ? root.gap / 2 : 0)
        }

        SetupBar {
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
        active: root.panel.template === "Touch"
        anchors.fill: parent

        sourceComponent: SetupTouch {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Loader {
        active: root.panel.template === "TestCard"
        anchors.fill: parent

        sourceComponent: StaffTestCard {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    SetupPointer {
        anchors.fill: parent
        size: root.panel.lengths.bodyPx
        tones: root.tones
    }

    Component {
        id: label

        SetupLabel {
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
        id: ruler

        SetupRuler {
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
        id: sheet

        SetupSheet {
            panel: root.panel
            tones: root.tones
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
        id: typing

        StaffTyping {
            panel: root.panel
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }
}

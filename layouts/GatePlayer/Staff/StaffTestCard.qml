pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// The test card over all of the picture, and in its middle what is to be looked at and how to go on. Wherever else it
// is touched it turns, if it is to; that it logs out soon stands here, for the head is covered.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    property bool turnsAnywhere: false
    readonly property bool isWarned: root.panel.warning.length > 0
    readonly property real inset: root.panel.lengths.bodyPx * Theme.gap

    TestCard {
        anchors.fill: parent
        card: root.panel.card
        letterPx: root.panel.lengths.bodyPx
        typeSetter: root.typeSetter
    }

    TapHandler {
        enabled: root.turnsAnywhere
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.panel.act("next")
    }

    Rectangle {
        id: plate

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: root.tones.line
        border.width: Math.max(1, Math.round(root.panel.lengths.bodyPx * Theme.hairline))
        color: root.tones.paper
        height: column.height + 2 * root.inset
        radius: root.inset / 2
        width: Math.min(root.width * 0.8, 34 * root.panel.lengths.bodyPx)
        y: root.panel.card.face === "glyphs" ? root.height * 0.95 - height : (root.height - height) / 2

        Column {
            id: column

            spacing: root.inset / 2
            width: plate.width - 2 * root.inset
            x: root.inset
            y: root.inset

            Words {
                color: root.tones.ink
                headline: true
                language: root.panel.language
                letterPx: root.panel.lengths.titlePx
                text: root.panel.title
                typeSetter: root.typeSetter
                width: column.width
            }

            Words {
                color: root.isWarned ? root.tones.sign : root.tones.quiet
                headline: true
                language: root.panel.language
                letterPx: root.panel.lengths.smallPx
                strong: root.isWarned
                text: root.isWarned ? root.panel.warning : root.panel.hint
                typeSetter: root.typeSetter
                width: column.width
            }

            StaffToolRows {
                height: implicitHeight
                panel: root.panel
                tones: root.tones
                typeSetter: root.typeSetter
                width: column.width
            }
        }
    }
}

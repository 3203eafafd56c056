pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Turns the sheets of a page that has more than one.
Item {
    id: root

    required property PanelViewModel panel
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isNeeded: root.panel.sheetWords.length > 0
    readonly property real side: Math.min(root.width * 0.36, root.panel.lengths.touchPx * 4)

    implicitHeight: root.isNeeded ? root.panel.lengths.touchPx : 0
    visible: root.isNeeded

    BarButton {
        action: "before"
        desk: root.panel
        enabled: root.panel.sheet > 0
        height: root.panel.lengths.touchPx
        icon: "turn-back"
        isFlat: true
        language: root.panel.language
        text: root.panel.beforeWord
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.side
    }

    Words {
        anchors.centerIn: parent
        color: root.tones.quiet
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.panel.language
        letterPx: root.panel.lengths.smallPx
        strong: false
        text: root.panel.sheetWords
        typeSetter: root.typeSetter
        width: root.width - 2 * root.side - root.panel.lengths.margin
    }

    BarButton {
        action: "next"
        desk: root.panel
        enabled: root.panel.hasMore
        height: root.panel.lengths.touchPx
        icon: "turn-on"
        isFlat: true
        isTrailing: true
        language: root.panel.language
        text: root.panel.nextWord
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.side
        x: root.width - width
    }
}

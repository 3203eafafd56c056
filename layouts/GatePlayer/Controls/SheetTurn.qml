import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// Turns the sheets of a page that has more than one; always at the same place. Where nobody touches they turn by
// themselves, and only their number is seen.
Item {
    id: root

    required property PagedViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    property bool isNeeded: root.desk.sheetWords.length > 0
    property bool isTouched: true
    property bool isNumberedAtEnd: false
    readonly property real side: Math.min(root.width * 0.34, root.desk.lengths.linePx * 4)

    implicitHeight: root.isNeeded ? root.desk.lengths.linePx : 0
    visible: root.isNeeded

    BarButton {
        action: "before"
        desk: root.desk
        enabled: root.desk.sheet > 0
        height: root.desk.lengths.linePx
        icon: "turn-back"
        isFlat: true
        language: root.desk.language
        text: root.desk.beforeWord
        tones: root.tones
        typeSetter: root.typeSetter
        visible: root.isTouched
        width: root.side
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: root.tones.quiet
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.desk.language
        letterPx: root.desk.lengths.smallPx
        strong: false
        text: root.desk.sheetWords
        typeSetter: root.typeSetter
        width: root.isNumberedAtEnd ? implicitWidth : root.width - 2 * root.side - root.desk.lengths.margin
        x: root.isNumberedAtEnd ? root.width - width : (root.width - width) / 2
    }

    BarButton {
        action: "next"
        desk: root.desk
        enabled: root.desk.hasMore
        height: root.desk.lengths.linePx
        icon: "turn-on"
        isFlat: true
        isTrailing: true
        language: root.desk.language
        text: root.desk.nextWord
        tones: root.tones
        typeSetter: root.typeSetter
        visible: root.isTouched
        width: root.side
        x: root.width - width
    }
}

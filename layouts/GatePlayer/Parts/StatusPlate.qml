import QtQuick

import GatePlayer
import GatePlayer.Theme

// Whether a lane is open: a shape, a word and a ground. What is open is the darkest plate.
Rectangle {
    id: root

    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property string status
    required property string word
    readonly property bool isOpen: root.status === "open"
    readonly property bool isUnknown: root.status === "unknown"
    readonly property color ink: root.isOpen ? Theme.openInk : root.isUnknown ? Theme.markInk
                                                                             : Theme.shutInk
    readonly property real inset: Math.round(root.letterPx * Theme.snug)
    readonly property real frame: mark.width + 3.4 * root.inset

    // Wide enough for its word on one line.
    readonly property real wanted: Math.ceil(label.implicitWidth + root.frame)

    color: root.isOpen ? Theme.open : root.isUnknown ? Theme.mark : Theme.shut
    implicitHeight: Math.round(label.height + 2 * root.letterPx * Theme.tight)
    radius: root.letterPx * Theme.tight

    StatusMark {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: root.inset * 1.2
        anchors.verticalCenter: parent.verticalCenter
        height: width
        ink: root.ink
        status: root.status
        width: Math.round(root.letterPx * 0.78)
    }

    Words {
        id: label

        anchors.left: mark.right
        anchors.leftMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        language: root.language
        letterPx: root.letterPx
        strong: true
        text: root.word
        typeSetter: root.typeSetter
        width: root.width - root.frame
    }
}

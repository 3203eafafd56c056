import QtQuick

import GatePlayer.Parts

// A notice as a page of its own: what it is on a field of its colour, and its words beside or below.
Spread {
    id: root

    NoticeField {
        anchors.fill: parent
        isBeside: root.isBeside
        language: root.slide.language
        notice: root.slide.notice
        screen: root.screen
        typeSetter: root.typeSetter
    }
}

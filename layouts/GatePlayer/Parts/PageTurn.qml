import QtQuick

import GatePlayer
import GatePlayer.Theme

// Turns the pages of a long text: what `page` shows is dipped while `shown` becomes the next one.
Item {
    id: root

    required property SlideViewModel slide
    required property Item page
    property int shown: 0
    readonly property bool isTurning: dip.running

    objectName: "page-turn"

    function turn() {
        if (root.slide.alone)
            dip.restart();
        else
            root.shown = root.slide.page;
    }

    Connections {
        function onPageChanged() {
            root.turn();
        }

        // Told before the page goes: a script of a page that is being taken down is a warning of Qt's.
        function onPageCountChanged() {
            dip.stop();
        }

        target: root.slide
    }

    SequentialAnimation {
        id: dip

        NumberAnimation {
            duration: Theme.turn
            property: "opacity"
            target: root.page
            to: 0
        }

        ScriptAction {
            script: root.shown = root.slide.page
        }

        NumberAnimation {
            duration: Theme.turn
            property: "opacity"
            target: root.page
            to: 1
        }
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Theme

// What runs along the foot. Only the tape moves, and its texts are pictures drawn once: so a
// frame costs no more than copying a strip. Two tapes follow one another without a seam; only
// texts near the strip are drawn at all.
Rectangle {
    id: root

    required property TickerViewModel ticker
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    property real length: 0

    // Whether nothing runs: a strip that nobody sees would be drawn sixty times a second.
    property bool rests: false

    // Pixels a second, as slow as the slowest text asks for.
    property real speed: 0
    readonly property int sheet: Math.floor(-tapes.x / Math.max(1, root.width))
    readonly property real near: root.sheet * root.width
    readonly property real far: root.near + 2 * root.width

    function settle() {
        first.settle();
        second.settle();
        root.length = Math.max(first.width, root.width);
        root.speed = first.slowest();
        root.roll();
    }

    function roll() {
        const begin = root.ticker.offset(root.length, root.speed, root.width);
        run.stop();
        tapes.x = -begin;
        if (root.ticker.fadeMs === 0 || root.speed <= 0 || root.rests)
            return;
        run.from = -begin;
        run.to = -root.length;
        run.duration = Math.max(1, (root.length - begin) / root.speed * 1000);
        run.start();
    }

    clip: true
    color: Theme.ground
    height: root.ticker.height
    opacity: root.ticker.shown ? 1 : 0
    visible: root.opacity > 0

    Behavior on opacity {
        enabled: root.ticker.fadeMs > 0

        NumberAnimation {
            duration: root.ticker.fadeMs
        }
    }

    onRestsChanged: root.roll()
    onWidthChanged: root.settle()
    Component.onCompleted: root.settle()

    Connections {
        function onSettled() {
            root.settle();
        }

        target: root.ticker
    }

    Item {
        id: tapes

        height: parent.height

        NumberAnimation {
            id: run

            property: "x"
            target: tapes

            onFinished: root.roll()
        }

        TickerTape {
            id: first

            far: root.far
            height: parent.height
            near: root.near
            screen: root.screen
            ticker: root.ticker
            typeSetter: root.typeSetter
        }

        TickerTape {
            id: second

            far: root.far - root.length
            height: parent.height
            near: root.near - root.length
            screen: root.screen
            ticker: root.ticker
            typeSetter: root.typeSetter
            x: root.length
        }
    }

    Rectangle {
        color: Theme.gold
        height: Math.max(1, Math.round(root.screen.bodyPx * Theme.hairline))
        width: parent.width
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer

// All texts of the ticker, one after the other.
Row {
    id: root

    required property TickerViewModel ticker
    required property ScreenMetrics screen
    required property TypeSetter typeSetter

    // What lies between these is drawn.
    required property real near
    required property real far

    function settle() {
        for (let at = 0; at < texts.count; at++)
            (texts.itemAt(at) as TickerText).forceLayout();
        root.forceLayout();
    }

    // Pixels a second at which no text passes faster than it can be read.
    function slowest(): real {
        let slowest = texts.count > 0 ? Infinity : 0;
        for (let at = 0; at < texts.count; at++)
            slowest = Math.min(slowest, (texts.itemAt(at) as TickerText).speed);
        return slowest;
    }

    Repeater {
        id: texts

        model: root.ticker.rows

        TickerText {
            height: root.height
            isNear: x < root.far && x + width > root.near
            screen: root.screen
            typeSetter: root.typeSetter
        }
    }
}

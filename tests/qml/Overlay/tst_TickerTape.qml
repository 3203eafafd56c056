pragma ComponentBehavior: Bound

import QtQuick
import QtTest

import GatePlayer
import GatePlayer.Overlay

TestCase {
    id: root

    readonly property TypeSetter typeSetter: givenTypeSetter // qmllint disable unqualified
    readonly property ScreenMetrics screen: givenScreen // qmllint disable unqualified
    readonly property TickerViewModel lines: givenTicker // qmllint disable unqualified

    function text(tape: TickerTape, at: int): TickerText {
        return tape.children[at] as TickerText;
    }

    function test_texts_follow_one_another() {
        const item = createTemporaryObject(tape, root) as TickerTape;
        item.settle();
        let end = 0;
        for (let at = 0; at < 5; at++) {
            verify(root.text(item, at).width > 0);
            compare(root.text(item, at).x, end);
            end += root.text(item, at).width;
        }
        compare(item.width, end);
    }

    function test_tape_runs_as_slow_as_its_slowest_text_asks() {
        const item = createTemporaryObject(tape, root) as TickerTape;
        item.settle();
        let slowest = Infinity;
        for (let at = 0; at < 5; at++)
            slowest = Math.min(slowest, root.text(item, at).speed);
        verify(slowest > 0);
        compare(item.slowest(), slowest);
    }

    function test_only_texts_near_the_strip_are_drawn() {
        const item = createTemporaryObject(tape, root) as TickerTape;
        item.settle();
        item.far = root.text(item, 1).x + 1;
        const near = [];
        for (let at = 0; at < 5; at++)
            near.push(root.text(item, at).isNear);
        compare(near, [true, true, false, false, false]);
    }

    name: "TickerTape"

    Component {
        id: tape

        TickerTape {
            far: 100000
            height: 90
            near: 0
            screen: root.screen
            ticker: root.lines
            typeSetter: root.typeSetter
        }
    }
}

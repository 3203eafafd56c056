pragma ComponentBehavior: Bound

import QtQuick
import QtTest

import GatePlayer
import GatePlayer.Parts

TestCase {
    id: root

    readonly property TypeSetter typeSetter: givenTypeSetter // qmllint disable unqualified

    function test_long_label_wraps_within_the_widest() {
        const item = createTemporaryObject(chip, root, {
                                               "text": "one two three four five six",
                                               "widest": 200
                                           });
        verify(item.implicitWidth <= 200);
        verify(item.implicitHeight > 60);
    }

    function test_short_label_takes_what_it_needs() {
        const item = createTemporaryObject(chip, root, {
                                               "text": "one",
                                               "widest": 2000
                                           });
        verify(item.implicitWidth < 200);
        compare(item.Accessible.name, "one");
    }

    name: "Chip"

    Component {
        id: chip

        Chip {
            language: "vi"
            letterPx: 30
            typeSetter: root.typeSetter
        }
    }
}

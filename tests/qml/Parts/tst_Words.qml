pragma ComponentBehavior: Bound

import QtQuick
import QtTest

import GatePlayer
import GatePlayer.Parts

TestCase {
    id: root

    readonly property TypeSetter typeSetter: givenTypeSetter // qmllint disable unqualified

    function make(properties) {
        return createTemporaryObject(words, root, properties);
    }

    function test_rich_text_is_shown_as_typed() {
        const item = make({
                              "text": "<b>x</b>"
                          });
        compare(item.textFormat, Text.PlainText);
        compare(item.text, "<b>x</b>");
    }

    function test_empty_text_takes_no_room() {
        verify(!make({
                         "text": ""
                     }).visible);
    }

    function test_line_height_is_fixed_data() {
        return [
                    {
                        "tag": "vi",
                        "language": "vi",
                        "least": 1.35
                    },
                    {
                        "tag": "lo",
                        "language": "lo",
                        "least": 1.5
                    },
                    {
                        "tag": "km",
                        "language": "km",
                        "least": 1.5
                    }
                ];
    }

    function test_line_height_is_fixed(row) {
        const item = make({
                              "text": "x",
                              "language": row.language
                          });
        compare(item.lineHeightMode, Text.FixedHeight);
        verify(item.lineHeight >= 40 * row.least);
    }

    function test_marked_lao_breaks_between_words() {
        const item = make({
                              "text": "ຍິນດີ\u200bຕ້ອນຮັບ\u200bສູ່\u200bຫວຽດນາມ",
                              "language": "lo",
                              "width": 260
                          });
        verify(item.lineCount > 1);
        verify(item.contentWidth <= item.width);
    }

    function test_headline_is_told_to_readers_of_the_screen() {
        const item = make({
                              "text": "x",
                              "headline": true
                          });
        compare(item.Accessible.role, Accessible.Heading);
        compare(item.Accessible.name, "x");
    }

    name: "Words"

    Component {
        id: words

        Words {
            language: "vi"
            letterPx: 40
            typeSetter: root.typeSetter
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// The lanes of a gate below one another, under the names of their clocks; in pages of whole lanes
// where they do not fit. `forceLayout` brings its height up to date at once.
Item {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property bool isWide
    required property bool isLow
    property list<int> pageOf: []

    // Air above and below a lane, beyond the least.
    property real air: 0
    property int shown: 0
    readonly property int clockCount: Math.max(1, root.slide.hours.clocks.length)
    readonly property real gap: Math.round(root.slide.bodyPx * Theme.gap)
    readonly property real timeWidth: Math.ceil(Math.max(digits.advanceWidth, heading.advanceWidth)
                                                + root.gap)
    readonly property real clocksWidth: root.timeWidth * root.clockCount

    // Plates of one width, so that they make a column.
    readonly property real plateWidth: Math.min(plate.wanted, Math.round(root.width
                                                                         * (root.isWide ? 0.28 : 0.5)))
    readonly property real namesWidth: root.isWide ? Math.round(root.width * Theme.names)
                                                   : root.width - root.plateWidth - root.gap

    readonly property real least: Math.round(root.slide.bodyPx * Theme.tight / (root.isLow ? 2 : 1))
    readonly property real headingsHeight: headings.visible ? headings.height : 0

    implicitHeight: list.height

    function forceLayout() {
        for (let at = 0; at < lanes.count; at++)
            (lanes.itemAt(at) as HoursLine).forceLayout();
        headings.forceLayout();
        list.forceLayout();
    }

    // Shares out what the fullest page leaves over of `room`, in like measure on every page.
    function spread(room: real) {
        const heights = root.pageOf.length > 0 ? root.pageOf.map(page => root.laneHeights(page))
                                               : [root.laneHeights(-1)];
        const fullest = heights.reduce((one, other) => other.sum > one.sum ? other : one);
        const places = fullest.count * (root.isWide ? 2 : 3);
        const spare = room - root.headingsHeight - fullest.sum;
        root.air = Math.max(0, Math.floor(Math.min(root.slide.bodyPx, spare / places)));
    }

    // The lanes of a page, of all for -1: how many, and how high together.
    function laneHeights(page: int): var {
        let count = 0, sum = 0;
        for (let at = 0; at < lanes.count; at++) {
            if (page < 0 || root.pageOf[at] === page) {
                count += 1;
                sum += lanes.itemAt(at).height;
            }
        }
        return {
            count,
            sum
        };
    }

    // Sets the lanes in pages; how many, or 0 where one lane alone is higher than `room`.
    function paginate(room: real): int {
        const heights = [];
        for (let at = 0; at < lanes.count; at++)
            heights.push(lanes.itemAt(at).height);
        root.pageOf = root.slide.hours.pages(heights, room - root.headingsHeight);
        root.forceLayout();
        return root.pageOf.length > 0 ? root.pageOf[root.pageOf.length - 1] + 1 : 0;
    }

    TextMetrics {
        id: digits

        font: root.typeSetter.font("", Math.round(root.slide.bodyPx * Theme.clock), true)
        text: root.slide.hours.widestTime
    }

    TextMetrics {
        id: heading

        font: root.typeSetter.font(root.slide.language, root.screen.smallPx, false)
        text: root.slide.hours.widestClock
    }

    StatusPlate {
        id: plate

        language: root.slide.language
        letterPx: root.slide.bodyPx
        status: "open"
        typeSetter: root.typeSetter
        visible: false
        word: root.slide.hours.widestWord
    }

    Column {
        id: list

        width: root.width

        Row {
            id: headings

            bottomPadding: root.slide.bodyPx * Theme.tight
            visible: root.slide.hours.clocks.length > 0
            x: root.width - root.clocksWidth

            Repeater {
                model: root.slide.hours.clocks

                Words {
                    required property string modelData

                    color: Theme.paperQuiet
                    horizontalAlignment: Text.AlignRight
                    language: root.slide.language
                    letterPx: root.screen.smallPx
                    text: modelData
                    typeSetter: root.typeSetter
                    width: root.timeWidth
                }
            }
        }

        Repeater {
            id: lanes

            model: root.slide.hours

            HoursLine {
                required property int index

                clocksWidth: root.clocksWidth
                isWide: root.isWide
                language: root.slide.language
                letterPx: root.slide.bodyPx
                namesWidth: root.namesWidth
                plateWidth: root.plateWidth
                rise: root.least + root.air
                smallPx: root.screen.smallPx
                typeSetter: root.typeSetter
                visible: root.pageOf.length === 0 || root.pageOf[index] === root.shown
                width: root.width
            }
        }
    }
}

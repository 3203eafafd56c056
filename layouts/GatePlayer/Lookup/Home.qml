import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// Where every session begins: the first notice that holds, search, the categories, and how the lanes of the gate
// stand just now.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isWide: root.desk.lengths.cardColumns > 1
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.gap)
    readonly property int count: Math.max(1, root.desk.buttons.count)
    readonly property int columns: root.isWide ? Math.ceil(root.count / 2) : root.count > 6 && root.width > 26 * root.desk.lengths.bodyPx ? 3 : 2

    // Words of the tiles come first: beside them the lanes have room only where it leaves those whole.
    readonly property real third: Math.round(root.width * 0.3)
    readonly property real rest: root.width - root.third - root.gap
    readonly property bool isTodayBeside: root.isWide && today.hasLanes && tiles.isLegible(root.rest, root.desk.language) && notice.isLegible(root.rest - root.gap)
    readonly property real side: root.isTodayBeside ? root.third : 0
    readonly property int rows: Math.ceil(root.count / root.columns)

    // Two lines of words on every tile come first; then as many lanes as there is room for, if for any.
    readonly property real least: root.rows * (3.6 * root.desk.lengths.bodyPx + root.gap)
    readonly property real spare: root.height - search.y - search.height - root.gap - root.least - root.gap
    readonly property real strip: Math.min(today.wanted, root.height * 0.36, root.spare)
    readonly property real foot: root.isWide || !today.hasLanes || root.strip < 6 * root.desk.lengths.bodyPx ? 0 : root.strip

    NoticeCard {
        id: notice

        desk: root.desk
        height: isBrief ? search.height : Math.round(wanted)
        // Two lines of headline: how many there are depends on what is decided here.
        isBrief: root.height - 5 * root.desk.lengths.bodyPx - root.gap - search.height - root.gap < root.least
        tones: root.tones
        typeSetter: root.typeSetter
        visible: hasWords
        width: isBrief ? Math.round((root.width - x - root.gap) / 2) : root.width - x
        x: root.side > 0 ? root.side + root.gap : 0
    }

    SearchCard {
        id: search

        desk: root.desk
        height: Math.round(Math.max(root.desk.lengths.linePx, root.desk.lengths.isLow ? 0 : root.desk.lengths.bodyPx * 2.6))
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.width - x
        x: notice.x + (notice.hasWords && notice.isBrief ? notice.width + root.gap : 0)
        y: notice.hasWords && !notice.isBrief ? notice.height + root.gap : 0
    }

    CardGrid {
        id: tiles

        buttons: root.desk.buttons
        columns: root.columns
        desk: root.desk
        height: root.height - y - (root.foot > 0 ? root.foot + root.gap : 0)
        isUpright: height / rows > 4.4 * root.desk.lengths.bodyPx || root.isWide
        rows: root.rows
        showsIcons: isUpright || cellHeight - gap > 2.75 * root.desk.lengths.bodyPx
        tones: root.tones
        typeSetter: root.typeSetter
        width: root.width - x
        x: notice.x
        y: search.y + search.height + root.gap
    }

    TodayCard {
        id: today

        desk: root.desk
        height: root.side > 0 ? root.height : root.foot
        tones: root.tones
        typeSetter: root.typeSetter
        visible: hasLanes && height > 0
        width: root.side > 0 ? root.side : root.width
        y: root.height - height
    }
}

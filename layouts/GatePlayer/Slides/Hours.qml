import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// The timetable of the gate: what is open now, and when that changes. Lanes that have no room wait
// for the next page.
SlidePage {
    id: root

    readonly property real pad: root.screen.margin
    readonly property bool isLow: root.height < Theme.lowPage * root.screen.bodyPx
    // On an old television (4:3) the words of a change would be broken.
    readonly property bool isWide: root.width > Theme.wide * root.height
    readonly property real rise: root.pad * (root.isLow ? Theme.tight : Theme.snug)
    readonly property real inner: root.width - 2 * root.pad
    readonly property real gap: Math.round(root.screen.bodyPx * Theme.snug)

    // On a wide page the names of the clocks stand beside the title, else below it.
    readonly property real shared: root.isWide ? Math.min(head.height, board.headingsHeight)
                                               : -root.gap

    readonly property real footing: foot.implicitHeight > 0 ? foot.height + root.gap : 0
    property bool isPaged: false
    readonly property int pageCount: root.isPaged ? Math.max(2, root.slide.pageCount) : 1

    // Note and source are on every page, or where they leave no room for a lane, on the last.
    property bool isFootApart: false
    readonly property bool hasFoot: !root.isFootApart || turn.shown === root.pageCount - 1

    // The number of the page takes room of its own.
    function paginate(): int {
        root.isPaged = true;
        let pages = root.lanePages();
        if (pages === 0) {
            root.isFootApart = true;
            pages = root.lanePages();
            return pages > 0 ? pages + 1 : 0;
        }
        return pages;
    }

    function lanePages(): int {
        root.relayout();
        return board.paginate(root.available - root.needed + board.height);
    }

    available: root.height - masthead.height - 2 * root.rise
    needed: Math.ceil(head.height - root.shared + board.height + root.footing)

    onSettledChanged: {
        if (root.settled && !root.isFootApart)
            board.spread(root.available - root.needed + board.height);
    }
    onRelayout: {
        labels.forceLayout();
        head.forceLayout();
        board.forceLayout();
        foot.forceLayout();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // Title and labels share a line where there is one to share.
    Flow {
        id: head

        layoutDirection: Qt.LeftToRight
        spacing: Math.round(root.screen.bodyPx * Theme.gap)
        width: root.inner - (root.isWide ? board.clocksWidth + root.gap : 0)
        x: root.pad
        y: masthead.height + root.rise

        Words {
            id: title

            color: Theme.paperInk
            headline: true
            language: root.slide.language
            letterPx: root.isLow ? root.slide.bodyPx : root.slide.titlePx
            text: root.slide.title
            typeSetter: root.typeSetter
            width: Math.min(implicitWidth, parent.width)
        }

        Flow {
            id: labels

            readonly property real chip: childrenRect.height

            spacing: root.screen.bodyPx * Theme.tight
            topPadding: y < 1 ? Math.max(0, (title.height - labels.chip) / 2) : 0
            visible: root.slide.marks.length > 0
            width: Math.min(childrenRect.width, head.width)

            Labels {
                screen: root.screen
                slide: root.slide
                typeSetter: root.typeSetter
                widest: head.width
            }
        }

        PageNumber {
            count: root.isLow ? root.pageCount : 1
            ink: Theme.paperQuiet
            letterPx: root.screen.smallPx
            page: turn.shown
            typeSetter: root.typeSetter
        }
    }

    Item {
        id: sheet

        anchors.fill: parent

        HoursBoard {
            id: board

            height: implicitHeight
            isLow: root.isLow
            isWide: root.isWide
            screen: root.screen
            shown: turn.shown
            slide: root.slide
            typeSetter: root.typeSetter
            width: root.inner
            x: root.pad
            y: head.y + head.height - root.shared
        }

        Column {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.rise
            spacing: Math.round(root.screen.bodyPx * Theme.tight)
            width: root.inner
            x: root.pad

            Words {
                color: Theme.paperQuiet
                language: root.slide.language
                letterPx: root.slide.bodyPx
                text: root.hasFoot ? root.slide.body : ""
                typeSetter: root.typeSetter
                width: root.typeSetter.balancedWidth(text, font, parent.width)
            }

            Words {
                color: Theme.paperQuiet
                language: root.slide.language
                letterPx: root.screen.smallPx
                text: root.hasFoot ? root.slide.origin : ""
                typeSetter: root.typeSetter
                width: parent.width
            }

            PageNumber {
                count: root.isLow ? 1 : root.pageCount
                ink: Theme.paperQuiet
                letterPx: root.screen.smallPx
                page: turn.shown
                typeSetter: root.typeSetter
            }
        }
    }

    PageTurn {
        id: turn

        page: sheet
        slide: root.slide
    }

    Masthead {
        id: masthead

        isLow: root.isLow
        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: parent.width
    }
}

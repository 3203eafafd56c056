pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Labels, headline, text and caption, with the source line at the foot. `needed` is the height
// they take; `forceLayout` brings it up to date at once after the sizes changed. Where they have
// no room, `paginate` sets text and caption in pages, and the source, too, if need be.
Item {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property color ink
    required property color quiet
    required property color accent

    // What stands between headline and text, and what below the text.
    property alias lead: beforeText.data
    readonly property alias leadPlace: beforeText
    property alias tail: afterText.data

    // How much of the free height lies above the words.
    property real rest: 0.42

    // A page of so few lines spares the ornament.
    property bool isLow: false
    readonly property real gap: root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.gap)
    readonly property real textWidth: Math.min(root.width, Theme.measure * root.slide.bodyPx)
    readonly property bool hasLabels: root.slide.marks.length > 0 || root.slide.sound.length > 0
    readonly property bool hasOrigin: root.slide.origin.length > 0

    // What the text is on each page, where there are several; a template may set them itself.
    property list<string> pages: []
    readonly property alias shown: turn.shown
    readonly property alias text: running
    property bool isTitleShown: true

    // Whether the page's number stands here, and not elsewhere.
    property bool isNumbered: true

    // A page of text with fewer lines than these says too little.
    property int fewestLines: 1
    property bool isSourceApart: false
    readonly property bool isPaged: root.pages.length > 0
    readonly property real footing: foot.visible ? root.gap + foot.implicitHeight : 0
    readonly property real needed: Math.ceil(head.implicitHeight + root.footing)

    function forceLayout() {
        labels.forceLayout();
        beforeText.forceLayout();
        afterText.forceLayout();
        content.forceLayout();
        head.forceLayout();
        foot.setLines();
    }

    // Headline and labels stay on every page. Returns the number of pages; 0 where headline,
    // labels and the fewest lines of text are already too high.
    function paginate(available: real): int {
        const text = [root.slide.body, root.slide.caption].filter(part => part).join("\n");
        const fewest = Math.min(root.fewestLines, root.cut(text, 1).length);
        root.pages = [" ", " "];
        root.forceLayout();
        if (root.linesIn(available) < fewest)
            root.setSourceApart();
        const lines = root.linesIn(available);
        const cut = lines >= fewest ? root.cut(text, lines) : [];
        root.pages = root.isSourceApart && cut.length > 0 ? cut.concat(root.cut(root.slide.origin, lines)) : cut;
        root.forceLayout();
        return root.pages.length;
    }

    function setSourceApart() {
        root.isSourceApart = root.hasOrigin;
        root.forceLayout();
    }

    // How many lines of text have room, while one is set.
    function linesIn(available: real): int {
        return 1 + Math.floor((available - root.needed) / running.lineHeight);
    }

    function cut(text: string, lines: int): list<string> {
        return root.typeSetter.pages(text, running.font, root.textWidth, lines);
    }

    Column {
        id: head

        readonly property real spare: root.height - root.needed

        spacing: Math.round(root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.between))
        width: parent.width
        y: Math.max(0, Math.round(spare * root.rest))

        Flow {
            id: labels

            bottomPadding: visible ? root.screen.bodyPx * Theme.tight : 0
            spacing: root.screen.bodyPx * Theme.tight
            visible: root.hasLabels && !root.isLow
            width: parent.width

            Labels {
                isWanted: !root.isLow
                screen: root.screen
                slide: root.slide
                typeSetter: root.typeSetter
                widest: root.width
            }
        }

        Rectangle {
            color: root.accent
            height: Math.max(2, Math.round(root.screen.bodyPx * Theme.stroke))
            visible: root.slide.title.length > 0 && !root.isLow
            width: root.screen.bodyPx * 2.4
        }

        Words {
            color: root.ink
            headline: true
            language: root.slide.language
            letterPx: root.typeSetter.wholeWordsPx(root.slide.title, root.typeSetter.font(root.slide.language, root.slide.titlePx, strong), root.width, 0) || root.slide.bodyPx
            text: root.isTitleShown ? root.slide.title : ""
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, parent.width)
        }

        // All that changes from page to page.
        Column {
            id: content

            spacing: parent.spacing
            width: parent.width

            Column {
                id: beforeText

                spacing: parent.spacing
                visible: children.length > 0
                width: parent.width
            }

            Words {
                id: running

                color: root.quiet
                language: root.slide.language
                letterPx: root.slide.bodyPx
                text: root.isPaged ? root.pages[turn.shown] ?? "" : root.slide.body
                typeSetter: root.typeSetter
                width: root.typeSetter.balancedWidth(text, font, root.textWidth)
            }

            Words {
                id: caption

                color: root.slide.title.length > 0 ? root.quiet : root.ink
                language: root.slide.language
                letterPx: root.slide.bodyPx
                text: root.isPaged ? "" : root.slide.caption
                typeSetter: root.typeSetter
                width: root.typeSetter.balancedWidth(text, font, root.textWidth)
            }

            Column {
                id: afterText

                spacing: parent.spacing
                visible: children.length > 0
                width: parent.width
            }
        }

        PageNumber {
            count: root.isLow || !root.isNumbered ? 1 : root.pages.length
            ink: root.quiet
            letterPx: root.screen.smallPx
            page: turn.shown
            typeSetter: root.typeSetter
        }
    }

    PageTurn {
        id: turn

        page: content
        slide: root.slide
    }

    PageFoot {
        id: foot

        anchors.bottom: parent.bottom
        hasSource: root.hasOrigin && !root.isSourceApart
        isLow: root.isLow
        page: turn.shown
        pageCount: root.isLow && root.isNumbered ? root.pages.length : 1
        quiet: root.quiet
        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: parent.width
    }
}

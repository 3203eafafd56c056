import QtQuick

import GatePlayer

// What every template is: a page that sets its text in the first way that fits, then loads its
// picture. A template says how much room its words need and have, and lays out again when asked.
// Words that fit in no way are set in pages, turned during the slot; what cannot even be paged is
// refused, and something else is shown.
Item {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    property real needed: 0
    property real available: 0
    property int pictureStatus: Image.Ready

    // Where on the page a clip plays, over its first picture; empty where none does.
    property rect film: Qt.rect(0, 0, 0, 0)
    property bool settled: false
    readonly property bool isReady: root.settled && root.pictureStatus === Image.Ready

    signal relayout

    // Sets the words in pages that fit; how many, or 0 where even one line has no room. A template
    // with words replaces this.
    function paginate(): int {
        return 0;
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.typeSetter.isMirrored(root.slide.language)
    height: root.screen.height - 2 * root.screen.overscanY - root.slide.foot
    width: root.screen.width - 2 * root.screen.overscanX

    Component.onCompleted: {
        root.relayout();
        while (root.needed > root.available && root.slide.narrow())
            root.relayout();
        const pages = root.needed > root.available ? root.paginate() : 1;
        if (pages > 0)
            root.slide.setPageCount(pages);
        else
            root.slide.refuseWords();
        root.settled = pages > 0;
    }
}

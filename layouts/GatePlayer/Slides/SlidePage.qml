import QtQuick

import GatePlayer

// What every template is: a page that sets its text in the first way that fits, then loads its
// picture. A template says how much room its words need and have, and lays out again when asked.
// Words that fit in no way are told to Python, and the template leaves whole lines away.
Item {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property VideoPlayer clips
    required property int volume
    property real needed: 0
    property real available: 0
    property int pictureStatus: Image.Ready
    property bool settled: false
    readonly property bool isReady: root.settled && root.pictureStatus === Image.Ready

    signal relayout
    signal overran(real pixels)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.typeSetter.isMirrored(root.slide.language)
    height: root.screen.height - 2 * root.screen.overscanY
    width: root.screen.width - 2 * root.screen.overscanX

    Component.onCompleted: {
        root.relayout();
        while (root.needed > root.available && root.slide.narrow())
            root.relayout();
        if (root.needed > root.available) {
            root.slide.overflowed();
            root.overran(root.needed - root.available);
        }
        root.settled = true;
    }
}

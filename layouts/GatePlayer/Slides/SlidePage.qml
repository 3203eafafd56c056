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
    property real needed: 0
    property real available: 0
    property int pictureStatus: Image.Ready

    // Where on the page a clip plays, over its first picture; empty where none does.
    property rect film: Qt.rect(0, 0, 0, 0)
    property bool settled: false

    // How much higher the words are than their room, once nothing else can be done; else 0.
    property real overrun: 0
    readonly property bool isReady: root.settled && root.pictureStatus === Image.Ready

    signal relayout

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
            root.overrun = root.needed - root.available;
        }
        root.settled = true;
    }
}

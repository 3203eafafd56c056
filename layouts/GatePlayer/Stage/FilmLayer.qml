import QtQuick

import GatePlayer
import GatePlayer.Theme

// The clip of a page. It belongs to the layer and not to the page, and so exists twice for good:
// an item written in Python is never freed once QML has made it (PySide6 6.12.0 keeps it).
VideoItem {
    id: root

    required property SlideViewModel slide
    required property int volume
    required property rect place
    readonly property bool isWanted: root.place.width > 0

    height: root.place.height
    opacity: 0
    visible: root.isWanted
    width: root.place.width
    x: root.place.x
    y: root.place.y

    onIsWantedChanged: {
        root.clipId = 0;
        root.opacity = 0;
    }

    NumberAnimation {
        id: appear

        duration: Theme.appear
        from: 0
        property: "opacity"
        target: root
        to: 1
    }

    NumberAnimation {
        id: vanish

        duration: Theme.appear
        property: "opacity"
        target: root
        to: 0
    }

    // A clip begins when its page is seen whole; until its first frame, and if it never comes, the
    // page's picture stands.
    Connections {
        function onAloneChanged() {
            if (root.slide.alone && root.isWanted)
                root.play(root.slide.clip, root.volume, root.slide.clipOffsetMs);
        }

        target: root.slide
    }

    Connections {
        function onFirstFrame() {
            appear.start();
        }

        // A film that stands still looks broken; its picture is made to stand.
        function onFailed() {
            appear.stop();
            vanish.start();
        }

        enabled: root.slide.alone && root.isWanted
        target: root.frameSource
    }
}

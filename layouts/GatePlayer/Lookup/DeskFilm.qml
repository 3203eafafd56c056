import QtQuick

import GatePlayer

// The moving picture of a clip of the library. It exists once, for an item written in Python is never freed
// once QML has made it (PySide6 6.12.0).
VideoItem {
    id: root

    required property DeskViewModel desk
    required property rect place
    readonly property bool isPlaying: root.desk.isHeard && root.desk.clip.length > 0

    height: root.place.height
    visible: root.isPlaying
    width: root.place.width
    x: root.place.x
    y: root.place.y

    onIsPlayingChanged: {
        root.clipId = 0;
        if (root.isPlaying)
            root.play(root.desk.clip, root.desk.volume, 0);
        else
            root.frameSource.stop();
    }
}

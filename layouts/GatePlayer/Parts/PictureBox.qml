import QtQuick

// A picture that fills its place; what is cropped away is chosen by the picture's focus. It is
// decoded off the GUI thread at the size shown, and only once that size is final (`settled`).
Item {
    id: root

    required property url source
    required property real aspect
    required property real focusX
    required property real focusY
    required property bool settled
    readonly property alias status: image.status
    readonly property int coverWidth: Math.ceil(Math.max(root.width, root.height * root.aspect)) + 1
    readonly property real coverHeight: image.implicitWidth === root.coverWidth
                                        ? image.implicitHeight : root.coverWidth / root.aspect

    // Where the picture begins so that its focus is as near the middle as its edges permit.
    function begin(place: real, size: real, focus: real): real {
        return Math.round(Math.min(0, Math.max(place - size, place / 2 - focus * size)));
    }

    clip: true

    Image {
        id: image

        asynchronous: true
        cache: false
        height: root.coverHeight
        objectName: "picture"
        retainWhileLoading: true
        source: root.settled ? root.source : ""
        sourceSize.width: root.coverWidth
        width: root.coverWidth
        x: root.begin(root.width, width, root.focusX)
        y: root.begin(root.height, height, root.focusY)
    }
}

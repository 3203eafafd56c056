import QtQuick

import GatePlayer
import GatePlayer.Slides

// One layer: loads the template its slide names, tells when the page is ready or cannot be, and
// fades it in when it is raised.
Item {
    id: root

    required property StageViewModel stage
    required property SlideViewModel slide
    readonly property SlidePage page: loader.item as SlidePage
    readonly property bool isReady: root.page !== null && root.page.isReady
    readonly property int pictureStatus: root.page === null ? Image.Null : root.page.pictureStatus
    readonly property bool hasNoPicture: root.pictureStatus === Image.Error

    function load() {
        if (root.slide.template === "") {
            loader.source = "";
            return;
        }
        const given = {
            "slide": root.slide,
            "screen": root.stage.screen,
            "typeSetter": root.stage.typeSetter
        };
        loader.setSource(Qt.resolvedUrl("../Slides/" + root.slide.template + ".qml"), given);
    }

    opacity: 0
    state: root.slide.raised ? "raised" : ""
    z: root.slide.depth

    states: State {
        name: "raised"

        PropertyChanges {
            root.opacity: 1
        }
    }
    transitions: Transition {
        // An animator without duration never sets its value.
        enabled: root.slide.fadeMs > 0
        to: "raised"

        SequentialAnimation {
            OpacityAnimator {
                duration: root.slide.fadeMs
            }

            ScriptAction {
                script: root.slide.risen()
            }
        }
    }

    onStateChanged: {
        if (root.state === "raised" && root.slide.fadeMs === 0)
            root.slide.risen();
    }
    onHasNoPictureChanged: {
        if (root.hasNoPicture)
            root.slide.refusePicture();
    }
    onIsReadyChanged: {
        if (root.isReady)
            root.slide.ready();
    }

    Loader {
        id: loader

        onStatusChanged: {
            if (loader.status === Loader.Error)
                root.slide.refuseTemplate();
        }
    }

    FilmLayer {
        frameSource: root.stage.clips
        place: root.page === null ? Qt.rect(0, 0, 0, 0) : root.page.film
        slide: root.slide
        volume: root.stage.volume
    }

    BuiltinPage {
        anchors.fill: parent
        visible: root.page instanceof Builtin
    }

    Connections {
        function onFolded() {
            root.load();
        }

        target: root.slide
    }
}

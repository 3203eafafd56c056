pragma ComponentBehavior: Bound

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

    // By component and not by file name: loading by name leaves a hundred bytes behind each time.
    function template(name: string): Component {
        switch (name) {
        case "Poster":
            return poster;
        case "Photo":
            return photo;
        case "Bulletin":
            return bulletin;
        case "Video":
            return video;
        case "Table":
            return table;
        case "Claim":
            return claim;
        case "Bilingual":
            return bilingual;
        case "Audio":
            return audio;
        case "Hours":
            return hours;
        case "Notice":
            return notice;
        case "GatePage":
            return gatePage;
        case "Builtin":
            return builtin;
        default:
            return null;
        }
    }

    // Faded as one picture: else each of its parts would be half seen through, and the ground
    // between them would darken the change.
    layer.enabled: root.slide.depth > 0 && root.slide.fadeMs > 0 && !root.slide.alone
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
        // Not by an animator: where Qt paints in software that asks for frame after frame, with no
        // pause, and a fade took a core. Without a fade the page stands at once.
        enabled: root.slide.fadeMs > 0
        to: "raised"

        SequentialAnimation {
            NumberAnimation {
                duration: root.slide.fadeMs
                property: "opacity"
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

        sourceComponent: root.template(root.slide.template)
    }

    FilmLayer {
        frameSource: root.stage.clips
        place: root.page === null ? Qt.rect(0, 0, 0, 0) : root.page.film
        slide: root.slide
        volume: root.stage.volume
    }

    // Without size while it is not wanted: a painted item keeps its picture, as large as the screen,
    // and copies it whenever it changes size, seen or not.
    BuiltinPage {
        height: visible ? root.height - root.slide.foot : 0
        visible: root.page instanceof Builtin
        width: visible ? root.width : 0
    }

    Component {
        id: poster

        Poster {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: photo

        Photo {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: bulletin

        Bulletin {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: video

        Video {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: hours

        Hours {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: audio

        Audio {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: table

        Table {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: claim

        Claim {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: bilingual

        Bilingual {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: notice

        Notice {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: gatePage

        GatePage {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }

    Component {
        id: builtin

        Builtin {
            screen: root.stage.screen
            slide: root.slide
            typeSetter: root.stage.typeSetter
        }
    }
}

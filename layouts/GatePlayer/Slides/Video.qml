import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// A clip, whole and uncovered, over its first picture; the words stand in a panel of their own.
Spread {
    id: root

    accent: Theme.gold
    ground: Theme.ground
    ink: Theme.groundInk
    pictureStatus: still.status
    quiet: Theme.groundQuiet
    tallestPicture: root.width / root.slide.pictureAspect

    // A clip begins when its page is seen whole; until its first frame, and if it never comes, its
    // first picture stands.
    Connections {
        function onAloneChanged() {
            if (root.slide.alone)
                film.play(root.slide.clip, root.volume, root.slide.clipOffsetMs);
        }

        target: root.slide
    }

    Connections {
        function onFirstFrame() {
            appear.start();
        }

        enabled: root.slide.alone
        target: root.clips
    }

    Item {
        id: screening

        anchors.fill: parent

        PictureBox {
            id: still

            anchors.centerIn: parent
            aspect: root.slide.pictureAspect
            focusX: root.slide.focusX
            focusY: root.slide.focusY
            height: Math.round(Math.min(screening.height, screening.width / aspect))
            settled: root.settled
            source: root.slide.picture
            width: Math.round(Math.min(screening.width, screening.height * aspect))
        }

        VideoItem {
            id: film

            anchors.fill: still
            frameSource: root.clips
            opacity: 0

            OpacityAnimator on opacity {
                id: appear

                duration: Theme.appear
                from: 0
                running: false
                to: 1
            }
        }
    }
}

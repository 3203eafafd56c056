import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A page of masthead, picture and words. The picture stands beside the words or above them; it
// has at least its share of the page, and whatever the words leave over.
SlidePage {
    id: root

    property color ground: Theme.paper
    property color ink: Theme.paperInk
    property color quiet: Theme.paperQuiet
    property color accent: Theme.lacquer

    // Words come first, from where a line begins, unless they are said of the picture.
    property bool isPictureLast: false

    // A picture that must not be cropped leaves the rest of the page to the words.
    property real tallestPicture: root.room
    readonly property bool isBeside: root.slide.arrangement === "beside"
    readonly property bool isBare: root.slide.arrangement === "bare"
    readonly property real pad: root.screen.margin
    readonly property bool isLow: root.height < Theme.lowPage * root.screen.bodyPx

    // A page with much to say spares the ornament, too.
    property bool isTight: root.isLow
    property real rise: root.isLow ? root.pad * Theme.tight : root.pad
    readonly property real upper: masthead.height
    readonly property real room: root.height - root.upper
    readonly property real share: root.slide.pictureShare
    readonly property real shareOfHeight: root.isBeside ? 0 : root.room * root.share
    readonly property real leftOver: root.room - words.needed - 2 * root.rise
    readonly property real lowered: Math.max(0, Math.min(root.leftOver, root.tallestPicture))
    readonly property int pictureWidth: root.isBeside ? root.width * root.share : root.width
    readonly property int pictureHeight: root.isBeside ? root.room : root.lowered
    default property alias picture: place.data
    property alias lead: words.lead
    property alias tail: words.tail
    readonly property alias panel: words
    readonly property alias place: place

    function paginate(): int {
        return words.paginate(root.available);
    }

    available: root.room - 2 * root.rise - root.shareOfHeight
    needed: words.needed

    onRelayout: words.forceLayout()

    Rectangle {
        anchors.fill: parent
        color: root.ground
    }

    Item {
        id: place

        height: root.isBare ? 0 : root.pictureHeight
        visible: !root.isBare
        width: root.pictureWidth
        x: root.isBeside && root.isPictureLast ? root.width - root.pictureWidth : 0
        y: root.upper
    }

    WordsPanel {
        id: words

        accent: root.accent
        height: root.height - y - root.rise
        ink: root.ink
        isLow: root.isTight
        quiet: root.quiet
        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: (root.isBeside ? root.width - root.pictureWidth : root.width) - 2 * root.pad
        x: (root.isBeside && !root.isPictureLast ? root.pictureWidth : 0) + root.pad
        y: root.upper + root.rise + (root.isBeside ? 0 : place.height)
    }

    Masthead {
        id: masthead

        isLow: root.isLow
        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: parent.width
    }
}

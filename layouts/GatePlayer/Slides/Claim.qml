import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A false claim on a card of its own, marked as false, and the fact beside or below it. On every
// page of a long fact the card stays.
SlidePage {
    id: root

    readonly property bool isBeside: root.slide.arrangement === "beside"
    readonly property real pad: root.screen.margin
    readonly property bool isLow: root.height < Theme.lowPage * root.screen.bodyPx
    readonly property real rise: root.isLow ? root.pad * Theme.tight : root.pad
    readonly property real room: root.height - masthead.height - 2 * root.rise
    readonly property real inner: root.width - 2 * root.pad
    readonly property real above: root.isBeside ? 0 : card.needed + root.rise
    readonly property real spare: Math.max(0, root.room - root.above - words.needed)
    readonly property real air: root.isBeside ? 0 : Math.round(root.spare * 0.3)

    function paginate(): int {
        return root.isBeside && card.needed > root.available ? 0 : words.paginate(root.available);
    }

    available: root.room - root.above
    needed: root.isBeside ? Math.max(words.needed, card.needed) : words.needed

    onRelayout: words.forceLayout()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ClaimCard {
        id: card

        claim: root.slide.claim.text
        height: root.isBeside ? root.room : card.needed + root.air
        language: root.slide.language
        letterPx: root.slide.bodyPx
        screen: root.screen
        typeSetter: root.typeSetter
        verdict: root.slide.claim.verdict
        width: root.isBeside ? Math.round(root.inner * root.slide.pictureShare) : root.inner
        x: root.pad
        y: masthead.height + root.rise
    }

    WordsPanel {
        id: words

        accent: Theme.ground
        fewestLines: 3
        height: root.height - y - root.rise
        ink: Theme.paperInk
        isLow: root.isLow
        isNumbered: false
        quiet: Theme.paperInk
        rest: root.isBeside ? 0.42 : 0.2
        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: root.isBeside ? root.inner - card.width - root.pad : root.inner
        x: root.isBeside ? card.x + card.width + root.pad : root.pad
        y: masthead.height + root.rise + root.above + root.air

        lead: Item {
            height: truth.height
            width: words.width

            Verdict {
                id: truth

                air: root.isLow ? Theme.slim : Theme.snug
                color: Theme.ground
                isTrue: true
                language: root.slide.language
                letterPx: root.isLow ? root.screen.smallPx : root.slide.bodyPx
                text: root.slide.claim.factLabel
                typeSetter: root.typeSetter
                width: Math.min(implicitWidth, words.width)
            }

            PageNumber {
                anchors.left: truth.right
                anchors.leftMargin: root.screen.bodyPx * Theme.gap
                anchors.verticalCenter: truth.verticalCenter
                count: words.pages.length
                ink: Theme.paperQuiet
                letterPx: root.screen.smallPx
                page: words.shown
                typeSetter: root.typeSetter
            }
        }
    }

    Masthead {
        id: masthead

        screen: root.screen
        slide: root.slide
        typeSetter: root.typeSetter
        width: parent.width
    }
}

import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// A picture, Vietnamese words, and below them those of one other language in letters of three
// quarters of the size at most. Both headlines stay on every page of long texts, which turn together.
Spread {
    id: root

    property list<string> foreignPages: []

    // Where a line of each text has no room below the headlines, these have the first page.
    property bool hasTitlePage: false
    property bool isCutting: false
    readonly property bool isTitleShown: !root.hasTitlePage
                                         || (root.panel.shown === 0 && !root.isCutting)

    function paginate(): int {
        root.cut();
        if (root.panel.pages.length === 0)
            root.panel.setSourceApart();
        if (root.panel.pages.length === 0)
            root.cut();
        root.hasTitlePage = root.panel.pages.length === 0;
        if (root.hasTitlePage)
            root.cut();
        return root.needed <= root.available && root.slide.body ? root.panel.pages.length : 0;
    }

    function cut() {
        const running = root.panel.text, body = root.slide.body, other = root.slide.foreign.body;
        root.panel.pages = [" ", " "];
        root.foreignPages = [" ", " "];
        root.isCutting = true;
        root.panel.forceLayout();
        const room = root.available - root.panel.needed + running.lineHeight
                   + (other ? foreignBody.lineHeight : 0);
        const lines = root.typeSetter.sharedLines(root.panel.cut(body, 1).length,
                                                  root.cutForeign(other, 1).length,
                                                  running.lineHeight, foreignBody.lineHeight, room);
        const above = lines.x > 0 ? root.panel.cut(body, lines.x) : [];
        root.foreignPages = lines.y > 0 ? root.cutForeign(other, lines.y) : [];
        // Vietnamese stands on every page: where its text has ended, its end stays.
        while (above.length > 0 && above.length < root.foreignPages.length)
            above.push(above[above.length - 1]);
        if (root.panel.isSourceApart && above.length > 0)
            above.push(root.slide.origin);
        if (root.hasTitlePage && above.length > 0) {
            above.unshift("");
            root.foreignPages.unshift("");
        }
        root.panel.pages = above;
        root.isCutting = false;
        root.panel.forceLayout();
    }

    function cutForeign(text: string, lines: int): list<string> {
        return root.typeSetter.pages(text, foreignBody.font, root.panel.textWidth, lines);
    }

    accent: Theme.gold
    ground: Theme.ground
    ink: Theme.groundInk
    isTight: true
    panel.isTitleShown: root.isTitleShown
    pictureStatus: root.isBare ? Image.Ready : art.status
    quiet: Theme.groundQuiet

    tail: [
        Words {
            color: root.ink
            headline: true
            language: root.slide.foreign.language
            letterPx: Math.floor(root.slide.titlePx * Theme.foreign)
            text: root.isTitleShown ? root.slide.foreign.title : ""
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, root.panel.width)
        },
        Words {
            id: foreignBody

            color: root.quiet
            language: root.slide.foreign.language
            letterPx: Math.floor(root.slide.bodyPx * Theme.foreign)
            text: root.panel.isPaged ? root.foreignPages[root.panel.shown] ?? "" : root.slide.foreign.body
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, root.panel.textWidth)
        }
    ]

    PictureBox {
        id: art

        anchors.fill: parent
        aspect: root.slide.pictureAspect
        focusX: root.slide.focusX
        focusY: root.slide.focusY
        settled: root.settled && !root.isBare
        source: root.slide.picture
    }
}

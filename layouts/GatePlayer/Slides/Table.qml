import QtQuick

import GatePlayer.Parts

// Fees, a timetable: a table under its title, its note below. Title, headings and note are on every
// page of a long one; where they leave no room for rows, the source has the last page for itself.
Spread {
    id: root

    readonly property int shown: root.panel.shown

    // Pages of rows; 0 where the words do not even fit beside one another.
    property int rowPages: 0

    function paginate(): int {
        const note = root.slide.body;
        root.panel.pages = [note, note];
        root.panel.forceLayout();
        root.rowPages = root.slide.table.paginate(root.roomForTable());
        if (root.rowPages === 0) {
            root.panel.setSourceApart();
            root.rowPages = root.slide.table.paginate(root.roomForTable());
        }
        const notes = Array(root.rowPages).fill(note);
        const source = root.panel.isSourceApart ? [root.slide.origin] : [];
        root.panel.pages = root.rowPages > 0 ? notes.concat(source) : [];
        root.panel.forceLayout();
        return root.panel.pages.length;
    }

    function roomForTable(): real {
        return root.available - (root.panel.needed - grid.height);
    }

    isTight: true
    needed: root.rowPages > 0 ? root.panel.needed : Infinity

    lead: TableGrid {
        id: grid

        letterPx: root.slide.bodyPx
        table: root.slide.table
        typeSetter: root.typeSetter
        visible: root.shown < root.rowPages || root.rowPages === 0
    }

    onRelayout: {
        root.rowPages = root.slide.table.arrange(root.typeSetter, root.width - 2 * root.pad,
                                                 root.slide.bodyPx);
        root.panel.forceLayout();
    }
    onSettledChanged: root.slide.table.showPage(root.shown)
    onShownChanged: root.slide.table.showPage(root.shown)
}

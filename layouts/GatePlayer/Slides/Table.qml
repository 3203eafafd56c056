import QtQuick

import GatePlayer.Parts
import GatePlayer.Theme

// Fees, a timetable: a table under its title, its note below; on a strip, beside them. Title and
// headings are on every page of a long one; note and source, too, or they have the last pages.
Spread {
    id: root

    readonly property int shown: root.panel.shown

    // Pages of rows; 0 where the words do not even fit beside one another.
    property int rowPages: 0

    // The last pages, which note or source have for themselves.
    property bool isMeasuring: false
    readonly property bool isRest: root.isMeasuring || (root.rowPages > 0 && root.shown >= root.rowPages)

    function paginate(): int {
        const note = root.slide.body;
        root.panel.pages = [note, note];
        if (!root.setRows())
            root.panel.setSourceApart();
        const isNoteApart = !root.setRows() && note.length > 0;
        root.panel.pages = isNoteApart ? ["", ""] : root.panel.pages;
        if (!root.setRows())
            return 0;
        const lines = root.linesWithoutTable();
        const notes = isNoteApart ? root.panel.cut(note, lines) : [];
        const source = root.panel.isSourceApart ? root.panel.cut(root.slide.origin, lines) : [];
        const rows = Array(root.rowPages).fill(isNoteApart ? "" : note);
        root.panel.pages = rows.concat(notes, source);
        root.panel.forceLayout();
        return lines > 0 ? root.panel.pages.length : 0;
    }

    function linesWithoutTable(): int {
        root.isMeasuring = true;
        root.panel.pages = [" ", " "];
        root.panel.forceLayout();
        const lines = root.panel.linesIn(root.available);
        root.isMeasuring = false;
        return lines;
    }

    function setRows(): bool {
        root.panel.forceLayout();
        root.rowPages = root.slide.table.paginate(root.roomForTable());
        return root.rowPages > 0 && (!root.isBeside || root.panel.needed <= root.available);
    }

    function roomForTable(): real {
        return root.isBeside ? root.available : root.available - root.panel.needed + grid.height;
    }

    isPictureLast: true
    isTight: true
    rise: root.pad * Theme.tight
    panel.isTitleShown: !(root.isBeside && root.isRest)
    needed: root.rowPages === 0 ? Infinity : root.isBeside ? Math.max(root.panel.needed, grid.height)
                                                           : root.panel.needed

    onRelayout: {
        const width = root.isBeside ? root.pictureWidth - root.pad : root.width - 2 * root.pad;
        root.rowPages = root.slide.table.arrange(root.typeSetter, width, root.slide.bodyPx,
                                                 root.isLow ? Theme.slim : Theme.airy);
        root.panel.forceLayout();
    }
    onSettledChanged: root.slide.table.showPage(root.shown)
    onShownChanged: root.slide.table.showPage(root.shown)

    lead: TableGrid {
        id: grid

        letterPx: root.slide.bodyPx
        parent: root.isBeside ? root.place : root.panel.leadPlace
        table: root.slide.table
        typeSetter: root.typeSetter
        visible: !root.isRest
        y: root.isBeside ? Math.round((root.room - height) / 2) : 0
    }
}

pragma Singleton

import QtQuick

// Constants of the house: a quiet ground of river blue, paper, and gold used only as line and mark.
// Every pair of letters and ground that a page may use reaches 7:1 (tests/shell/test_theme.py).
QtObject {
    readonly property color ground: "#0f2a33"
    readonly property color groundInk: "#f8f3e8"
    readonly property color groundQuiet: "#d3ddd9"
    readonly property color paper: "#f8f3e8"
    readonly property color paperInk: "#14242a"
    readonly property color paperQuiet: "#45483f"
    readonly property color paperShade: "#efe6d3"
    readonly property color paperLine: "#c9bfa9"
    readonly property color card: "#fffdf8"
    readonly property color gold: "#e0b963"
    readonly property color lacquer: "#8e2620"
    readonly property color mark: "#f2d489"
    readonly property color markInk: "#22190a"
    readonly property color open: "#0f5132"
    readonly property color openInk: "#f8f3e8"
    readonly property color shut: "#e6dcc9"
    readonly property color shutInk: "#5c1713"

    // The staff panel: after dark, so that nobody takes it for a page of a traveller.
    readonly property color dusk: "#1b1d21"
    readonly property color duskCard: "#2b2f36"
    readonly property color duskLine: "#6b7280"

    // As far apart as colours can be, for those who ask for it.
    readonly property color night: "#000000"
    readonly property color day: "#ffffff"

    // Yellow and black: caution (ISO 22324); never used for anything else.
    readonly property color caution: "#f7c600"
    readonly property color cautionInk: "#14120a"

    // Red: act now; green: safe (ISO 22324, and the squares of ISO 7010). Darker than pure red and
    // signal green, on which white stays below 5:1. Never used for anything else.
    readonly property color danger: "#b40000"
    readonly property color safe: "#006633"

    // What is only an exercise or a test: blue on white, in a frame of stripes.
    readonly property color drill: "#123a6b"
    readonly property color drillPale: "#c3ccd8"
    readonly property color drillInk: "#0d2340"

    // Levels of disaster risk (Decision 18/2021, article 4): light blue, light yellow, orange, red
    // (danger), purple. Apart from the colours above: the number and its word stand beside them.
    readonly property color level1: "#a9d8f5"
    readonly property color level2: "#fff3a3"
    readonly property color level3: "#ff9d2e"
    readonly property color level5: "#5b2483"

    // Distances, as multiples of the smallest body letters of the screen.
    readonly property real tight: 0.28
    readonly property real snug: 0.45
    readonly property real between: 0.55
    readonly property real gap: 0.7
    readonly property real roomy: 1.1

    // Above and below the words of a table's row, as multiples of their own size.
    readonly property real airy: 0.24
    readonly property real slim: 0.09

    // A page lower than this many body letters is a strip: ornament and air make way for words.
    readonly property real lowPage: 16

    // From this ratio of width to height on, things stand side by side.
    readonly property real wide: 1.45

    // Strokes, likewise.
    readonly property real hairline: 0.045
    readonly property real frame: 0.08
    readonly property real stroke: 0.12

    // The other languages of a page against the first; foreign text is three quarters at most
    // (Law on Advertising 2012, article 18).
    readonly property real other: 0.55
    readonly property real foreign: 0.75

    // The column of names of a timetable, as a share of its width.
    readonly property real names: 0.26

    // Times of a timetable against the letters beside them.
    readonly property real clock: 1.5

    // Width of a bold Latin letter against its size, where a name stands on one line however long it is.
    readonly property real widestLetter: 0.66

    // Lines of running text longer than this many letter heights lose the reader.
    readonly property real measure: 34

    // Letters on the buttons that invite to touch, at most this share of a button's width: "Tiếng Việt" on one line.
    readonly property real nameShare: 0.15
    readonly property real noteShare: 0.125

    // How far a photograph may be cropped to fill its place, as a ratio of shapes.
    readonly property real lenientCrop: 1.3

    // Keys of the touch keyboard, as shares of a key's height: its letters (never more than the
    // second, so that the tallest marks stay within), its icon, the gap around it, its frame; and
    // how many touch targets wide a key may grow.
    readonly property real keyLetter: 0.42
    readonly property real keyLetterMost: 0.52
    readonly property real keyIcon: 0.44
    readonly property real keyGap: 0.03
    readonly property real keyFrame: 0.06
    readonly property real keyWidest: 1.7

    // A key that is held repeats after the first and then each second time.
    readonly property int keyHold: 450
    readonly property int keyRepeat: 90

    // A page of a long text goes within this time, and the next one comes within as much.
    readonly property int turn: 300

    // A clip's first frame covers its poster within this time.
    readonly property int appear: 300
}

import QtQuick

// The colours of the pages that are touched: those of the house, or as far apart as can be.
QtObject {
    id: root

    property bool isContrast: false

    // The panel of the gate's staff.
    property bool isDusk: false

    readonly property color ground: root.isContrast ? Theme.night : root.isDusk ? Theme.night : Theme.ground
    readonly property color groundInk: root.isContrast ? Theme.day : Theme.groundInk
    readonly property color groundQuiet: root.isContrast ? Theme.day : Theme.groundQuiet
    readonly property color accent: root.isContrast ? Theme.caution : Theme.gold
    readonly property color paper: root.isContrast ? Theme.night : root.isDusk ? Theme.dusk : Theme.paper
    readonly property color ink: root.isContrast ? Theme.day : root.isDusk ? Theme.groundInk : Theme.paperInk
    readonly property color quiet: root.isContrast ? Theme.day : root.isDusk ? Theme.groundQuiet : Theme.paperQuiet
    readonly property color card: root.isContrast ? Theme.night : root.isDusk ? Theme.duskCard : Theme.card
    readonly property color line: root.isContrast ? Theme.day : root.isDusk ? Theme.duskLine : Theme.paperLine
    readonly property color sign: root.isContrast ? Theme.caution : root.isDusk ? Theme.gold : Theme.lacquer
    readonly property color signInk: root.isContrast ? Theme.night : root.isDusk ? Theme.markInk : Theme.groundInk
    readonly property color lit: root.isContrast ? Theme.caution : root.isDusk ? Theme.gold : Theme.ground
    readonly property color litInk: root.isContrast ? Theme.night : root.isDusk ? Theme.markInk : Theme.groundInk
    readonly property color pressed: root.isContrast ? Theme.caution : Theme.mark
    readonly property color pressedInk: Theme.markInk
    readonly property color hit: root.isContrast ? Theme.lacquer : Theme.mark

    // Whom to call, and what calls everybody out.
    readonly property color alarm: root.isContrast ? Theme.caution : Theme.lacquer
    readonly property color alarmInk: root.isContrast ? Theme.night : Theme.groundInk

    // What was asked for is done.
    readonly property color done: root.isContrast ? Theme.day : Theme.open
    readonly property color doneInk: root.isContrast ? Theme.night : Theme.openInk
}

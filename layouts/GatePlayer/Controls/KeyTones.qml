import QtQuick

import GatePlayer.Theme

// The colours of the keyboard, all in one place.
QtObject {
    readonly property color ground: Theme.ground
    readonly property color key: Theme.paper
    readonly property color quietKey: Theme.groundQuiet
    readonly property color ink: Theme.paperInk
    readonly property color held: Theme.mark
    readonly property color heldInk: Theme.markInk
    readonly property color focus: Theme.lacquer
}

import QtQuick

import GatePlayer

// The built-in page on the stage.
SlidePage {
    BuiltinPage {
        anchors.fill: parent
    }
}

import QtQuick

import GatePlayer

// Two layers; the one that comes on lies above until the other is empty.
Item {
    id: root

    required property StageViewModel stage

    StageLayer {
        anchors.fill: parent
        slide: root.stage.first
        stage: root.stage
    }

    StageLayer {
        anchors.fill: parent
        slide: root.stage.second
        stage: root.stage
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Overlay

// Two layers; the one that comes on lies above until the other is empty. Above both lie ticker and
// banner, which no change of page touches.
Item {
    id: root

    required property StageViewModel stage
    required property Overlay overlay
    readonly property real running: ticker.ticker.shown && !root.overlay.runsAtHead ? ticker.height : 0

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

    Ticker {
        id: ticker

        objectName: "ticker"
        screen: root.stage.screen
        ticker: root.overlay.tickerView
        typeSetter: root.stage.typeSetter
        width: parent.width
        y: root.overlay.runsAtHead ? 0 : parent.height - height
        z: 2
    }

    Banner {
        banner: root.overlay.bannerView
        objectName: "banner"
        screen: root.stage.screen
        typeSetter: root.stage.typeSetter
        width: parent.width
        y: parent.height - root.running - height
        z: 3
    }

    TrialMark {
        height: parent.height
        objectName: "trialMark"
        overlay: root.overlay
        typeSetter: root.stage.typeSetter
        z: 4
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Lookup
import GatePlayer.Overlay

// Two layers; the one that comes on lies above until the other is empty. Above both lie ticker and
// banner, which no change of page touches. A touch session covers all but the banner.
Item {
    id: root

    required property StageViewModel stage
    required property Overlay overlay
    required property DeskViewModel desk

    // Whether all of it is covered: then nothing need move.
    property bool isCovered: false
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

    // Whatever is touched of the programme begins a session; the first touch is never lost.
    Item {
        anchors.fill: parent

        TapHandler {
            enabled: root.desk.isInviting
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: 0

            onTapped: root.desk.act("begin:")
        }
    }

    Invitation {
        desk: root.desk
        height: root.desk.lengths.invitationPx
        typeSetter: root.stage.typeSetter
        visible: root.desk.isInviting && !root.desk.isShown
        width: parent.width
        y: parent.height - height
        z: 2
    }

    Desk {
        id: desk

        anchors.fill: parent
        anchors.bottomMargin: -root.stage.screen.overscanY
        anchors.leftMargin: -root.stage.screen.overscanX
        anchors.rightMargin: -root.stage.screen.overscanX
        anchors.topMargin: -root.stage.screen.overscanY
        clips: root.stage.clips
        desk: root.desk
        objectName: "desk"
        screen: root.stage.screen
        typeSetter: root.stage.typeSetter
        z: 3
    }

    Ticker {
        id: ticker

        objectName: "ticker"
        rests: root.desk.isShown || root.isCovered
        screen: root.stage.screen
        ticker: root.overlay.tickerView
        typeSetter: root.stage.typeSetter
        width: parent.width
        y: root.overlay.runsAtHead ? 0 : parent.height - root.overlay.invitation - height
        z: 2
    }

    Banner {
        banner: root.overlay.bannerView
        objectName: "banner"
        screen: root.stage.screen
        typeSetter: root.stage.typeSetter
        width: parent.width
        y: root.desk.isShown ? 0 : parent.height - root.overlay.invitation - root.running - height
        z: 4
    }

    TrialMark {
        height: parent.height
        objectName: "trialMark"
        overlay: root.overlay
        typeSetter: root.stage.typeSetter
        z: 5
    }
}

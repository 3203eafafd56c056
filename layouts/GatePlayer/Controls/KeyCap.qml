pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// One key: it changes at once when touched, and acts when let go within its bounds, however long
// that took. All of it may be touched, the gap around what is drawn too.
Item {
    id: root

    required property string keyId
    required property string kind
    required property string label
    required property string icon
    required property string name
    required property bool isLatched
    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property KeyTones tones
    readonly property string action: "key:" + root.keyId
    readonly property color ownColor: root.kind === "text" ? root.tones.key : root.tones.quietKey
    readonly property bool isHeld: tap.pressed || root.isLatched
    readonly property bool repeats: root.kind === "backspace"
    readonly property int mostRepeats: 60

    // Long labels are on the keys that write nothing; those stay as small as may be.
    readonly property int leastPx: Math.round(root.height * Theme.keyLetter)
    readonly property int mostPx: Math.round(root.height * Theme.keyLetterMost)
    readonly property int textPx: Math.min(Math.max(root.letterPx, root.leastPx), root.mostPx)
    readonly property int labelPx: root.kind === "text" ? root.textPx : root.leastPx

    // Since the finger, or the key of a keypad, came down.
    property int repeated: 0

    signal acted

    function repeat() {
        root.repeated++;
        if (root.repeated <= root.mostRepeats)
            root.acted();
    }

    function strike(event: KeyEvent) {
        event.accepted = true;
        if (!event.isAutoRepeat) {
            root.repeated = 0;
            root.acted();
        } else if (root.repeats) {
            root.repeat();
        }
    }

    Accessible.name: root.name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true

    Accessible.onPressAction: root.acted()
    Keys.onEnterPressed: event => root.strike(event)
    Keys.onReturnPressed: event => root.strike(event)
    Keys.onSpacePressed: event => root.strike(event)

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onPressedChanged: {
            if (tap.pressed)
                root.repeated = 0;
        }
        onTapped: {
            if (root.repeated === 0)
                root.acted();
        }
    }

    Timer {
        interval: root.repeated === 0 ? Theme.keyHold : Theme.keyRepeat
        repeat: true
        running: tap.pressed && root.repeats && root.repeated < root.mostRepeats

        onTriggered: root.repeat()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.max(1, Math.round(root.height * Theme.keyGap))
        color: root.isHeld ? root.tones.held : root.ownColor
        radius: root.height * Theme.keyFrame

        border {
            color: root.tones.focus
            width: root.activeFocus ? Math.max(2, Math.round(root.height * Theme.keyFrame)) : 0
        }

        Words {
            anchors.centerIn: parent
            Accessible.ignored: true
            color: root.isHeld ? root.tones.heldInk : root.tones.ink
            language: root.language
            letterPx: root.labelPx
            text: root.label
            typeSetter: root.typeSetter
            wrapMode: Text.NoWrap
        }

        Loader {
            active: root.icon.length > 0
            anchors.centerIn: parent
            height: Math.round(root.height * Theme.keyIcon)
            width: height

            sourceComponent: Icon {
                color: root.isHeld ? root.tones.heldInk : root.tones.ink
                name: root.icon
            }
        }
    }
}

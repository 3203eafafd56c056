import QtQuick

import GatePlayer.Theme

// The colours of an emergency page or a notice, by what they mean (ISO 22324); words and signs always say the
// same. What is not meant is white in blue: it has no field of red, yellow or green.
QtObject {
    id: root

    required property string tone
    required property int level
    readonly property bool isDrill: root.tone === "drill"
    readonly property color ground: {
        switch (root.tone) {
        case "act":
            return Theme.danger;
        case "prepare":
            return Theme.caution;
        case "safe":
            return Theme.safe;
        case "calm":
            return Theme.ground;
        default:
            return Theme.day;
        }
    }
    readonly property color ink: root.isDrill ? Theme.drillInk : root.tone === "prepare" ? Theme.cautionInk
                                                                            : root.tone === "calm" ? Theme.groundInk : Theme.day
    readonly property color band: root.isDrill ? Theme.drill : root.ink
    readonly property color bandInk: root.isDrill ? Theme.day : root.ground
    readonly property color levelGround: root.isDrill ? Theme.day : [Theme.day, Theme.level1, Theme.level2, Theme.level3, Theme.danger,
        Theme.level5][root.level] ?? Theme.day
    readonly property color levelInk: root.isDrill ? Theme.drillInk : root.level > 3 ? Theme.day : Theme.cautionInk

    // The plate of a sign, and what is drawn on it.
    function plate(name: string): color {
        if (name === "safe")
            return Theme.safe;
        return root.isDrill ? Theme.drill : name === "fire" ? Theme.danger : Theme.caution;
    }

    function mark(name: string): color {
        return name === "warning" && !root.isDrill ? Theme.cautionInk : Theme.day;
    }
}

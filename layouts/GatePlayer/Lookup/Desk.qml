pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// The touch lookup: head, page and bar, within reach of whoever stands or sits before the screen.
Item {
    id: root

    required property DeskViewModel desk
    required property ScreenMetrics screen
    required property TypeSetter typeSetter

    // While it is seen the keypad reaches nothing beside it.
    readonly property bool isModal: true
    required property VideoPlayer clips
    readonly property Tones tones: Tones {
        isContrast: root.desk.isContrast
    }

    function template(name: string): Component {
        switch (name) {
        case "Languages":
            return languages;
        case "Topics":
            return topics;
        case "Answer":
            return answer;
        case "Search":
            return search;
        case "Library":
            return library;
        case "Reader":
            return reader;
        case "Film":
            return film;
        default:
            return home;
        }
    }

    Accessible.role: Accessible.Pane
    focus: root.visible
    visible: root.desk.isShown

    Rectangle {
        anchors.fill: parent
        color: root.tones.ground
    }

    // Above pages that lie low the gate is named, so that the screen does not look broken.
    Words {
        color: root.tones.groundInk
        headline: true
        horizontalAlignment: Text.AlignHCenter
        language: root.desk.language
        letterPx: Math.round(root.desk.lengths.titlePx * 1.2)
        text: root.desk.gate
        typeSetter: root.typeSetter
        visible: root.desk.lengths.clearPx > 4 * letterPx
        width: root.typeSetter.balancedWidth(text, font, root.width - 2 * root.desk.lengths.margin)
        x: (root.width - width) / 2
        y: root.desk.lengths.areaY - (root.desk.lengths.clearPx + height) / 2
    }

    Item {
        id: area

        height: root.desk.lengths.areaHeight
        width: root.desk.lengths.areaWidth
        x: root.desk.lengths.areaX
        y: root.desk.lengths.areaY

        Rectangle {
            anchors.fill: parent
            color: root.tones.paper
        }

        DeskHead {
            id: head

            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
            visible: !root.desk.lengths.isLow
            width: parent.width
        }

        PageTitle {
            id: title

            desk: root.desk
            height: implicitHeight
            tones: root.tones
            typeSetter: root.typeSetter
            visible: root.desk.template !== "Search"
            width: parent.width - 2 * root.desk.lengths.margin
            x: root.desk.lengths.margin
            y: (head.visible ? head.height : 0) + root.desk.lengths.gap
        }

        Loader {
            id: page

            height: bar.y - root.desk.lengths.gap - y
            // By what is seen, not by what is to be: rows measure nothing of what is still unseen.
            sourceComponent: root.visible ? root.template(root.desk.template) : null
            width: title.width
            x: root.desk.lengths.margin
            y: title.y + (title.visible ? title.height + root.desk.lengths.gap : 0)
        }

        DeskFilm {
            readonly property rect within: (page.item as Film)?.film ?? Qt.rect(0, 0, 0, 0)

            desk: root.desk
            frameSource: root.clips
            place: Qt.rect(page.x + within.x, page.y + within.y, within.width, within.height)
        }

        SheetTurn {
            id: turn

            desk: root.desk
            height: implicitHeight
            isNeeded: root.desk.sheetWords.length > 0 && root.desk.template !== "Search"
            isNumberedAtEnd: root.desk.lengths.isNumberedAbove
            isTouched: root.desk.isTouched
            tones: root.tones
            typeSetter: root.typeSetter
            width: title.width
            x: root.desk.lengths.margin
            y: root.desk.lengths.isNumberedAbove ? title.y : bar.y - height - root.desk.lengths.gap
        }

        DeskBar {
            id: bar

            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
            width: parent.width
            y: parent.height - height
        }

        AskCard {
            anchors.fill: parent
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: languages

        Languages {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: home

        Home {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: topics

        Topics {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: answer

        Answer {
            desk: root.desk
            screen: root.screen
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: search

        Search {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: library

        Library {
            desk: root.desk
            screen: root.screen
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: reader

        Reader {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: film

        Film {
            desk: root.desk
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }
}

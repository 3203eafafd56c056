pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// One line of an answer, drawn as its kind asks.
Item {
    id: root

    required property DeskViewModel desk
    required property ScreenMetrics screen
    required property Tones tones
    required property TypeSetter typeSetter
    required property real room
    required property string kind
    required property string text
    required property string language
    required property string lead
    required property string note
    required property string noteLanguage
    required property string icon
    required property string sign
    required property list<string> cells
    required property list<string> align
    required property list<string> actions
    required property int chosen
    required property string status
    required property string picture
    required property real aspect
    required property list<real> xs
    required property list<real> ys
    required property int here
    required property string action
    required property list<real> weights

    function template(kind: string): Component {
        switch (kind) {
        case "step":
        case "bullet":
        case "contact":
        case "phrase":
            return marked;
        case "headings":
        case "cells":
            return row;
        case "hours":
            return lane;
        case "plan":
        case "picture":
            return view;
        case "choices":
            return choices;
        case "link":
            return link;
        case "topic":
        case "listen":
            return topic;
        default:
            return plain;
        }
    }

    height: piece.height

    Loader {
        id: piece

        sourceComponent: root.template(root.kind)
        width: root.width
    }

    Component {
        id: plain

        PlainLine {
            line: root
        }
    }

    Component {
        id: marked

        MarkedLine {
            line: root
        }
    }

    Component {
        id: row

        CellsLine {
            line: root
        }
    }

    Component {
        id: lane

        LaneLine {
            cells: root.cells
            desk: root.desk
            ink: root.tones.ink
            language: root.language
            lead: root.lead
            letterPx: root.desk.lengths.bodyPx
            note: root.note
            status: root.status
            text: root.text
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }

    Component {
        id: view

        PlanLine {
            line: root
        }
    }

    Component {
        id: choices

        ChoicesLine {
            line: root
        }
    }

    Component {
        id: link

        LinkLine {
            line: root
        }
    }

    Component {
        id: topic

        ChoiceCard {
            action: root.action
            desk: root.desk
            grows: true
            height: Math.max(root.desk.lengths.linePx, least)
            icon: root.icon
            isOn: root.chosen >= 0
            language: root.language
            note: ""
            text: root.text
            tones: root.tones
            typeSetter: root.typeSetter
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Theme

// A clip: its first picture, and a button that plays it. The moving picture itself belongs to the desk (DeskFilm).
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isWide: root.width > root.height
    readonly property real room: root.height - (root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0)
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.snug)
    readonly property real side: root.isWide ? Math.max(root.desk.lengths.linePx * 3, root.width * 0.24) : root.width
    readonly property rect film: Qt.rect(still.x + (still.width - still.paintedWidth) / 2,
                                         still.y + (still.height - still.paintedHeight) / 2,
                                         still.paintedWidth, still.paintedHeight)

    Image {
        id: still

        readonly property bool isDecoding: still.status === Image.Loading

        Accessible.name: root.desk.title
        Accessible.role: Accessible.Graphic
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        height: root.isWide ? root.room : root.room - buttons.height - root.gap
        source: root.desk.picture
        width: root.isWide ? root.width - root.side - root.gap : root.width
    }

    Column {
        id: buttons

        spacing: root.gap
        width: root.side
        x: root.isWide ? root.width - width : 0
        y: root.isWide ? 0 : root.room - height

        ChoiceCard {
            action: "listen"
            desk: root.desk
            height: root.desk.lengths.linePx * 1.4
            icon: root.desk.isHeard ? "stop" : "play"
            isOn: root.desk.isHeard
            language: root.desk.language
            note: ""
            text: root.desk.hint
            tones: root.tones
            typeSetter: root.typeSetter
            width: buttons.width
        }

        // What has no room is had by the language of the session.
        Repeater {
            model: root.desk.buttons

            ChoiceCard {
                readonly property bool hasRoom: !root.isWide || y + height <= root.room

                desk: root.desk
                enabled: hasRoom
                grows: true
                height: Math.max(root.desk.lengths.linePx, least)
                opacity: hasRoom ? 1 : 0
                tones: root.tones
                typeSetter: root.typeSetter
                width: buttons.width
            }
        }
    }
}

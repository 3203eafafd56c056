pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// A page of a document, made larger and moved about by buttons; no gesture is needed, dragging works too.
Item {
    id: root

    required property DeskViewModel desk
    required property Tones tones
    required property TypeSetter typeSetter
    readonly property bool isWide: root.width > root.height
    readonly property real room: root.height - (root.desk.sheetWords.length > 0 ? root.desk.lengths.turnPx : 0)
    readonly property real gap: Math.round(root.desk.lengths.bodyPx * Theme.snug)
    readonly property real side: root.isWide ? Math.max(root.desk.lengths.linePx * 3, root.width * 0.24) : root.width
    readonly property bool isLarger: root.desk.zoom > 1

    function move(right: real, down: real) {
        const most = Qt.point(view.contentWidth - view.width, view.contentHeight - view.height);
        view.contentX = Math.max(0, Math.min(most.x, view.contentX + right * view.width * 0.6));
        view.contentY = Math.max(0, Math.min(most.y, view.contentY + down * view.height * 0.6));
    }

    Rectangle {
        anchors.fill: view
        border.color: root.tones.line
        color: Theme.day
    }

    Flickable {
        id: view

        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, page.height)
        contentWidth: Math.max(width, page.width)
        height: root.isWide ? root.room : root.room - buttons.height - root.gap
        width: root.isWide ? root.width - root.side - root.gap : root.width

        onContentHeightChanged: root.move(0, 0)
        onContentWidthChanged: root.move(0, 0)

        Image {
            id: page

            readonly property bool isDecoding: page.status === Image.Loading
            readonly property real fit: Math.min(view.width / Math.max(0.01, root.desk.aspect), view.height)

            Accessible.name: root.desk.title
            Accessible.role: Accessible.Graphic
            asynchronous: true
            height: Math.round(fit * root.desk.zoom)
            retainWhileLoading: true
            source: root.desk.picture
            width: Math.round(height * root.desk.aspect)
            x: Math.max(0, (view.width - width) / 2)
            y: Math.max(0, (view.height - height) / 2)
        }
    }

    Flow {
        id: buttons

        spacing: root.gap
        width: root.side
        x: root.isWide ? root.width - width : 0
        y: root.isWide ? 0 : root.room - height

        Repeater {
            model: ["smaller", "larger"]

            BarButton {
                required property int index
                required property string modelData

                action: modelData
                desk: root.desk
                enabled: index > 0 ? root.desk.canEnlarge : root.isLarger
                height: root.desk.lengths.linePx
                icon: modelData
                isFlat: true
                language: root.desk.language
                text: root.desk.zoomWords[index] ?? ""
                tones: root.tones
                typeSetter: root.typeSetter
                width: (root.side - root.gap) / 2
            }
        }

        Repeater {
            model: [Qt.point(-1, 0), Qt.point(1, 0), Qt.point(0, -1), Qt.point(0, 1)]

            BarButton {
                id: mover

                required property int index
                required property point modelData

                action: "move:" + mover.index
                desk: root.desk
                height: root.desk.lengths.linePx
                icon: ["turn-back", "turn-on", "turn-up", "turn-down"][mover.index]
                language: "en"
                spoken: ["←", "→", "↑", "↓"][mover.index]
                text: ""
                tones: root.tones
                typeSetter: root.typeSetter
                visible: root.isLarger
                width: (root.side - 3 * root.gap) / 4

                onActed: root.move(mover.modelData.x, mover.modelData.y)
            }
        }

        Words {
            color: root.tones.quiet
            language: root.desk.language
            letterPx: root.desk.lengths.smallPx
            opacity: !root.isWide || y + height <= root.room ? 1 : 0
            text: root.desk.hint
            typeSetter: root.typeSetter
            width: root.side
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
                width: root.isWide ? root.side : (root.side - root.gap) / 2
            }
        }
    }
}

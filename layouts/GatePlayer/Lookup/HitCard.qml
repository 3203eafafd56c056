pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// A topic that was found; what was searched for is marked in its title.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    required property string text
    required property string language
    required property string icon
    required property list<int> spans
    readonly property real inset: Math.round(root.desk.lengths.bodyPx * Theme.snug)

    spoken: root.text

    Icon {
        id: picture

        color: root.isHeld ? root.ink : root.tones.sign
        height: width
        name: root.icon
        visible: root.icon.length > 0
        width: visible ? Math.round(root.desk.lengths.bodyPx * 1.4) : 0
        x: root.inset
        y: (root.height - height) / 2
    }

    Words {
        id: title

        color: root.ink
        headline: true
        language: root.language
        letterPx: root.desk.lengths.bodyPx
        text: root.text
        typeSetter: root.typeSetter
        width: root.width - x - root.inset
        x: picture.x + picture.width + root.inset
        y: (root.height - height) / 2
        z: 1
    }

    Repeater {
        model: root.spans.length > 0 ? root.typeSetter.marked(title.text, title.font, title.width, root.spans) : []

        Rectangle {
            required property rect modelData

            color: root.isHeld ? "transparent" : root.tones.hit
            height: title.lineHeight
            radius: root.desk.lengths.bodyPx * Theme.slim
            width: modelData.width
            x: title.x + modelData.x
            y: title.y + modelData.y * title.lineHeight
        }
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Controls
import GatePlayer.Parts
import GatePlayer.Theme

// Looks like the field it opens, so that nobody has to be told what it is.
TouchTarget {
    id: root

    required property TypeSetter typeSetter
    readonly property DeskViewModel pages: root.desk as DeskViewModel
    readonly property real inset: root.desk.lengths.bodyPx * Theme.gap

    action: "search"
    border.color: root.activeFocus ? root.tones.sign : root.tones.quiet
    radius: height / 2
    spoken: root.pages.searchWords.join(". ")

    Icon {
        id: picture

        color: root.isHeld ? root.ink : root.tones.sign
        height: width
        name: "search"
        width: Math.round(root.desk.lengths.bodyPx * 1.3)
        x: root.inset * 1.4
        y: (root.height - height) / 2
    }

    Words {
        id: word

        color: root.ink
        headline: true
        language: root.pages.language
        letterPx: root.desk.lengths.bodyPx
        text: root.pages.searchWords[0] ?? ""
        typeSetter: root.typeSetter
        width: Math.min(implicitWidth, root.width * 0.45)
        x: picture.x + picture.width + root.inset
        y: (root.height - height) / 2
    }

    Words {
        color: root.isHeld ? root.ink : root.tones.quiet
        headline: true
        language: root.pages.language
        letterPx: root.desk.lengths.smallPx
        strong: false
        opacity: height <= root.height ? 1 : 0
        text: root.pages.searchWords[1] ?? ""
        typeSetter: root.typeSetter
        width: root.width - x - root.inset
        x: word.x + word.width + root.inset
        y: (root.height - height) / 2
    }
}

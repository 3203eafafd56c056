pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Theme

// Labels, headline, text and caption, with the source line at the foot. `needed` is the height
// they take; `forceLayout` brings it up to date at once after the sizes changed.
Item {
    id: root

    required property SlideViewModel slide
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    required property color ink
    required property color quiet
    required property color accent

    // A page of so few lines spares the ornament.
    property bool isLow: false
    readonly property real gap: root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.gap)
    readonly property real textWidth: Math.min(root.width, Theme.measure * root.slide.bodyPx)
    readonly property real footing: foot.visible ? root.gap + foot.implicitHeight : 0
    readonly property real needed: Math.ceil(head.implicitHeight + root.footing)

    function forceLayout() {
        labels.forceLayout();
        head.forceLayout();
        foot.forceLayout();
    }

    // Whole lines of running text, never the headline or a label. The source is shortened to one
    // line, and says so, only where else not a single line of the text would be left.
    function leaveAway(pixels: real) {
        const text = running.visible ? running : caption;
        let lines = text.lineCount - Math.ceil(pixels / text.lineHeight);
        if (lines < 1 && source.lineCount > 1) {
            const saved = (source.lineCount - 1) * source.lineHeight;
            source.elide = Text.ElideRight;
            source.maximumLineCount = 1;
            lines = text.lineCount - Math.ceil(Math.max(0, pixels - saved) / text.lineHeight);
        }
        text.maximumLineCount = Math.max(1, lines);
        text.visible = lines > 0;
        root.forceLayout();
    }

    Column {
        id: head

        readonly property real spare: root.height - root.needed

        spacing: Math.round(root.screen.bodyPx * (root.isLow ? Theme.tight : Theme.between))
        width: parent.width
        y: Math.max(0, Math.round(spare * 0.42))

        Flow {
            id: labels

            bottomPadding: visible ? root.screen.bodyPx * Theme.tight : 0
            spacing: root.screen.bodyPx * Theme.tight
            visible: root.slide.marks.length > 0
            width: parent.width

            Repeater {
                model: root.slide.marks

                Chip {
                    required property string modelData

                    language: root.slide.language
                    letterPx: root.screen.smallPx
                    text: modelData
                    typeSetter: root.typeSetter
                    widest: root.width
                }
            }
        }

        Rectangle {
            color: root.accent
            height: Math.max(2, Math.round(root.screen.bodyPx * Theme.stroke))
            visible: root.slide.title.length > 0 && !root.isLow
            width: root.screen.bodyPx * 2.4
        }

        Words {
            color: root.ink
            headline: true
            language: root.slide.language
            letterPx: root.slide.titlePx
            text: root.slide.title
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, parent.width)
        }

        Words {
            id: running

            color: root.quiet
            language: root.slide.language
            letterPx: root.slide.bodyPx
            text: root.slide.body
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, root.textWidth)
        }

        Words {
            id: caption

            color: root.slide.title.length > 0 ? root.quiet : root.ink
            language: root.slide.language
            letterPx: root.slide.bodyPx
            text: root.slide.caption
            typeSetter: root.typeSetter
            width: root.typeSetter.balancedWidth(text, font, root.textWidth)
        }
    }

    Column {
        id: foot

        anchors.bottom: parent.bottom
        spacing: Math.round(root.screen.bodyPx * Theme.tight)
        visible: root.slide.origin.length > 0
        width: parent.width

        Rectangle {
            color: root.quiet
            height: Math.max(1, Math.round(root.screen.bodyPx * Theme.hairline))
            opacity: 0.5
            width: parent.width
        }

        Words {
            id: source

            color: root.quiet
            language: root.slide.language
            letterPx: root.screen.smallPx
            text: root.slide.origin
            typeSetter: root.typeSetter
            width: parent.width
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// One page of a notice: the word that says what this is, labels, headline and text. Python set
// the lines (`banner_pages.py`), so that they fit.
Item {
    id: root

    required property BannerViewModel banner
    required property BannerCard card
    required property bool isInFront
    required property ScreenMetrics screen
    required property TypeSetter typeSetter
    readonly property AlarmTones tones: AlarmTones {
        level: 0
        tone: root.card.mark.tone
    }
    readonly property real gap: root.screen.smallPx * Theme.gap

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.typeSetter.isMirrored(root.card.language)
    opacity: root.isInFront ? 1 : 0
    visible: root.opacity > 0

    Behavior on opacity {
        enabled: root.banner.fadeMs > 0

        NumberAnimation {
            duration: root.banner.fadeMs
        }
    }

    Item {
        anchors.bottomMargin: root.banner.inset
        anchors.fill: parent
        anchors.leftMargin: root.banner.margin + root.banner.sign + root.banner.gap
        anchors.rightMargin: root.banner.margin
        anchors.topMargin: root.banner.inset

        Row {
            id: labels

            anchors.bottom: said.top
            anchors.top: parent.top
            spacing: root.gap

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: root.tones.band
                height: Math.round(word.height + root.screen.smallPx * Theme.tight)
                radius: root.screen.smallPx * Theme.tight
                width: word.width + 2 * root.gap

                Words {
                    id: word

                    anchors.centerIn: parent
                    color: root.tones.bandInk
                    language: root.card.language
                    letterPx: root.screen.smallPx
                    strong: true
                    text: root.card.label
                    typeSetter: root.typeSetter
                    wrapMode: Text.NoWrap
                }
            }

            Repeater {
                model: root.card.marks

                Chip {
                    required property string modelData

                    anchors.verticalCenter: parent?.verticalCenter
                    color: Theme.groundInk
                    language: root.card.language
                    letterPx: root.screen.smallPx
                    text: modelData
                    typeSetter: root.typeSetter
                    widest: root.width
                }
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: root.tones.ink
                language: root.card.language
                letterPx: root.screen.smallPx
                text: root.card.issuer
                typeSetter: root.typeSetter
                wrapMode: Text.NoWrap
            }
        }

        Words {
            anchors.right: parent.right
            anchors.verticalCenter: labels.verticalCenter
            color: root.tones.ink
            language: root.card.language
            letterPx: root.screen.smallPx
            strong: true
            text: root.card.number
            typeSetter: root.typeSetter
        }

        Column {
            id: said

            anchors.bottom: parent.bottom
            height: root.banner.textHeight
            width: parent.width

            Words {
                color: root.tones.ink
                headline: true
                language: root.card.language
                letterPx: root.card.headlinePx
                text: root.card.headline
                typeSetter: root.typeSetter
                width: parent.width
            }

            Words {
                color: root.tones.ink
                language: root.card.language
                letterPx: root.screen.bodyPx
                text: root.card.body
                typeSetter: root.typeSetter
                wrapMode: Text.NoWrap
            }
        }
    }
}

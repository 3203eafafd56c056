pragma ComponentBehavior: Bound

import QtQuick

import GatePlayer
import GatePlayer.Parts
import GatePlayer.Theme

// Says in every language that this screen believes throwaway keys: nobody must take what it shows
// for official. It stands upright in the side margin of the pages, where no word is.
Rectangle {
    id: root

    required property Overlay overlay
    required property TypeSetter typeSetter

    color: Theme.caution
    visible: root.overlay.trialLanguages.length > 0
    width: root.overlay.trialWidth

    Row {
        id: said

        anchors.centerIn: parent
        rotation: -90
        scale: Math.min(1, (root.height - root.width) / Math.max(1, said.width))
        spacing: root.width

        Repeater {
            model: root.overlay.trialLanguages

            Words {
                required property int index
                required property string modelData

                anchors.verticalCenter: parent?.verticalCenter
                color: Theme.cautionInk
                language: modelData
                letterPx: root.width / 2
                strong: true
                text: root.overlay.trialWords[index] ?? ""
                typeSetter: root.typeSetter
                wrapMode: Text.NoWrap
            }
        }
    }
}

import QtQuick

import GatePlayer
import GatePlayer.Theme

// True or false, told thrice: by a tick or a cross, by the word and by the colour.
Rectangle {
    id: root

    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    required property string text
    required property bool isTrue
    property real air: Theme.snug
    readonly property real inset: root.letterPx * Theme.between

    Accessible.name: root.text
    Accessible.role: Accessible.StaticText
    implicitHeight: word.height + root.letterPx * root.air
    implicitWidth: sign.width + 3 * root.inset + measure.width

    TextMetrics {
        id: measure

        font: word.font
        text: root.text
    }

    Item {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        height: width
        width: Math.round(root.letterPx * 0.8)

        Rectangle {
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: root.isTrue ? parent.width * 0.12 : 0
            antialiasing: true
            color: Theme.paper
            height: parent.width * 0.18
            radius: height / 2
            rotation: root.isTrue ? -50 : -45
            width: parent.width
        }

        Rectangle {
            antialiasing: true
            color: Theme.paper
            height: parent.width * 0.18
            radius: height / 2
            rotation: 45
            width: root.isTrue ? parent.width * 0.5 : parent.width
            x: root.isTrue ? -parent.width * 0.08 : 0
            y: root.isTrue ? parent.height * 0.6 : (parent.height - height) / 2
        }
    }

    Words {
        id: word

        anchors.left: sign.right
        anchors.leftMargin: root.inset
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.paper
        language: root.language
        letterPx: root.letterPx
        strong: true
        text: root.text
        typeSetter: root.typeSetter
    }
}

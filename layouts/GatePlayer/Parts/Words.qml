import QtQuick

import GatePlayer

// The only text element: plain text in the face and with the line height of its language.
Text {
    id: root

    required property TypeSetter typeSetter
    required property string language
    required property int letterPx
    property bool headline: false
    property bool strong: root.headline

    Accessible.name: root.text
    Accessible.role: root.headline ? Accessible.Heading : Accessible.StaticText
    font: root.typeSetter.font(root.language, root.letterPx, root.strong)
    lineHeight: Math.round(root.letterPx * root.typeSetter.lineHeight(root.language, root.headline))
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    visible: root.text.length > 0
    wrapMode: Text.Wrap
}

import QtQuick

// Which page of a long text is seen, of how many: digits, which every traveller reads.
Words {
    id: root

    required property int page
    required property int count
    required property color ink

    color: root.ink
    language: ""
    text: root.count > 1 ? (root.page + 1) + " / " + root.count : ""
}

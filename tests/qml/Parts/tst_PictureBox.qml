pragma ComponentBehavior: Bound

import QtQuick
import QtTest

import GatePlayer.Parts

TestCase {
    id: root

    readonly property url picture: givenPicture // qmllint disable unqualified

    function make(properties) {
        const item = createTemporaryObject(box, root, properties);
        tryCompare(item, "status", Image.Ready);
        return findChild(item, "picture");
    }

    function test_nothing_is_decoded_before_the_size_is_final() {
        const item = createTemporaryObject(box, root, {
                                               "settled": false
                                           });
        compare(item.status, Image.Null);
    }

    function test_place_is_covered_data() {
        return [
                    {
                        "tag": "wide",
                        "width": 400,
                        "height": 100
                    },
                    {
                        "tag": "tall",
                        "width": 100,
                        "height": 400
                    },
                    {
                        "tag": "same",
                        "width": 320,
                        "height": 180
                    },
                    {
                        "tag": "odd",
                        "width": 333,
                        "height": 187
                    }
                ];
    }

    function test_place_is_covered(row) {
        const image = make({
                               "width": row.width,
                               "height": row.height
                           });
        verify(image.x <= 0 && image.x + image.width >= row.width);
        verify(image.y <= 0 && image.y + image.height >= row.height);
    }

    function test_picture_is_decoded_at_the_size_shown() {
        const image = make({
                               "width": 160,
                               "height": 90
                           });
        compare(image.implicitWidth, image.width);
        compare(image.implicitHeight, image.height);
    }

    function test_focus_stays_in_view_data() {
        return [
                    {
                        "tag": "left",
                        "focusX": 0.1,
                        "focusY": 0.5
                    },
                    {
                        "tag": "right",
                        "focusX": 0.9,
                        "focusY": 0.5
                    },
                    {
                        "tag": "corner",
                        "focusX": 1,
                        "focusY": 1
                    }
                ];
    }

    function test_focus_stays_in_view(row) {
        const image = make({
                               "width": 90,
                               "height": 180,
                               "focusX": row.focusX,
                               "focusY": row.focusY
                           });
        const x = image.x + row.focusX * image.width;
        verify(x >= 0 && x <= 90 + 2);
    }

    name: "PictureBox"

    Component {
        id: box

        PictureBox {
            aspect: 16 / 9
            focusX: 0.5
            focusY: 0.5
            height: 90
            settled: true
            source: root.picture
            width: 160
        }
    }
}

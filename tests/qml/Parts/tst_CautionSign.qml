import QtQuick
import QtTest

import GatePlayer.Parts
import GatePlayer.Theme

TestCase {
    id: root

    function test_sign_is_a_dark_triangle_that_points_upward() {
        const item = createTemporaryObject(sign, root);
        const picture = grabImage(item);
        compare(picture.pixel(10, 10), Theme.caution);
        compare(picture.pixel(190, 10), Theme.caution);
        compare(picture.pixel(60, 160), Theme.cautionInk);
        compare(picture.pixel(140, 160), Theme.cautionInk);
        compare(picture.pixel(100, 90), Theme.caution);
    }

    height: 200
    name: "CautionSign"
    visible: true
    when: windowShown
    width: 200

    Component {
        id: sign

        Rectangle {
            color: Theme.caution
            height: 200
            width: 200

            CautionSign {
                anchors.fill: parent
            }
        }
    }
}

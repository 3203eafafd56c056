import QtQuick
import QtTest

import GatePlayer.Parts
import GatePlayer.Theme

// Every icon draws something, and all of it within its own box, small and large.
Rectangle {
    id: root

    readonly property int edge: 12

    color: "white"
    height: 424
    width: 424

    Icon {
        id: icon

        color: "black"
        name: "help"
        x: root.edge
        y: root.edge
    }

    TestCase {
        id: check

        name: "Icon"
        when: windowShown

        function drawn(): var {
            return Object.assign(IconPaths.paths(), IconPaths.keyPaths());
        }

        function test_icon_stays_within_its_box_data(): var {
            const rows = [];
            for (const name of Object.keys(check.drawn()))
                for (const size of [16, 100])
                    rows.push({
                        tag: `${name} ${size}`,
                        name,
                        size
                    });
            return rows;
        }

        function test_icon_stays_within_its_box(data: var) {
            icon.name = data.name;
            icon.width = data.size;
            icon.height = data.size;
            const image = check.grabImage(root);
            const last = data.size + 2 * root.edge;
            let inked = 0;
            for (let at = 0; at < last; at++) {
                for (const beyond of [root.edge - 2, root.edge + data.size + 1]) {
                    check.verify(Qt.colorEqual(image.pixel(at, beyond), "white"));
                    check.verify(Qt.colorEqual(image.pixel(beyond, at), "white"));
                }
            }
            for (let x = 0; x < data.size; x++)
                for (let y = 0; y < data.size; y += 2)
                    inked += image.red(root.edge + x, root.edge + y) < 128 ? 1 : 0;
            check.verify(inked > data.size * data.size * 0.02);
        }

        function test_name_nobody_knows_is_a_dot() {
            icon.name = "hologram";
            icon.width = 100;
            icon.height = 100;
            const image = check.grabImage(root);
            check.verify(Qt.colorEqual(image.pixel(root.edge + 50, root.edge + 50), "white"));
            check.compare(IconPaths.of("hologram"), IconPaths.of(""));
        }

        function test_no_two_icons_are_alike() {
            const paths = Object.values(check.drawn());
            check.compare(new Set(paths).size, paths.length);
        }
    }
}

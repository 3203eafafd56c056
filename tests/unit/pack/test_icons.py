"""The icons a pack may name are those that are drawn."""

import re

from player import resources
from player.pack.icons import ICONS


def test_every_icon_is_drawn_and_every_drawing_has_a_name() -> None:
    drawings = resources.layouts() / "GatePlayer" / "Theme" / "IconPaths.qml"
    named, on_keys = drawings.read_text(encoding="utf-8").split("function keyPaths()")
    names, keys = (
        re.findall(r'^ {12}"([a-z0-9-]+)":', text, re.MULTILINE) for text in (named, on_keys)
    )
    assert names == sorted(ICONS)
    assert [name for name in keys if not name.startswith("key-")] == []

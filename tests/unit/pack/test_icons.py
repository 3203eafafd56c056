"""The icons a pack may name are those that are drawn."""

import re

from player import resources
from player.pack.icons import ICONS


def test_every_icon_is_drawn_and_every_drawing_has_a_name() -> None:
    drawings = resources.layouts() / "GatePlayer" / "Theme" / "IconPaths.qml"
    names = re.findall(r'^ {12}"([a-z0-9-]+)":', drawings.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == sorted(ICONS)

"""Every page of the staff panel in both languages and three shapes: no text leaves its place."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.config.screen import Screen
from player.shell.snapshot import settle, take_as_is
from tests.fakes.accepted_pictures import check
from tests.fakes.kiosk import LANDSCAPE, PORTRAIT
from tests.fakes.panel_audit import ill_set
from tests.fakes.panel_on_screen import OLD, SHAPES, staffed_screen

LANE: Final = ("notice", "template:lane-paused", "edit:lane:~lane-2")
WALKS: Final = (
    (),
    ("language",),
    ("notice",),
    ("notice", "template:lane-paused", "preview"),
    (*LANE, "edit:windows:now60", "pad:window/windows/1"),
    (*LANE, "preview"),
    ("notice", "template:queue"),
    ("notice", "template:closed-early"),
    ("notice", "template:weather"),
    ("notice", "template:free", "type:field/text"),
    ("emergency",),
    ("emergency", "alarm:evacuate", "emergency"),
    ("hold",),
    ("hold", "items"),
    ("show",),
    ("show", "tile:crossing"),
    ("blank",),
    ("facts",),
    ("facts", "pad:fact/rate"),
    ("facts", "type:fact/gate-phone"),
    ("language", "language:km"),
    ("hold", "keep"),
    ("notice", "template:queue", "preview", "post"),
    ("standing",),
    ("log",),
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_every_page_fits(
    shape: str, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen = SHAPES[shape]
    wrong: list[str] = []
    with staffed_screen(tmp_path, screen, language) as staffed:
        staffed.panel.ask(8, "", 0)
        settle()
        wrong += [f"pin: {fault}" for fault in ill_set(staffed)]
        staffed.log_in()
        for name in staffed.pages(WALKS):
            wrong += [f"{name}: {fault}" for fault in ill_set(staffed)]
    assert wrong == []


LOOKS: Final = (
    ("panel-menu-landscape", LANDSCAPE, ("language", "language:zh")),
    ("panel-form-old", OLD, LANE),
    ("panel-emergency-portrait", PORTRAIT, ("emergency",)),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_page_looks_as_accepted(
    look: tuple[str, Screen, tuple[str, ...]], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    name, screen, walk = look
    with staffed_screen(tmp_path, screen) as staffed:
        staffed.log_in()
        for action in walk:
            staffed.panel.act(action)
        check(name, take_as_is(staffed.application))

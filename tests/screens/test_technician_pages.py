"""The technician's pages with everything wrong that can be, in both languages and three shapes."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.config.screen import Screen
from player.shell.snapshot import take_as_is
from tests.fakes.accepted_pictures import check
from tests.fakes.kiosk import LANDSCAPE, PORTRAIT
from tests.fakes.machines import ill_machine
from tests.fakes.panel_audit import ill_set
from tests.fakes.panel_on_screen import OLD, SHAPES, staffed_screen

WALKS: Final = (
    (),
    ("machine",),
    ("machine", "troubles"),
    ("machine", "chapter:program"),
    ("machine", "chapter:hardware"),
    ("machine", "chapter:content"),
    ("machine", "journal"),
    ("machine", "trace"),
    ("machine", "test-card"),
    ("machine", "test-card", "next", "next"),
    ("machine", "clock"),
    ("machine", "restart"),
    ("machine", "reset"),
    ("machine", "reset", "reset-sure"),
    ("machine", "bundle"),
)
MOST_SHEETS: Final = 3
"""Looked at of each page: those of the journal are all alike."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_the_technician_fits(
    shape: str, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen = SHAPES[shape]
    with staffed_screen(tmp_path, screen, language) as staffed:
        staffed.gate.machine = ill_machine(screen, tmp_path / "home", language)
        staffed.log_in("technician")
        wrong = [
            f"{name}: {fault}"
            for name in staffed.pages(WALKS, MOST_SHEETS)
            for fault in ill_set(staffed)
        ]
    assert wrong == []


LOOKS: Final = (
    ("technician-machine-landscape", LANDSCAPE, ("machine",)),
    ("technician-troubles-portrait", PORTRAIT, ("machine", "troubles")),
    ("technician-hardware-old", OLD, ("machine", "chapter:hardware")),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_page_looks_as_accepted(
    look: tuple[str, Screen, tuple[str, ...]], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    name, screen, walk = look
    with staffed_screen(tmp_path, screen) as staffed:
        staffed.gate.machine = ill_machine(screen, tmp_path / "home")
        staffed.log_in("technician")
        for action in walk:
            staffed.panel.act(action)
        check(name, take_as_is(staffed.application))

"""The set-up on a display: a real window and a real pointer, killed in the middle and gone on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
import virtual_display
from PIL import ImageGrab
from pytestqt.qtbot import QtBot

from player.main.copying import Copy, clone
from player.stage.setup.touch_check import POINTS
from player.store.setup import SetupRecord, owes_setup, read_setup
from tests.fakes.bare_machine import BareMachine, writing
from tests.fakes.xtest import keypad

SIZE: Final = (1280, 720)
PATIENCE_MS: Final = 20_000
GOLD: Final = (224, 185, 99)
NEXT: Final = (0.7, 0.66)
"""Where the last of the three controls below the points is, as shares of the picture."""

FOREIGN: Final = ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "WAYLAND_DISPLAY")
"""Of the tests' own Qt; the program under test chooses itself."""


@contextmanager
def set_up(bare: BareMachine, display: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the set-up of a machine on a display; it is ended at the end if it still runs."""
    words = ["configure", "--on-screen", "--config", str(bare.machine.config)]
    words += ["--home", str(bare.home.folder)]
    environment = {key: value for key, value in os.environ.items() if key not in FOREIGN}
    process = subprocess.Popen(
        [sys.executable, "-m", "player", *words],
        env={**environment, "DISPLAY": display},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def spot(at: int) -> tuple[int, int]:
    """Return where a point of the touch check is on the display."""
    across, down = POINTS[at]
    return round(across * SIZE[0]), round(down * SIZE[1])


def step(bare: BareMachine) -> SetupRecord:
    """Return how far the set-up is kept."""
    return read_setup(bare.home) or SetupRecord()


@pytest.fixture
def bare(tmp_path: Path) -> BareMachine:
    """Return a machine that is the copy of a kiosk, hung the other way round."""
    machine = BareMachine(tmp_path)
    copy = Copy(machine.other(), "hn-kiosk-02", "landscape-flipped")
    clone(machine.machine, copy, writing())
    return machine


def test_owed_touch_check_is_made_by_pointer_and_survives_a_kill(
    bare: BareMachine, qtbot: QtBot
) -> None:
    """A picture that hangs upside down is turned; so are the points on the display."""

    def is_due(at: int) -> bool:
        x, y = spot(at)
        picture = ImageGrab.grab(xdisplay=display)
        return picture.getpixel((SIZE[0] - 1 - x, SIZE[1] - 1 - y)) == GOLD

    def click(across: float, down: float) -> None:
        finger.point(round((1 - across) * SIZE[0]), round((1 - down) * SIZE[1]))
        finger.click(1)

    def touch_all() -> None:
        for at, point in enumerate(POINTS):
            qtbot.waitUntil(lambda at=at: is_due(at), timeout=PATIENCE_MS)  # type: ignore[misc]
            click(*point)

    configured = bare.machine.config.read_bytes()
    with virtual_display.virtual_display(SIZE) as display, keypad(display) as finger:
        with set_up(bare, display):
            touch_all()
            qtbot.waitUntil(lambda: step(bare).answers.touch == "good", timeout=PATIENCE_MS)
        assert owes_setup(bare.home)
        with set_up(bare, display) as process:
            qtbot.waitUntil(lambda: is_due(4), timeout=PATIENCE_MS)
            click(*NEXT)
            assert process.wait(PATIENCE_MS / 1000) == 0
    assert not owes_setup(bare.home)
    assert len(list(bare.home.state.glob("acceptance-hn-kiosk-02-*.txt"))) == 1
    assert bare.machine.config.read_bytes() == configured

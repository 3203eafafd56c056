"""The eyes on the pixels: a real window, looked at as the scene graph draws it."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from player.health.pixels import is_black
from player.health.watch import Fault
from player.shell.application import Application
from player.shell.sampler import INTERVALS_MS, SOON_MS, Sampler
from player.stage.announce import RunningWords
from tests.fakes.frozen_window import FrozenWindow
from tests.fakes.scenes import gate_page
from tests.shell.conftest import OpenApplication

FAULT = "ERROR player.shell.sampler: fault"


@dataclass
class Seen:
    """A window, what a test says is on it, and the sampler that looks."""

    application: Application
    window: QQuickWindow
    qtbot: QtBot
    page: str = "a"

    def __post_init__(self) -> None:
        power = self.application.power
        self.sampler = Sampler(self.window, lambda: self.page, lambda: power.is_dark)

    def look(self, page: str) -> frozenset[Fault]:
        """Look while ``page`` is said to be on stage."""
        self.page = page
        self.sampler.look()
        return self.sampler.faults

    def paint(self, language: str) -> None:
        """Have another page seen."""
        with self.qtbot.waitSignal(self.application.stage.painted):
            self.application.stage.show(gate_page(language))

    def cover(self) -> None:
        """Cover everything in black, behind the player's back."""
        black = self.window.findChild(QQuickItem, "blackLayer")
        assert isinstance(black, QQuickItem)
        black.setVisible(True)


@pytest.fixture
def seen(qtbot: QtBot, open_application: OpenApplication) -> Seen:
    """Return a window with a page."""
    application = open_application(fade_ms=1)
    window = application.window
    assert isinstance(window, QQuickWindow)
    made = Seen(application, window, qtbot)
    made.paint("vi")
    return made


def test_pages_that_follow_one_another_are_well(seen: Seen) -> None:
    for number in range(6):
        seen.paint("en" if number % 2 else "vi")
        assert seen.look(str(number)) == frozenset()


@pytest.mark.allow_log(FAULT)
def test_pages_that_nobody_sees_are_a_fault_until_they_are_seen(seen: Seen) -> None:
    assert [seen.look(page) for page in "abc"][-1] == {Fault.PICTURE_STILL}
    seen.paint("en")
    assert seen.look("d") == frozenset()


def test_page_that_stands_is_well(seen: Seen) -> None:
    assert {seen.look("a") for _ in range(6)} == {frozenset()}


@pytest.mark.allow_log(FAULT)
def test_window_that_went_black_is_a_fault(seen: Seen) -> None:
    seen.cover()
    assert [seen.look("a") for _ in range(2)] == [frozenset(), {Fault.BLACK}]


def test_what_looks_wrong_is_looked_at_again_soon(seen: Seen) -> None:
    timer = seen.sampler._timer
    seen.cover()
    seen.sampler._look_again()
    assert timer.interval() == SOON_MS
    layer = seen.window.findChild(QQuickItem, "blackLayer")
    assert isinstance(layer, QQuickItem)
    layer.setVisible(False)
    seen.sampler._look_again()
    assert timer.interval() in INTERVALS_MS


def test_window_that_was_darkened_is_well(seen: Seen) -> None:
    seen.application.power.set_dark(is_dark=True)
    assert {seen.look("a") for _ in range(4)} == {frozenset()}
    last = seen.sampler._suspicion.last
    assert last is not None
    assert is_black(last.grid)


@pytest.mark.allow_log(FAULT)
def test_tape_that_stands_is_a_fault_and_one_that_runs_is_well(seen: Seen) -> None:
    words = RunningWords("vi", (), "Xin chào quý khách, xin chuẩn bị giấy tờ", 10.0)
    application = seen.application
    application.overlay.run((words,), round(datetime.now(UTC).timestamp() * 1000) - 4000)
    tape = seen.window.findChild(QQuickItem, "ticker")
    assert isinstance(tape, QQuickItem)
    seen.qtbot.waitUntil(lambda: tape.opacity() == 1 and seen.sampler._running() is tape)

    def strip() -> bytes:
        seen.look("a")
        last = seen.sampler._suspicion.last
        assert last is not None
        return last.strip

    first = strip()
    seen.qtbot.waitUntil(lambda: strip() != first)
    assert seen.sampler.faults == frozenset()
    vars(seen.sampler)["_window"] = FrozenWindow(seen.window)
    seen.qtbot.waitUntil(lambda: Fault.TICKER_STILL in seen.look("a"))

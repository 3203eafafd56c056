"""The watch on itself: a frame that does not come, a page that is late, a slot that stays."""

from dataclasses import dataclass

import pytest
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from player.health.pulse import is_alive
from player.health.watch import Fault
from player.shell.lookout import Lookout
from tests.fakes.scenes import gate_page
from tests.shell.conftest import OpenApplication


@dataclass
class Clock:
    """A clock turned by hand."""

    now_s: float = 100.0

    def __call__(self) -> float:
        """Return its time."""
        return self.now_s


@dataclass
class FakeProgress:
    """A programme that stands where a test puts it."""

    awaits_page: bool = False
    overrun_s: float = 0.0
    ticks: int = 0

    def tick(self) -> None:
        """Count."""
        self.ticks += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def progress() -> FakeProgress:
    return FakeProgress()


@dataclass
class Cable:
    """Of the display."""

    is_out: bool = False


@pytest.fixture
def cable() -> Cable:
    return Cable()


@pytest.fixture
def lookout(
    qtbot: QtBot,
    open_application: OpenApplication,
    clock: Clock,
    progress: FakeProgress,
    cable: Cable,
) -> Lookout:
    application = open_application()
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(gate_page("vi"))
    window = application.window
    assert isinstance(window, QQuickWindow)
    return Lookout(window, progress, clock, lambda: cable.is_out)


def frame(qtbot: QtBot, lookout: Lookout) -> None:
    """Look, and wait for the frame that is asked for."""
    with qtbot.waitSignal(lookout._window.frameSwapped):
        lookout.look()
    qtbot.waitUntil(lambda: lookout._asked_s is None)


def test_page_at_rest_gives_a_frame_whenever_one_is_asked_for(
    qtbot: QtBot, lookout: Lookout, clock: Clock
) -> None:
    for _ in range(3):
        clock.now_s += 60
        frame(qtbot, lookout)
    assert lookout.faults == frozenset()


@pytest.mark.allow_log("player.shell.lookout: fault")
def test_frame_that_does_not_come_is_a_fault_until_it_does(
    qtbot: QtBot, lookout: Lookout, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[frozenset[Fault]] = []
    lookout.changed.connect(told.append)
    lookout._window.hide()  # a window that is not seen draws nothing
    for _ in range(4):
        lookout.look()
        clock.now_s += 3
    lookout.look()
    assert told == [{Fault.DISPLAY_STILL}]
    lookout._window.show()
    frame(qtbot, lookout)
    lookout.look()
    assert told == [{Fault.DISPLAY_STILL}, frozenset()]
    assert [record.getMessage() for record in caplog.records].count("fault") == 1


@pytest.mark.allow_log("player.shell.lookout: fault")
def test_page_that_stays_away_is_a_fault(
    qtbot: QtBot, lookout: Lookout, clock: Clock, progress: FakeProgress
) -> None:
    progress.awaits_page = True
    frame(qtbot, lookout)
    clock.now_s += 10.5
    frame(qtbot, lookout)
    assert lookout.faults == {Fault.PAGE_LATE}
    progress.awaits_page = False
    frame(qtbot, lookout)
    assert lookout.faults == frozenset()


@pytest.mark.allow_log("player.shell.lookout: fault")
def test_slot_that_is_over_and_stays_is_a_fault(
    qtbot: QtBot, lookout: Lookout, progress: FakeProgress
) -> None:
    progress.overrun_s = 5.5
    frame(qtbot, lookout)
    assert lookout.faults == {Fault.PROGRAMME_STILL}


def test_slot_that_is_over_has_the_clock_looked_at_before_it_is_a_fault(
    qtbot: QtBot, lookout: Lookout, progress: FakeProgress
) -> None:
    frame(qtbot, lookout)
    before = progress.ticks
    progress.overrun_s = 0.1
    frame(qtbot, lookout)
    assert (before, progress.ticks) == (0, 1)


@pytest.mark.allow_log("player.shell.lookout: fault")
def test_display_that_is_away_is_a_fault_and_takes_no_frames(
    qtbot: QtBot, lookout: Lookout, clock: Clock, progress: FakeProgress, cable: Cable
) -> None:
    told: list[frozenset[Fault]] = []
    lookout.changed.connect(told.append)
    lookout._window.hide()  # a compositor that has no display asks for no frames
    cable.is_out = progress.awaits_page = True
    for _ in range(10):
        lookout.look()
        clock.now_s += 2
    assert told == [{Fault.DISPLAY_AWAY}]
    assert is_alive(lookout.pulse())
    cable.is_out = False
    lookout._window.show()
    frame(qtbot, lookout)
    assert told == [{Fault.DISPLAY_AWAY}, frozenset()]

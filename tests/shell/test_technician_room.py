"""What stands behind the technician's page: who looks when, and what becomes of an errand."""

import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Screen
from player.health.machine import Finding
from player.main import technician
from player.main.logs import Tail
from player.main.staff_words import read_staff_words
from player.main.technician import EVERY_S, Means, TechnicianRoom
from player.shell.clockwork import Clockwork
from player.shell.workshop import MOST_WAITING, Workshop
from player.stage.panel.machine_view import MachineView
from player.store.layout import Home
from player.store.lock import running_agent
from player.store.reset import wanted_reset
from tests.fakes.kiosk import LANDSCAPE
from tests.fakes.panel import MORNING, OFFICER

# --- the workshop ---


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    """Yield one with a thread."""
    shop = Workshop()
    yield shop
    shop.close()


def test_work_is_done_elsewhere_and_told_on_the_gui_thread(
    workshop: Workshop, qtbot: QtBot
) -> None:
    told: list[tuple[object, bool]] = []
    here = QThread.currentThread()
    workshop.do(
        lambda: threading.current_thread().name,
        lambda name: told.append((name, QThread.currentThread() is here)),
    )
    qtbot.waitUntil(lambda: told != [])
    assert told == [("workshop", True)]


@pytest.mark.allow_log(r"player\.shell\.workshop: a piece of work failed")
def test_work_that_fails_is_told_and_the_next_is_done(workshop: Workshop, qtbot: QtBot) -> None:
    told: list[object] = []
    workshop.do(lambda: 1 // 0, told.append)
    workshop.do(lambda: "well", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [None, "well"]


def test_no_more_waits_than_has_room(workshop: Workshop) -> None:
    go_on = threading.Event()
    taken = [workshop.do(go_on.wait, lambda _: None) for _ in range(MOST_WAITING + 3)]
    go_on.set()
    assert taken[:MOST_WAITING] == [True] * MOST_WAITING
    assert taken[-1] is False


# --- the room behind the page ---


@dataclass
class Room:
    """A technician's room whose clock stands, and what it said."""

    screen: Screen
    seconds: float = 0.0
    looks: int = 0
    told: list[tuple[str, bool]] = field(default_factory=list)
    logged: list[tuple[str, str]] = field(default_factory=list)
    restarts: int = 0
    found: tuple[Finding, ...] = ()

    def make(self) -> TechnicianRoom:
        """Return the room."""
        means = Means(
            self.screen,
            Workshop(is_threaded=False),
            read_staff_words("vi"),
            Clockwork(lambda: MORNING, lambda _: ClockTrust.TRUSTED, lambda: self.seconds),
            Tail(),
            lambda: self.found,
            self._restart,
        )
        return TechnicianRoom(
            means,
            lambda said, is_refused: self.told.append((said, is_refused)),
            self._changed,
            lambda deed, by: self.logged.append((deed, by)),
        )

    def _restart(self) -> None:
        self.restarts += 1

    def _changed(self) -> None:
        self.looks += 1


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Return a room of an empty home with a stick in it; libvlc is asked elsewhere."""
    monkeypatch.setattr(technician, "libvlc_version", lambda: "3.0.21")
    monkeypatch.setattr(technician, "writable_stick", lambda mounts: tmp_path / mounts.name)
    (tmp_path / "media").mkdir()
    return Room(LANDSCAPE.model_copy(update={"home": tmp_path / "home"}))


@pytest.mark.allow_log("WARNING player.main.technician: the clock is set")
def test_clock_is_wished_for_unless_a_service_keeps_it(room: Room) -> None:
    behind, home = room.make(), Home(room.screen.home)
    behind.means = replace(behind.means, sync=lambda: "synchronised")
    assert "máy chủ thời gian" in str(behind.set_clock(MORNING, OFFICER))
    assert not home.clock_wish.exists()
    behind.means = replace(behind.means, sync=lambda: "waiting")
    assert behind.set_clock(MORNING, OFFICER) is None
    assert MORNING.isoformat()[:19] in home.clock_wish.read_text("utf-8")
    assert room.logged == [("clock", OFFICER)]


def test_machine_is_looked_at_while_a_technician_is_in(room: Room) -> None:
    behind = room.make()
    behind.look()
    assert (room.looks, behind.view) == (0, MachineView())
    room.found = (Finding("display-still"),)
    behind.open()
    assert behind.view.troubles[0].text == "Hình không ra đến màn hình"
    behind.look()
    assert room.looks == 1
    room.seconds += EVERY_S
    behind.look()
    assert room.looks == 2
    behind.close()
    assert behind.view == MachineView()


def test_logs_are_written_to_the_stick_and_noted(room: Room, tmp_path: Path) -> None:
    assert room.make().serve("bundle", OFFICER) is None
    ((said, is_refused),) = room.told
    (file,) = (tmp_path / "media").iterdir()
    assert (said, is_refused) == (f"Đã ghi {file.name} ra USB", False)
    assert zipfile.ZipFile(io.BytesIO(file.read_bytes())).testzip() is None
    assert room.logged == [("bundle", OFFICER)]
    assert room.make().serve("bundle", OFFICER) is None
    assert room.told[-1][1], "one of that name is there, and nothing is replaced"


def test_without_a_stick_nothing_is_written(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(technician, "writable_stick", lambda _: None)
    assert room.make().serve("bundle", OFFICER) == read_staff_words("vi").say("no_stick")
    assert (room.told, room.logged) == ([], [])


def test_restart_is_noted_before_it_is_done(room: Room) -> None:
    assert room.make().serve("restart", OFFICER) is None
    assert (room.logged, room.restarts) == ([("restart", OFFICER)], 1)


@pytest.mark.allow_log(r"player\.main\.technician: the screen is reset")
def test_reset_needs_the_agent(room: Room) -> None:
    home = Home(room.screen.home)
    refusal = room.make().serve("reset", OFFICER)
    assert refusal is not None
    assert "không chạy" in refusal
    assert (room.restarts, wanted_reset(home)) == (0, None)
    with running_agent(home):
        assert room.make().serve("reset", OFFICER) is None
    wanted = wanted_reset(home)
    assert wanted is not None
    assert (wanted.by, wanted.at) == (OFFICER, MORNING)
    assert (room.logged, room.restarts) == ([("reset", OFFICER)], 1)

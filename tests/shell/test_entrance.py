"""Into the staff panel: a finger held in a corner of a real window, a keypad, and a PIN."""

import gc
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.load_officers import load_officers
from player.config.officers import Officers
from player.config.screen import Keypad, Panel, Screen
from player.shell.panel.entrance import Entrance
from player.shell.panel.gatekeeper import Books, Gatekeeper, Refused
from player.shell.panel.ways_in import watch_ways
from player.stage.panel.keypad import Pause, SwitchLanguage
from player.store.attempts import Attempts
from tests.fakes.door import KEYS, NOW, OFFICER, PIN, WRONG, Disk, Door, demo
from tests.fakes.kiosk import LANDSCAPE, PORTRAIT, Kiosk, demo_repertoire
from tests.shell.conftest import OpenApplication

OpenDoor = Callable[..., Door]


@pytest.fixture
def open_door(open_application: OpenApplication) -> OpenDoor:
    """Return a function that opens a kiosk of the demo gate with a way into its panel."""

    def start(
        screen: Screen = LANDSCAPE,
        disk: Disk | None = None,
        officers: Callable[[], Officers] = demo,
        keypad: Keypad = KEYS,
        corner: str = "top-left",
    ) -> Door:
        size = screen.display.size
        assert not isinstance(size, str)
        application = open_application(screen, (size.width, size.height))
        kiosk = Kiosk(application, screen)
        kiosk.desk.take(demo_repertoire())
        kept = disk or Disk()
        books = Books(
            officers,
            lambda: kept.attempts,
            kept.remember,
            lambda: NOW,
            lambda _: ClockTrust.TRUSTED,
            lambda: kiosk.seconds,
        )
        gatekeeper = Gatekeeper(books, is_threaded=False)
        entrance = Entrance(gatekeeper, lambda: kiosk.seconds)
        panel = Panel(corner=corner)  # type: ignore[arg-type]
        ways = watch_ways(
            kiosk.window, application.metrics, (panel, keypad), entrance, lambda: kiosk.seconds
        )
        assert ways is not None
        ways.summoned.connect(entrance.call)
        return Door(kiosk, kept, gatekeeper, entrance, ways)

    return start


# --- the corner ---


def test_finger_held_in_the_corner_calls_the_pad_and_lifting_it_does_nothing_more(
    open_door: OpenDoor,
) -> None:
    door = open_door()
    called = door.called
    door.hold(QPoint(40, 40), 2.9)
    assert called == []
    door.kiosk.seconds += 0.2
    door.ways.look()
    assert called == ["called"]
    door.kiosk.release(QPoint(40, 40))
    assert door.kiosk.page == ""


def test_finger_really_held_calls_the_pad(open_door: OpenDoor, qtbot: QtBot) -> None:
    door = open_door()
    door.kiosk.press(QPoint(40, 40))
    door.kiosk.seconds += 3
    qtbot.waitUntil(lambda: door.entrance.is_open, timeout=5000)


def test_shorter_touch_in_the_corner_is_a_travellers(open_door: OpenDoor) -> None:
    door = open_door()
    door.hold(QPoint(40, 40), 1)
    door.kiosk.release(QPoint(40, 40))
    door.kiosk.seconds += 5
    door.ways.look()
    assert (door.entrance.is_open, door.kiosk.page) == (False, "Language")


def test_pad_is_called_over_a_session(open_door: OpenDoor) -> None:
    door = open_door()
    door.kiosk.touch("begin:km")
    door.hold(QPoint(40, 40))
    assert door.entrance.is_open
    door.kiosk.release(QPoint(40, 40))
    assert door.kiosk.page == "Home"


def test_finger_that_was_let_go_is_still_a_stuck_one(open_door: OpenDoor) -> None:
    door = open_door()
    door.hold(QPoint(40, 40))
    assert door.kiosk.watch._down
    door.kiosk.release(QPoint(40, 40))
    assert not door.kiosk.watch._down


def test_corner_is_that_of_the_picture_as_it_is_turned(
    open_door: OpenDoor, open_application: OpenApplication
) -> None:
    del open_application
    upright = PORTRAIT.model_copy(
        update={"display": PORTRAIT.display.model_copy(update={"size": LANDSCAPE.display.size})}
    )
    door = open_door(upright)  # the display server has not turned it: 90 degrees are ours
    door.hold(QPoint(40, 40))
    assert door.called == []
    door.kiosk.release(QPoint(40, 40))
    door.hold(QPoint(1900, 20))
    assert door.called == ["called"]


# --- the keypad ---


def test_three_stars_call_the_pad_and_digits_go_into_it_and_nowhere_else(
    open_door: OpenDoor,
) -> None:
    door = open_door()
    met: list[str] = []
    door.kiosk.watch.pressed.connect(lambda: met.append("pressed"))
    door.keys(Qt.Key.Key_Asterisk, Qt.Key.Key_Asterisk, Qt.Key.Key_Asterisk)
    assert door.entrance.is_open
    met.clear()
    door.keys(*(Qt.Key(ord(digit)) for digit in PIN))
    assert (door.state.count, met, door.orders) == (6, [], [])
    door.keys(Qt.Key.Key_Enter)
    assert door.entered == [OFFICER]


def test_keypad_without_num_lock_types_digits_too(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    door.keys(Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_PageUp)
    door.keys(Qt.Key.Key_Insert, Qt.Key.Key_Down, Qt.Key.Key_Clear, Qt.Key.Key_Enter)
    assert door.entered == [OFFICER]


def test_keys_of_the_pad_take_back_and_close(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    door.keys(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace)
    assert door.state.count == 1
    door.keys(Qt.Key.Key_Delete)
    assert door.state.count == 0
    door.keys(Qt.Key.Key_Escape)
    assert (door.entrance.is_open, door.left) == (False, ["left"])


def test_mapped_keys_need_an_officer(open_door: OpenDoor) -> None:
    door = open_door()
    door.keys(Qt.Key.Key_F1)
    assert door.orders == []
    door.entrance.call()
    door.type(PIN)
    door.keys(Qt.Key.Key_F1, Qt.Key.Key_5, Qt.Key.Key_6)
    assert door.orders == [SwitchLanguage("zh"), Pause()]


def test_mapped_keys_need_none_where_the_configuration_says_so(open_door: OpenDoor) -> None:
    door = open_door(keypad=KEYS.model_copy(update={"needs_pin": False}))
    QTest.keyClick(door.kiosk.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    door.keys(Qt.Key.Key_F1, Qt.Key.Key_7)
    assert door.orders == [SwitchLanguage("zh")]


# --- the gatekeeper ---


def test_attempt_is_written_before_it_is_judged_and_taken_back_when_right(
    open_door: OpenDoor,
) -> None:
    door = open_door()
    door.entrance.call()
    door.type(WRONG)
    assert door.disk.written == [1]
    door.type(PIN)
    assert door.disk.written == [1, 2, 0]
    assert door.entered == [OFFICER]


def test_fifth_error_locks_also_after_a_restart(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    for _ in range(5):
        door.type(WRONG)
    assert door.state.refused == Refused("wrong", 5, 30.0)
    assert door.state.locked_s == 30
    door.type(PIN)
    assert (door.entered, door.state.count) == ([], 0)
    door.entrance.leave()
    gatekeeper = Gatekeeper(door.gatekeeper._books, is_threaded=False)
    again = Entrance(gatekeeper, lambda: door.kiosk.seconds)
    again.call()
    assert again.state.locked_s == 30
    door.kiosk.seconds += 30
    again.tick()
    assert again.state.locked_s == 0
    for key in (*PIN, "enter"):
        again.press(key)
    assert again.officer == OFFICER


@pytest.mark.allow_log("attempts at a PIN cannot be written")
def test_disk_that_refuses_does_not_unlock(open_door: OpenDoor) -> None:
    door = open_door(disk=Disk(is_broken=True))
    door.entrance.call()
    for _ in range(6):
        door.type(WRONG)
    assert door.state.locked_s == 30


@pytest.mark.allow_log("no PIN opens the staff panel")
def test_file_of_officers_that_is_wrong_opens_nothing(open_door: OpenDoor, tmp_path: Path) -> None:
    door = open_door(officers=lambda: load_officers(tmp_path / "none.toml", "en"))
    door.entrance.call()
    door.type(PIN)
    assert door.state.refused == Refused("no-officers", 0, 0.0)
    assert (door.entered, door.disk.written) == ([], [])


@pytest.mark.allow_log("a PIN cannot be judged")
def test_what_nobody_foresaw_opens_nothing(open_door: OpenDoor) -> None:
    def broken() -> Officers:
        raise RuntimeError(PIN)

    door = open_door(officers=broken)
    door.entrance.call()
    door.type(PIN)
    assert door.entered == []


def test_too_few_digits_are_no_attempt(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    door.type("36902")
    assert (door.disk.written, door.state.count) == ([], 5)


# --- nobody there ---


def test_pad_that_nobody_stands_before_closes(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    door.entrance.press("3")
    door.kiosk.seconds += 59
    door.entrance.tick()
    assert door.entrance.is_open
    door.kiosk.seconds += 1
    door.entrance.tick()
    assert (door.entrance.is_open, door.state.count, door.left) == (False, 0, ["left"])


def test_officer_who_has_gone_is_out_after_a_minute(open_door: OpenDoor) -> None:
    door = open_door()
    door.entrance.call()
    door.type(PIN)
    door.kiosk.seconds += 59
    door.kiosk.touch_at(QPoint(900, 500))
    door.kiosk.seconds += 59
    door.entrance.tick()
    assert door.entrance.officer == OFFICER
    door.kiosk.seconds += 1
    door.entrance.tick()
    assert not door.entrance.is_officer_in
    assert door.left == ["left"]


# --- a PIN is nowhere to be found ---


# What logging itself counts: any digits may stand in it.
COUNTED = ("created", "msecs", "relativeCreated", "thread", "process")


class Lines(logging.Handler):
    """All that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line with all that its writer put into it."""
        self.said += repr({key: each for key, each in vars(record).items() if key not in COUNTED})


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Return what is logged meanwhile."""
    root, handler = logging.getLogger(), Lines()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.mark.parametrize("pin", [PIN, "918273645"])
def test_nothing_of_a_pin_is_logged_remembered_or_shown(
    pin: str, open_door: OpenDoor, lines: Lines
) -> None:
    door = open_door()
    shown: list[str] = []
    door.entrance.changed.connect(lambda: shown.append(repr(door.state)))
    door.entrance.call()
    door.keys(*(Qt.Key(ord(digit)) for digit in pin), Qt.Key.Key_Enter)
    said = lines.said + "".join(shown) + repr(door.disk) + repr(vars(door.entrance))
    said = re.sub("0x[0-9a-f]+", "", said)  # where a thing lies may be any digits
    assert "PIN refused" in said or OFFICER.name in said
    assert all(pin[:length] not in said for length in range(4, len(pin)))
    left = [each for each in gc.get_objects() if isinstance(each, bytearray)]
    assert not any(pin.encode() in each for each in left)


def test_threaded_gatekeeper_answers_on_the_gui_thread(qtbot: QtBot) -> None:
    disk = Disk()
    books = Books(
        demo, Attempts, disk.remember, lambda: NOW, lambda _: ClockTrust.TRUSTED, lambda: 0.0
    )
    gatekeeper = Gatekeeper(books)
    pin = bytearray(PIN, "ascii")
    with qtbot.waitSignal(gatekeeper.admitted, timeout=5000) as told:
        gatekeeper.check(pin)
    assert told.args == [OFFICER]
    assert pin == bytes(6)
    gatekeeper.close()

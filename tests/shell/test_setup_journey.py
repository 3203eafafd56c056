"""A technician sets a screen up by touch, from a bare machine to the acceptance sheet."""

import json
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from deb.set_clock import wanted
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player import clock
from player.config.fingerprint import digest_of, digits_of
from player.config.load import load_screen
from player.main.life import boot_of_this_machine
from player.shell.snapshot import settle
from player.store.setup import Answers, SetupRecord, read_setup
from tests.fakes.setup_on_screen import SetupScreen, setup_camera
from tests.fakes.touching import watched

SIZE = (1920, 1080)
SOURCE = "noi-dung.example/huu-nghi"
MOST_TOUCHES = 40


def put_root(screen: SetupScreen) -> str:
    """Put a stick in with a root of trust on it; return its fingerprint in digits."""
    stick = screen.scout.sticks / "STICK"
    stick.mkdir()
    raw = json.dumps({"signed": {"_type": "root", "version": 1}, "signatures": []}).encode()
    (stick / "root.json").write_bytes(raw)
    return digits_of(digest_of(raw))


def to_trust(screen: SetupScreen) -> None:
    """Answer everything before the root of trust."""
    screen.touch("choose:vi")
    screen.touch("next")
    screen.touch("choose:huu-nghi")
    screen.touch("choose:kiosk")
    screen.touch("next")
    screen.hit()
    screen.touch("next")
    screen.touch("change:width/10")
    screen.touch("change:width/10")
    screen.touch("change:width/-1")
    screen.touch("next")
    screen.touch("next")
    for _ in range(5):
        screen.touch("card:next")
    screen.touch("toggle:plays_sound")
    screen.touch("chime")
    screen.touch("hear:yes")
    screen.touch("type:source")
    screen.write(SOURCE)
    screen.touch("done")
    screen.touch("next")
    assert screen.step == "trust"


ANSWERED: Final = Answers(
    gate="huu-nghi",
    pack="lang-son/huu-nghi/demo",
    touch="good",
    touched="landscape",
    width_mm=476,
    source=f"https://{SOURCE}",
)


def at_trust(screen: SetupScreen) -> None:
    """Go on with a set-up that was answered as far as the root of trust."""
    screen.start(SetupRecord(step="trust", answers=ANSWERED))


def to_the_end(screen: SetupScreen) -> None:
    """Answer everything after it."""
    screen.touch("next")
    screen.touch("test")
    for _ in range(3):
        screen.window.grabWindow()
        screen.wait(20)
    screen.touch("next")
    screen.touch("next")


def test_screen_is_set_up_in_few_touches(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        digits = put_root(screen)
        screen.start()
        to_trust(screen)
        screen.touch("type:digits")
        screen.dial(digits.replace(" ", ""))
        screen.touch("done")
        screen.touch("next")
        assert screen.step == "pack"
        to_the_end(screen)
        assert screen.is_done
        # Five of them are the touch check, five the test card; 40 characters are the fingerprint.
        assert (screen.touches, screen.typed) == (34, 73)
        assert screen.touches <= MOST_TOUCHES
        made = load_screen(screen.config, "en")
        assert (made.id, made.gate, made.role) == ("huu-nghi-kiosk-01", "huu-nghi", "kiosk")
        assert made.content.source == f"https://{SOURCE}"
        assert made.content.pack == "lang-son/huu-nghi/demo"
        assert made.content.fingerprint == digits
        assert (made.sound.policy, made.display.width_mm) == ("clips", 422)
        assert screen.home.anchor.exists()
        record = read_setup(screen.home)
        assert record is not None
        assert record.is_done
        (sheet,) = screen.home.state.glob("acceptance-huu-nghi-kiosk-01-*.txt")
        assert digits in sheet.read_text("utf-8")


def test_power_cut_in_the_middle_goes_on_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        put_root(screen)
        screen.start(SetupRecord(step="source", answers=ANSWERED))
        screen.touch("toggle:reads_sticks")
        screen.touch("next")
    with setup_camera(SIZE, tmp_path) as screen:
        screen.start()
        assert screen.step == "trust"
        assert screen.desk.session.answers.source == f"https://{SOURCE}"
        assert not screen.desk.session.answers.reads_sticks
        screen.touch("compare:same")
        to_the_end(screen)
        assert screen.is_done


def test_wrong_fingerprint_stops(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        put_root(screen)
        at_trust(screen)
        screen.desk.act("type:digits")
        for digit in "1" * 40:
            screen.desk.act(f"digit:{digit}")
        screen.touch("done")
        screen.touch("next")
        assert screen.step == "trust"
        assert screen.desk.session.is_refused
        assert not screen.home.anchor.exists()
        assert not screen.config.exists()


def test_root_that_was_exchanged_after_it_was_compared_is_not_believed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        digits = put_root(screen)
        at_trust(screen)
        screen.desk.act("type:digits")
        for digit in digits.replace(" ", ""):
            screen.desk.act(f"digit:{digit}")
        screen.touch("done")
        other = json.dumps({"signed": {"_type": "root", "version": 2}, "signatures": []})
        (screen.scout.sticks / "STICK" / "root.json").write_text(other)
        screen.touch("next")
        assert screen.step == "trust"
        assert not screen.home.anchor.exists()


def test_mirrored_touch_is_named_with_its_remedy(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        screen.start(SetupRecord(step="touch", answers=Answers(gate="huu-nghi")))
        screen.hit(mirrored=True, points=1)
        assert "LIBINPUT_CALIBRATION_MATRIX=-1 0 1 0 1 0" in screen.page.hint
        missed = [row for row in screen.page.marks if row.kind == "missed"]
        assert [round(mark.across, 2) for mark in missed] == [0.92]
        assert "next" not in screen.controls()


def test_other_orientation_turns_the_picture_and_asks_for_the_touch_check(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        screen.start(SetupRecord(step="touch", answers=Answers(gate="huu-nghi")))
        screen.hit()
        screen.touch("next")
        assert screen.step == "width"
        screen.touch("back")
        screen.touch("back")
        screen.touch("choose:portrait")
        assert screen.application.metrics.degrees == 90
        screen.touch("next")
        assert screen.step == "touch"
        assert "next" not in screen.controls()


def damage(screen: SetupScreen) -> None:
    """Leave a record of the set-up that is torn."""
    screen.home.state.mkdir(parents=True, exist_ok=True)
    screen.home.setup.write_text('{"step": "trust", "answ')


def unknown_step(screen: SetupScreen) -> None:
    """Leave a record of another version."""
    screen.home.state.mkdir(parents=True, exist_ok=True)
    screen.home.setup.write_text('{"step": "moon", "answers": {}}')


@pytest.mark.parametrize("spoil", [damage, unknown_step])
def test_record_that_cannot_be_read_begins_anew(
    spoil: Callable[[SetupScreen], None], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        spoil(screen)
        screen.start()
        assert screen.step == "language"


def test_folder_that_refuses_the_configuration_keeps_the_step(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        at_trust(screen)
        screen.config.parent.write_text("a file where the folder should be")
        screen.touch("skip")
        assert screen.step == "trust"
        assert screen.desk.session.message == "config_failed"
        screen.config.parent.unlink()
        screen.touch("skip")
        assert screen.step == "pack"
        assert tomllib.loads(screen.config.read_text("utf-8"))["id"] == "huu-nghi-kiosk-01"


def test_display_without_touch_is_set_up_with_keyboard_and_mouse(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        window = attended(screen)
        screen.scout.has_panel = lambda: False
        screen.start()
        assert "USB" in screen.page.hint
        press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
        assert screen.step == "id"
        press(window, Qt.Key.Key_Return)
        assert screen.step == "gate"
        screen.desk.act("type:gate")
        press(window, *[Qt.Key.Key_Backspace] * len("huu-nghi"))
        write(window, "Cha-lox")
        press(window, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
        assert (screen.step, screen.desk.session.answers.gate) == ("gate", "cha-lo")
        press(window, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
        assert screen.step == "gate"


def test_figures_are_dialled_on_a_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        window = attended(screen)
        screen.start(SetupRecord(step="width", answers=ANSWERED))
        screen.desk.act("type:width")
        write(window, "4²7a1")
        press(window, Qt.Key.Key_Backspace)
        write(window, "0")
        press(window, Qt.Key.Key_Return)
        assert screen.desk.session.answers.width_mm == 470
        screen.desk.act("type:width")
        press(window, Qt.Key.Key_Escape)
        assert (screen.step, screen.desk.session.field) == ("width", "")


def test_clock_that_no_service_keeps_is_set_at_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with setup_camera(SIZE, tmp_path) as screen:
        screen.scout.sync = lambda: "waiting"
        screen.start(SetupRecord(step="source", answers=ANSWERED))
        screen.touch("type:clock")
        screen.dial("2560")
        screen.touch("done")
        assert screen.desk.session.message == "bad_clock"
        for _ in range(4):
            screen.touch("erase")
        screen.dial("140527112026")
        screen.touch("done")
        assert screen.desk.session.message == "clock_wished"
        wish = wanted_clock(screen)
        assert wish == datetime(2026, 11, 27, 7, 5, tzinfo=UTC)
        screen.scout.sync = lambda: "synchronised"
        screen.wait(1)
        assert "type:clock" not in screen.controls()


def wanted_clock(screen: SetupScreen) -> datetime:
    """Return what the package would set the clock to, rounded to the minute it was typed at."""
    raw = screen.home.clock_wish.read_bytes()
    at = wanted(raw, boot_of_this_machine(), clock.monotonic())
    return at.replace(second=0, microsecond=0)


def test_mouse_is_seen_once_it_was_moved(qtbot: QtBot, tmp_path: Path) -> None:
    with setup_camera(SIZE, tmp_path) as screen:
        window = attended(screen)
        screen.start()
        pointer = window.findChild(QQuickItem, "pointer")
        assert isinstance(pointer, QQuickItem)
        screen.rest()
        assert not pointer.isVisible()
        QTest.mouseMove(window, QPoint(400, 300))
        qtbot.waitUntil(pointer.isVisible)
        middle = pointer.mapToScene(QPointF(pointer.width() / 2, pointer.height() / 2))
        assert middle == QPointF(400, 300)


def attended(screen: SetupScreen) -> QQuickWindow:
    """Plug keyboard and mouse of a technician in; return the window they act on."""
    watch = watched(screen.application, lambda: screen.seconds, may_close=False, is_attended=True)
    screen.desk.attend(watch)
    return screen.window


def press(window: QQuickWindow, *keys: Qt.Key) -> None:
    """Press one key after another."""
    for key in keys:
        QTest.keyClick(window, key)
        settle()


def write(window: QQuickWindow, letters: str) -> None:
    """Type letters, whatever keyboard has them."""
    for letter in letters:
        down = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QGuiApplication.sendEvent(window, down)
    settle()

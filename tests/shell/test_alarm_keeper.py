"""The room that takes the screen in an emergency: its pages, its chime, what it keeps away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player import resources
from player.config.screen import Screen, Sound
from player.main.alarm import alarm_keeper
from player.pack.instants import to_ms
from player.shell.alarm_keeper import LEAD_MS, AlarmKeeper
from player.shell.application import Application
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus
from player.stage.alarm.page import CHIME_MS, TURN_MS
from player.stage.alarm.words import BUILT_IN
from tests.fakes.alarms import GROUPS, PANELS
from tests.fakes.fingers import Fingers
from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_repertoire
from tests.fakes.page_audit import window
from tests.shell.conftest import OpenApplication

BEGIN: Final = datetime(2026, 11, 27, 7, 5, tzinfo=UTC)
CALL: Final = AlarmCall(AlarmKind.EVACUATE, AlarmStatus.ACTUAL, to_ms(BEGIN), sounds=True)
HEARD: Final = Sound(alarm="on-order", alarm_percent=70)


class Watch:
    """A wall clock that the test moves."""

    def __init__(self) -> None:
        self.instant = BEGIN

    def now(self) -> datetime:
        """Return what it shows."""
        return self.instant

    def pass_ms(self, ms: int) -> None:
        """Move it on, or back."""
        self.instant += timedelta(milliseconds=ms)


class Opened:
    """A keeper, its application, and the chimes it asked for."""

    def __init__(self, application: Application, screen: Screen, watch: Watch) -> None:
        self.application = application
        self.keeper: AlarmKeeper = alarm_keeper(application, screen, watch.now)
        self.played: list[tuple[Path, int]] = []
        self._watch = watch
        application.clips.listen = self._listen  # type: ignore[method-assign]

    def _listen(self, path: Path, volume: int, start_ms: int = 0) -> int:
        del start_ms
        self.played.append((path, volume))
        return 1

    def look(self, after_ms: int) -> None:
        """Let time pass and the keeper look at the clock, as its timer does."""
        self._watch.pass_ms(after_ms)
        self.keeper._tick()

    def is_up(self) -> bool:
        """Return whether a page is up just now."""
        return self.application.alarm.is_up

    @property
    def said(self) -> str:
        """Every word on the page in front."""
        return "\n".join(words.text for words in self.application.alarm.plan.words)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def open_keeper(open_application: OpenApplication, watch: Watch) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a keeper on a screen; none wakes up after the test."""
    opened: list[Opened] = []

    def start(layouts: Path | None = None, **changes: object) -> Opened:
        panel = PANELS["landscape"]
        screen = panel.screen.model_copy(update=changes)
        application = open_application(screen, (panel.width, panel.height), layouts=layouts)
        opened.append(Opened(application, screen, watch))
        return opened[-1]

    yield start
    for each in opened:
        each.keeper.close()


def test_page_stands_at_once_and_goes_when_it_is_cleared(
    open_keeper: Callable[..., Opened],
) -> None:
    opened = open_keeper()
    assert not opened.is_up()
    opened.keeper.raise_(CALL)
    assert opened.is_up()
    assert "Sơ tán ngay" in opened.said
    assert "14:05" in opened.said  # at the gate
    opened.keeper.clear()
    assert (opened.is_up(), opened.keeper.call) == (False, None)
    opened.keeper.clear()


def test_all_clear_takes_the_place_of_the_call(open_keeper: Callable[..., Opened]) -> None:
    opened = open_keeper()
    opened.keeper.raise_(CALL)
    opened.keeper.raise_(replace(CALL, kind=AlarmKind.ALL_CLEAR))
    assert opened.application.alarm.plan.tone == "safe"
    assert "Sơ tán ngay" not in opened.said


def test_time_that_nobody_believes_is_not_shown(open_keeper: Callable[..., Opened]) -> None:
    opened = open_keeper()
    opened.keeper.raise_(replace(CALL, is_timed=False))
    assert ":05" not in opened.said


def test_pages_turn_by_the_wall_clock(open_keeper: Callable[..., Opened]) -> None:
    opened = open_keeper(languages=GROUPS["six"])
    opened.keeper.raise_(CALL)
    seen = []
    for _ in range(4):
        seen.append(opened.application.alarm.plan)
        opened.look(TURN_MS)
    assert seen[0] == seen[2] != seen[1] == seen[3]


def test_screen_that_comes_late_shows_the_page_of_the_others(
    open_keeper: Callable[..., Opened],
) -> None:
    opened = open_keeper(languages=GROUPS["six"])
    opened.keeper.raise_(CALL)
    first = opened.application.alarm.plan
    opened.look(TURN_MS + 10)
    shown = opened.application.alarm.plan
    opened.keeper.clear()
    opened.keeper.raise_(CALL)
    assert opened.application.alarm.plan == shown != first


def test_pack_says_the_languages_where_the_configuration_does_not(
    open_keeper: Callable[..., Opened],
) -> None:
    opened = open_keeper()
    opened.keeper.raise_(CALL)
    assert "立即疏散" in opened.said
    opened.keeper.speak(("vi", "en"))
    assert "立即疏散" not in opened.said


def test_chime_is_heard_soon_and_each_half_minute(open_keeper: Callable[..., Opened]) -> None:
    opened = open_keeper(sound=HEARD)
    opened.keeper.raise_(CALL)
    assert opened.played == []
    opened.look(LEAD_MS)
    opened.look(TURN_MS)
    assert [(path.name, volume) for path, volume in opened.played] == [("chime.m4a", 70)]
    opened.look(CHIME_MS - TURN_MS)
    assert len(opened.played) == 2


@pytest.mark.parametrize(
    ("sound", "call"),
    [
        (Sound(policy="clips"), CALL),
        (HEARD, replace(CALL, sounds=False)),
        (HEARD, replace(CALL, kind=AlarmKind.ALL_CLEAR)),
    ],
    ids=["not allowed", "not asked for", "all clear"],
)
def test_chime_is_silent(sound: Sound, call: AlarmCall, open_keeper: Callable[..., Opened]) -> None:
    opened = open_keeper(sound=sound)
    opened.keeper.raise_(call)
    opened.look(CHIME_MS)
    assert opened.played == []


def test_clock_that_is_set_back_leaves_neither_page_nor_chime_out(
    open_keeper: Callable[..., Opened],
) -> None:
    opened = open_keeper(sound=HEARD, languages=GROUPS["six"])
    opened.keeper.raise_(CALL)
    opened.look(10 * CHIME_MS + LEAD_MS)
    opened.look(-11 * CHIME_MS)
    assert opened.is_up()
    before = len(opened.played)
    opened.look(2 * CHIME_MS)
    assert len(opened.played) == before + 1


@pytest.mark.allow_log(r"player\.shell\.application: the table of fonts cannot be read$")
def test_chime_that_is_missing_leaves_the_page(
    open_keeper: Callable[..., Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    opened = open_keeper(sound=HEARD)
    opened.keeper.raise_(CALL)
    opened.look(LEAD_MS)
    assert (opened.is_up(), opened.played) == (True, [])


@pytest.mark.allow_log(r"player\.shell\.application: the table of fonts cannot be read$")
@pytest.mark.parametrize("kind", AlarmKind)
def test_every_kind_stands_with_no_home_and_no_assets(
    kind: AlarmKind,
    open_keeper: Callable[..., Opened],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(resources, "assets", lambda: tmp_path / "gone")
    opened = open_keeper(home=tmp_path / "nowhere")
    opened.keeper.raise_(replace(CALL, kind=kind))
    name = f"alarm_{kind.value.replace('-', '_')}"
    for words in BUILT_IN.values():
        assert words[name] in opened.said.replace("\n", "") or words[name].split()[0] in opened.said
    assert window(opened.application).grabWindow().width() == PANELS["landscape"].width


@pytest.mark.allow_log(r"player\.shell\.application: ")
@pytest.mark.qt_log_ignore("QQmlApplicationEngine failed to load component")
def test_page_stands_where_no_layout_can_be_loaded(
    open_keeper: Callable[..., Opened], tmp_path: Path
) -> None:
    opened = open_keeper(layouts=tmp_path)
    plain = opened.application.window
    assert plain is not None
    opened.keeper.raise_(CALL)
    QCoreApplication.processEvents()
    picture = plain.screen().grabWindow(plain.winId()).toImage()
    red = picture.pixelColor(picture.width() - 5, picture.height() // 2).name()
    opened.keeper.clear()
    QCoreApplication.processEvents()
    after = plain.screen().grabWindow(plain.winId()).toImage()
    assert (red, after.pixelColor(picture.width() - 5, picture.height() // 2).name()) == (
        "#b40000",
        "#0f2a33",
    )


@pytest.fixture
def kiosk(open_application: OpenApplication) -> Kiosk:
    """Return a kiosk that invites to touch."""
    found = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    found.desk.take(demo_repertoire())
    return found


def test_fingers_and_keys_reach_nothing_below(kiosk: Kiosk, watch: Watch, qtbot: QtBot) -> None:
    keeper = alarm_keeper(kiosk.application, LANDSCAPE, watch.now)
    keeper.raise_(replace(CALL, sounds=False))
    QCoreApplication.processEvents()
    fingers = Fingers(kiosk.window)
    fingers.press(0, QPoint(900, 300))
    fingers.press(1, QPoint(300, 1040))
    fingers.lift(1)
    fingers.lift(0)
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 1040))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        QTest.keyClick(kiosk.window, key)
    qtbot.wait(50)
    assert not _is_begun(kiosk)
    keeper.clear()
    QCoreApplication.processEvents()
    kiosk.touch_at(QPoint(900, 300))
    assert _is_begun(kiosk)


def _is_begun(kiosk: Kiosk) -> bool:
    return kiosk.desk.session is not None

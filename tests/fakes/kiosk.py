"""A kiosk at a demo gate: its desk on a real window, touched by a finger that is injected."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from player import resources
from player.clock import ClockTrust
from player.config.screen import Display, PixelSize, Screen
from player.errors import PlaybackError
from player.main.desk import Counter, attend, open_counter
from player.main.repertoire import read_phrases
from player.pack.content import Content
from player.pack.lookup import Lookup
from player.publish.built_content import compose
from player.publish.progress import ignore_progress
from player.publish.source import read_source
from player.publish.workshop import Workshop
from player.schedule.profile import ScreenProfile
from player.shell.amount_text import amount_text
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.date_text import date_text
from player.shell.lookup.desk import Desk
from player.shell.lookup.spatial import Box
from player.shell.lookup.touch_watch import TouchWatch
from player.shell.snapshot import settle
from player.stage.compose import Composer
from player.stage.repertoire import Repertoire
from tests.fakes.lookups import demo_lookup
from tests.fakes.touching import (
    control_on,
    controls_on,
    middle,
    place_of,
    press,
    release,
    tap,
    watched,
)

GATE: Final = "huu-nghi"
ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING: Final = datetime(2026, 11, 27, 6, 50, tzinfo=ZONE)
"""A Friday, ten minutes before the gate opens."""

LANDSCAPE: Final = Screen(
    id="kiosk",
    gate=GATE,
    role="kiosk",
    place="information",
    display=Display(
        size=PixelSize(width=1920, height=1080),
        width_mm=476,
        viewing_distance_mm=600,
        mounting_height_mm=950,
    ),
)
UPRIGHT: Final = Screen(
    id="tall-kiosk",
    gate=GATE,
    role="kiosk",
    display=Display(
        size=PixelSize(width=1080, height=1920),
        orientation="portrait",
        width_mm=680,
        viewing_distance_mm=600,
        mounting_height_mm=600,
    ),
)
"""55 inches, upright: what S12 of the scenarios is about."""

SQUARE: Final = Screen(
    id="old-kiosk",
    gate=GATE,
    role="kiosk",
    place="information",
    display=Display(
        size=PixelSize(width=1280, height=1024),
        width_mm=376,
        viewing_distance_mm=600,
        mounting_height_mm=950,
    ),
)
"""An old 5:4 panel of 19 inches."""

PORTRAIT: Final = Screen(
    id="portrait-kiosk",
    gate=GATE,
    role="kiosk",
    place="information",
    display=Display(
        size=PixelSize(width=1080, height=1920),
        orientation="portrait",
        width_mm=268,
        viewing_distance_mm=600,
        mounting_height_mm=800,
    ),
)

LANGUAGES: Final = ("vi", "en", "zh", "lo", "km")


def pixels(screen: Screen) -> tuple[int, int]:
    """Return width and height of ``screen``, which must say them."""
    size = screen.display.size
    assert isinstance(size, PixelSize)
    return size.width, size.height


@dataclass
class DemoPack:
    """What a demo gate says, without its media."""

    content: Content

    def file(self, sha256: str) -> Path:
        """Return no file: there are none."""
        raise PlaybackError(sha256, "no media here")


@cache
def demo_content(gate: str) -> Content:
    """Return what the demo gate ``gate`` says, as its pack has it, without media."""
    source = read_source(resources.assets() / "demo" / gate, ignore_progress)
    assert source.header is not None
    return compose(source, source.header, {}, Workshop(resources.assets() / "fonts"))


def demo_repertoire(
    gate: str = GATE,
    lookup: Lookup | None = None,
    languages: tuple[str, ...] = LANGUAGES,
    volume: int | None = None,
) -> Repertoire:
    """Return a demo gate as it is performed on a kiosk; ``lookup``: instead of its own."""
    phrases = read_phrases(resources.assets() / "strings")
    pack = DemoPack(demo_content(gate))
    composer = Composer(pack, languages, phrases, date_text, amount_text, volume)
    answers = lookup or demo_lookup(gate)[0]
    return Repertoire(gate, composer, ScreenProfile(languages), lambda: answers)


@dataclass
class Kiosk:
    """A kiosk whose clocks stand until a test moves them."""

    application: Application
    screen: Screen
    now: datetime = MORNING
    trust: ClockTrust = ClockTrust.TRUSTED
    seconds: float = 0.0
    counter: Counter = field(init=False)
    watch: TouchWatch = field(init=False)

    def __post_init__(self) -> None:
        clockwork = Clockwork(lambda: self.now, lambda _: self.trust, lambda: self.seconds)
        self.counter = open_counter(self.application, self.screen, clockwork, is_threaded=False)
        self.watch = watched(self.application, lambda: self.seconds)
        attend(self.watch, self.desk)

    @property
    def desk(self) -> Desk:
        """What answers."""
        return self.counter.desk

    @property
    def window(self) -> QQuickWindow:
        """What is touched."""
        window = self.application.window
        assert isinstance(window, QQuickWindow)
        return window

    @property
    def page(self) -> str:
        """Name of the page that is seen, "": none."""
        session = self.desk.session
        return type(session.view).__name__.removesuffix("View") if session else ""

    @property
    def asked(self) -> str:
        """The question that stands over the page, "": none."""
        return self.application.desk.question

    def controls(self) -> dict[str, QQuickItem]:
        """Return action -> control, of all that can be touched just now."""
        return controls_on(self.window)

    def middle(self, item: QQuickItem) -> QPoint:
        """Return where a finger meets ``item``."""
        return middle(item)

    def touch(self, action: str) -> None:
        """Touch the control that does ``action``."""
        tap(self.window, middle(control_on(self.window, action)))

    def touch_at(self, place: QPoint) -> None:
        """Touch a place of the window."""
        tap(self.window, place)

    def press(self, place: QPoint, finger: int = 0) -> None:
        """Put a finger down."""
        press(self.window, place, finger)

    def release(self, place: QPoint, finger: int = 0) -> None:
        """Lift it."""
        release(self.window, place, finger)

    def key(self, key: Qt.Key) -> None:
        """Press a key of the keypad."""
        QTest.keyClick(self.window, key)
        settle()

    def write(self, letters: str) -> None:
        """Touch one key of the keyboard after another."""
        for letter in letters:
            self.touch("key:space" if letter == " " else f"key:{letter}")

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds
        self.desk.tick()


def box_of(item: QQuickItem) -> Box:
    """Return the same as the keypad sees it."""
    place = place_of(item)
    return Box(place.x(), place.y(), place.width(), place.height())

"""The set-up of a screen on a real window: its clocks stand, its stick and display are told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player import resources
from player.config.screen import Display, Screen
from player.main.repertoire import read_phrases
from player.main.samples import samples
from player.main.setup import Bench, make_desk
from player.main.setup_facts import Scout
from player.shell.application import Setup
from player.shell.setup.setup import SetupDesk
from player.shell.setup.setup_application import SetupApplication
from player.shell.snapshot import ENVIRONMENT, settle
from player.stage.setup.pages import SetupPage
from player.stage.setup.touch_check import POINTS
from player.store.layout import Home
from player.store.setup import SetupRecord, read_setup
from tests.fakes.touching import control_on, controls_on, middle, tap

NOON: Final = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)


@dataclass
class QuietChime:
    """A chime that nobody hears: what was asked of it."""

    fault: str = ""
    volumes: list[int] = field(default_factory=list)

    def play(self, volume: int) -> None:
        """Note that it was to be played."""
        self.volumes.append(volume)

    def silence(self) -> None:
        """Play nothing, as ever."""


@dataclass
class SetupScreen:
    """A bare machine and the technician before it.

    Attributes:
        application: of the set-up.
        folder: everything is written below.
        touches: of the finger so far, those on the keyboard and the pad of digits aside.
        typed: keys pressed there.
    """

    application: SetupApplication
    folder: Path
    physical: tuple[float, float] = (0, 0)
    seconds: float = 0.0
    touches: int = 0
    typed: int = 0
    is_done: bool = False
    chime: QuietChime = field(default_factory=QuietChime)
    desk: SetupDesk = field(init=False)
    scout: Scout = field(init=False)

    def __post_init__(self) -> None:
        self.home.folder.mkdir(exist_ok=True)
        sticks = self.folder / "media"
        sticks.mkdir(exist_ok=True)
        self.scout = Scout(self.home, self.config, sticks, lambda: NOON, lambda: self.physical)
        bench = Bench(self.home, self.config, self.scout, self.chime)
        workshop = replace(bench.workshop, monotonic=lambda: self.seconds)
        self.desk = make_desk(self.application, workshop)
        self.desk.finished.connect(self._finished)

    @property
    def home(self) -> Home:
        """Of the screen."""
        return Home(self.folder / "home")

    @property
    def config(self) -> Path:
        """Where its configuration is written."""
        return self.folder / "etc" / "screen.toml"

    @property
    def window(self) -> QQuickWindow:
        """What is touched."""
        window = self.application.quick_window
        assert window is not None
        return window

    @property
    def step(self) -> str:
        """Which is seen."""
        return self.desk.session.step

    @property
    def page(self) -> SetupPage:
        """What is seen of it."""
        page = self.application.setup_view.page
        assert isinstance(page, SetupPage)
        return page

    def start(self, record: SetupRecord | None = None) -> None:
        """Begin, or go on where it was left."""
        self.desk.start(record or read_setup(self.home), self.window)
        settle()

    def rest(self) -> None:
        """Let what was touched take effect until it is drawn: only then words are set anew."""
        settle()
        self.window.grabWindow()
        settle()

    def controls(self) -> dict[str, QQuickItem]:
        """Return action -> control, of all that can be touched just now."""
        return controls_on(self.window)

    def touch(self, action: str) -> None:
        """Touch the control that does ``action`` with an injected finger."""
        self.tap(middle(control_on(self.window, action)))
        if action.startswith(("key:", "digit:")):
            self.touches -= 1
            self.typed += 1

    def tap(self, place: QPoint) -> None:
        """Touch a place of the window."""
        tap(self.window, place)
        self.touches += 1

    def write(self, letters: str) -> None:
        """Touch one key after another, turning to the other signs where they are."""
        for letter in letters:
            key = f"key:{letter}"
            if key not in self.controls():
                self.touch("key:symbols" if "key:symbols" in self.controls() else "key:letters")
            self.touch(key)

    def dial(self, digits: str) -> None:
        """Touch one digit of the pad after another."""
        for digit in digits:
            self.touch(f"digit:{digit}")

    def hit(self, *, mirrored: bool = False, points: int = len(POINTS)) -> None:
        """Touch the points of the touch check; mirrored: by a panel whose left is its right."""
        for across, down in POINTS[:points]:
            x = 1 - across if mirrored else across
            self.tap(QPoint(round(x * self.window.width()), round(down * self.window.height())))

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds
        self.desk.tick()
        settle()

    def _finished(self) -> None:
        self.is_done = True


@contextmanager
def setup_camera(size: tuple[int, int], folder: Path) -> Iterator[SetupScreen]:
    """Open an unseen window of ``size`` pixels, on which nothing is set up yet."""
    os.environ.update(ENVIRONMENT)
    screen = Screen(
        id="setup",
        gate="setup",
        role="kiosk",
        display=Display(width_mm=400, viewing_distance_mm=600),
    )
    setup = Setup(folder, windowed=True, exact_size=size, fade_ms=0, plays_clips=False)
    phrases = read_phrases(resources.assets() / "strings")
    application = SetupApplication(screen, setup, samples(phrases))
    try:
        application.open()
        shown = SetupScreen(application, folder)
        yield shown
        shown.desk.close()
    finally:
        application.close()

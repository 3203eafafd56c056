"""A staff panel on a real window, whose clocks stand until a test moves them."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from player import resources
from player.config.officers import Role
from player.config.screen import Display, PixelSize, Screen
from player.lookup.keyboard.layout import read_layouts
from player.main.repertoire import read_phrases
from player.main.samples import samples
from player.shell.application import Application, Setup
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.touch_watch import TouchWatch
from player.shell.panel.panel import Orderly, Panel
from player.shell.snapshot import ENVIRONMENT, settle
from player.stage.panel.machine_view import Errand
from tests.fakes.kiosk import GATE, LANDSCAPE, PORTRAIT, pixels
from tests.fakes.panel import FORMS, OFFICER, ObedientGate, staff_words
from tests.fakes.touching import control_on, controls_on, middle, tap, watched

OLD: Final = Screen(
    id="old",
    gate=GATE,
    role="counter",
    display=Display(size=PixelSize(width=1280, height=1024), width_mm=338, viewing_distance_mm=700),
)
"""A 17-inch monitor at a counter."""

SHAPES: Final = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "old": OLD}


@dataclass
class StaffedScreen:
    """A screen and the officer before it.

    Attributes:
        application: opened.
        screen: as it is configured.
        language: of the panel.
        may_close: whether its window may be closed by who asks for it.
    """

    application: Application
    screen: Screen
    language: str = "vi"
    may_close: bool = True
    gate: ObedientGate = field(default_factory=ObedientGate)
    panel: Panel = field(init=False)
    keyboard: KeyboardViewModel = field(init=False)
    watch: TouchWatch = field(init=False)
    exported: int = 0
    errands: list[tuple[Errand, str]] = field(default_factory=list)
    clocks: list[tuple[datetime, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        assets = resources.assets()
        layouts = read_layouts(assets / "keyboards")
        phrases = read_phrases(assets / "strings")
        self.keyboard = KeyboardViewModel(layouts, phrases, "vi")
        self.application.panel.test_card.sample(samples(phrases))
        self.panel = Panel(
            self.application.panel,
            self.application.metrics,
            self.screen.display,
            self.keyboard,
            (staff_words(), self.language),
        )
        gate = self.gate
        self.panel.serve(
            Orderly(
                look=gate.look,
                forms=lambda: FORMS,
                give=gate.give,
                export=self._export,
                new_id=gate.new_id,
                now=lambda: gate.now,
                monotonic=lambda: gate.seconds,
                serve=self._serve,
                set_clock=self._set_clock,
            )
        )
        self.watch = watched(self.application, lambda: gate.seconds, may_close=self.may_close)
        self.watch.pressed.connect(self.panel.touch)
        self.watch.escaped.connect(lambda: self.panel.act("back"))

    def log_in(self, role: Role = "duty-officer") -> None:
        """Type the right PIN."""
        self.panel.admit(OFFICER, role)
        settle()

    @property
    def window(self) -> QQuickWindow:
        """What is touched."""
        window = self.application.window
        assert isinstance(window, QQuickWindow)
        return window

    @property
    def place(self) -> str:
        """Which page is seen, "": none."""
        session = self.panel.session
        return session.view.place if session else ""

    def controls(self) -> dict[str, QQuickItem]:
        """Return action -> control, of all that can be touched just now."""
        return controls_on(self.window)

    def touch(self, action: str) -> None:
        """Touch the control that does ``action`` with an injected finger."""
        tap(self.window, middle(control_on(self.window, action)))

    def pages(
        self, walks: Sequence[Sequence[str]], most_sheets: int | None = None
    ) -> Iterator[str]:
        """Go from page to page and from sheet to sheet, yielding the name of each.

        Args:
            walks: what is done from the menu to come to each page.
            most_sheets: seen of a page; None: all.
        """
        for walk in walks:
            self.panel.act("menu")
            for action in walk:
                settle()
                self.panel.act(action)
            settle()
            session = self.panel.session
            assert session is not None
            for sheet in range(max(1, session.sheets))[:most_sheets]:
                settle()
                yield f"{' '.join(walk) or 'menu'} {sheet + 1}"
                self.panel.act("next")

    def key(self, key: Qt.Key) -> None:
        """Press a key of the keypad."""
        QTest.keyClick(self.window, key)
        settle()

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.gate.seconds += seconds
        self.panel.tick()
        settle()

    def _serve(self, errand: Errand, by: str) -> str | None:
        self.errands.append((errand, by))
        return self.gate.refuses or None

    def _set_clock(self, at: datetime, by: str) -> str | None:
        self.clocks.append((at, by))
        return self.gate.refuses or None

    def _export(self) -> str | None:
        self.exported += 1
        return None


@contextmanager
def staffed_screen(
    folder: Path,
    screen: Screen = LANDSCAPE,
    language: str = "vi",
    *,
    size: tuple[int, int] | None = None,
    may_close: bool = True,
) -> Iterator[StaffedScreen]:
    """Open an unseen window before which nobody is logged in yet.

    Args:
        folder: the player may write there.
        screen: as it is configured.
        language: of the panel.
        size: of the window, pixels; None: as the screen says.
        may_close: whether the window may be closed by who asks for it.
    """
    os.environ.update(ENVIRONMENT)
    setup = Setup(
        folder,
        windowed=True,
        exact_size=size or pixels(screen),
        fade_ms=0,
        plays_clips=False,
    )
    with closing(Application(screen, setup)) as application:
        application.open()
        yield StaffedScreen(application, screen, language, may_close)

"""A staff panel on a real window, whose clocks stand until a test moves them."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from player import resources
from player.config.officers import Role
from player.config.screen import Screen
from player.lookup.keyboard.layout import read_layouts
from player.main.repertoire import read_phrases
from player.main.samples import samples
from player.shell.application import Application
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.touch_watch import TouchWatch, controls_below, watch_window
from player.shell.panel.panel import Orderly, Panel
from player.shell.snapshot import settle
from player.stage.panel.machine_view import Errand
from tests.fakes.kiosk import touch_panel
from tests.fakes.panel import FORMS, OFFICER, ObedientGate, staff_words


@dataclass
class StaffedScreen:
    """A screen and the officer before it."""

    application: Application
    screen: Screen
    language: str = "vi"
    gate: ObedientGate = field(default_factory=ObedientGate)
    panel: Panel = field(init=False)
    keyboard: KeyboardViewModel = field(init=False)
    watch: TouchWatch = field(init=False)
    exported: int = 0
    errands: list[tuple[Errand, str]] = field(default_factory=list)

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
            )
        )
        watch = watch_window(
            self.window,
            lambda: gate.seconds,
            self.application.metrics.in_picture,
            expects_panel=False,
            may_close=True,
        )
        assert watch is not None
        self.watch = watch
        watch.pressed.connect(self.panel.touch)
        watch.escaped.connect(lambda: self.panel.act("back"))

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
        settle()
        found = controls_below(self.window.contentItem())
        return {str(item.property("action")): item for item in found}

    def touch(self, action: str) -> None:
        """Touch the control that does ``action`` with an injected finger."""
        found = self.controls()
        assert action in found, f"no {action} among {sorted(found)}"
        item = found[action]
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        finger = touch_panel()
        QTest.touchEvent(self.window, finger).press(0, place, self.window).commit()
        settle()
        QTest.touchEvent(self.window, finger).release(0, place, self.window).commit()
        settle()

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

    def _export(self) -> str | None:
        self.exported += 1
        return None

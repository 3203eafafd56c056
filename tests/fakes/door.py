"""A kiosk with a way into its staff panel: pad, gatekeeper, disk, fingers and keys."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from player.config.load_officers import demo_officers, load_officers
from player.config.officers import Officer, Officers
from player.config.screen import Keypad
from player.shell.panel.entrance import Entrance, PadState
from player.shell.panel.gatekeeper import Gatekeeper
from player.shell.panel.ways_in import WaysIn
from player.shell.snapshot import settle
from player.store.attempts import Attempts
from tests.fakes.kiosk import Kiosk

PIN: Final = "369025"
WRONG: Final = "369026"
OFFICER: Final = Officer("Trực ban mẫu", "duty-officer")
NOW: Final = datetime(2026, 11, 27, 6, 50, tzinfo=UTC)
KEYS: Final = Keypad(keys={"F1": "language:zh", "5": "pause"})


@cache
def demo() -> Officers:
    """Return the officers of the demo."""
    return load_officers(demo_officers(), "en")


@dataclass
class Disk:
    """What is remembered, and whether more can be."""

    attempts: Attempts = field(default_factory=Attempts)
    written: list[int] = field(default_factory=list)
    is_broken: bool = False

    def remember(self, attempts: Attempts) -> None:
        """Write, or refuse."""
        if self.is_broken:
            raise OSError("no room")
        self.attempts = attempts
        self.written.append(attempts.wrong)


@dataclass
class Door:
    """A kiosk with a way into its panel; its clocks stand until a test moves them."""

    kiosk: Kiosk
    disk: Disk
    gatekeeper: Gatekeeper
    entrance: Entrance
    ways: WaysIn
    entered: list[Officer] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    orders: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.entrance.entered.connect(self.entered.append)
        self.entrance.left.connect(lambda: self.left.append("left"))
        self.entrance.opened.connect(lambda: self.called.append("called"))
        self.ways.ordered.connect(self.orders.append)

    @property
    def state(self) -> PadState:
        """What the pad shows."""
        return self.entrance.state

    def hold(self, place: QPoint, seconds: float = 3.0) -> None:
        """Hold a finger, and leave it there."""
        self.kiosk.press(place)
        self.kiosk.seconds += seconds
        self.ways.look()

    def type(self, pin: str) -> None:
        """Type a PIN on the pad, and enter it."""
        for key in (*pin, "enter"):
            self.entrance.press(key)

    def keys(self, *keys: Qt.Key) -> None:
        """Press keys of a USB keypad."""
        for key in keys:
            QTest.keyClick(self.kiosk.window, key, Qt.KeyboardModifier.KeypadModifier)
            settle()

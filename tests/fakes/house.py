"""A performance on a real stage, whose clock stands until a test moves it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from player import RELEASED, clock
from player.clock import ClockTrust
from player.schedule.profile import ScreenProfile
from player.shell.amount_text import amount_text
from player.shell.application import Application
from player.shell.performance import Performance
from player.stage.compose import Composer
from player.stage.phrases import Phrases
from player.stage.repertoire import Repertoire
from player.stage.scene import Scene
from player.store.reader import StoredPack, open_pack
from tests.fakes.built_pack import write_built
from tests.fakes.content import Document

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
PROFILE = ScreenProfile(("vi", "en"))


@dataclass
class House:
    """A stage with a performance whose clock stands until a test moves it."""

    application: Application
    performance: Performance
    painted: list[Scene]
    qtbot: QtBot = field(repr=False)
    now: datetime = NOON
    trust: ClockTrust = ClockTrust.TRUSTED

    def wait_for(self, is_there: Callable[[Scene], bool]) -> Scene:
        """Return the scene last painted once it is the one expected."""
        self.qtbot.waitUntil(lambda: bool(self.painted) and is_there(self.painted[-1]))
        return self.painted[-1]

    def set_clock(self, instant: datetime) -> None:
        """Let it be ``instant``, believed as the player believes it."""
        self.now, self.trust = instant, clock.trust(instant, RELEASED)

    def pixels(self) -> bytes:
        """Return what stands in the window, three bytes a pixel."""
        window = self.application.window
        assert isinstance(window, QQuickWindow)
        image = window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        return bytes(image.constBits())


def stored(folder: Path, document: Document, *blobs: bytes) -> StoredPack:
    """Return a pack written to and opened from ``folder``."""
    write_built(folder, document, blobs)
    return open_pack(folder, folder / "blobs")


def repertoire(pack: StoredPack, profile: ScreenProfile = PROFILE) -> Repertoire:
    """Return ``pack`` for a screen in two languages, without interface words."""
    composer = Composer(
        pack, profile.languages, Phrases({}), lambda _, day: day.isoformat(), amount_text
    )
    return Repertoire(pack.sha256, composer, profile)


def shows(item: str) -> Callable[[Scene], bool]:
    """Return whether a scene is of ``item``."""
    return lambda scene: getattr(scene, "item", None) == item


class Slots(logging.Handler):
    """Keeps the lines that say which slot is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, str, int]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep item, due item and lateness."""
        if record.getMessage() == "slot":
            said = vars(record)
            self.seen.append((said["item"], said["due"], said["late_ms"]))

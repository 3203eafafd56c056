"""An application on an unseen window, and pictures for its scenes."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from player import resources
from player.config.screen import Screen
from player.shell.application import Application, Setup
from player.shell.performance import Performance
from player.shell.timers import OneShot
from player.stage.scene import PictureRef, Scene
from tests.fakes.house import House, Slots
from tests.fakes.keeper import Kept, keep
from tests.fakes.scenes import HALL, draw_hills

# Nobody looks: the next frame is drawn at once and not five milliseconds later.
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"

SMALL = (480, 270)
"""Large enough for every template, small enough to be drawn in a blink."""

OpenApplication = Callable[..., Application]


@pytest.fixture
def open_application(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenApplication]:
    """Return a function that opens an application; all are closed at the end."""
    del qtbot
    opened: list[Application] = []

    def start(
        screen: Screen = HALL,
        size: tuple[int, int] = SMALL,
        fade_ms: int = 0,
        layouts: Path | None = None,
        *,
        plays_clips: bool = False,
    ) -> Application:
        setup = Setup(
            state=tmp_path,
            windowed=True,
            exact_size=size,
            fade_ms=fade_ms,
            plays_clips=plays_clips,
            layouts=layouts or resources.layouts(),
        )
        application = Application(screen, setup)
        opened.append(application)
        application.open()
        return application

    yield start
    for application in opened:
        application.close()
    # Nothing of a closed application may wake up in the middle of a later test.
    for waiter in [found for found in gc.get_objects() if isinstance(found, OneShot | Performance)]:
        if shiboken6.isValid(waiter):
            for timer in waiter.findChildren(QTimer):
                timer.stop()


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> PictureRef:
    """Return a landscape."""
    return draw_hills(tmp_path_factory.mktemp("pictures") / "hills.png", 640, 360)


class Answers:
    """Everything a stage has answered, in order."""

    def __init__(self, application: Application) -> None:
        self.all: list[tuple[str, Scene]] = []
        self.appeared: list[Scene] = []
        self.reasons: list[str] = []
        self.paged: list[tuple[str, int]] = []
        stage = application.stage
        stage.appeared.connect(self.appeared.append)
        stage.painted.connect(lambda scene: self.all.append(("painted", scene)))
        stage.superseded.connect(lambda scene: self.all.append(("superseded", scene)))
        stage.failed.connect(self._fail)
        stage.paged.connect(lambda item, pages: self.paged.append((item, pages)))

    def _fail(self, scene: Scene, reason: str) -> None:
        self.all.append(("failed", scene))
        self.reasons.append(reason)

    def last(self) -> tuple[str, Scene] | None:
        """Return the newest answer."""
        return self.all[-1] if self.all else None


@pytest.fixture
def listen() -> Callable[[Application], Answers]:
    """Return a function that collects what a stage answers."""
    return Answers


@pytest.fixture
def house(open_application: Callable[..., Application], qtbot: QtBot) -> House:
    """Return a stage and a performance that waits for a pack."""
    application = open_application()
    painted: list[Scene] = []
    application.stage.painted.connect(painted.append)
    built: House
    performance = Performance(
        application.stage, application.clips, lambda: built.now, lambda _: built.trust
    )
    built = House(application, performance, painted, qtbot)
    return built


@pytest.fixture
def picture_bytes(picture: PictureRef) -> bytes:
    """Return a real picture."""
    return picture.path.read_bytes()


@pytest.fixture
def slots() -> Iterator[Slots]:
    """Return the slots as they are seen."""
    logger, handler = logging.getLogger("player.shell.performance"), Slots()
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(before)


@pytest.fixture
def kept(
    open_application: OpenApplication, tmp_path: Path, picture_bytes: bytes, qtbot: QtBot
) -> Kept:
    """Return a keeper that has not begun; the store is empty."""
    return keep(open_application(size=(320, 180)), tmp_path, picture_bytes, qtbot)

"""A scene as a picture file: the same templates, fonts and measures as on the wall.

Drawn off screen by Qt's software scene graph, without a fade or a video worker (a clip is its
first picture), and at an instant that stands still, so that the same scene gives the same bytes.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QIODevice,
    QObject,
    QTimer,
    Slot,
)
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.clock import ClockTrust
from player.config.screen import Display, Screen
from player.errors import PlaybackError
from player.notices.board import Board
from player.shell.application import Application, Setup
from player.shell.herald import Herald
from player.stage.announce import Announcer
from player.stage.scene import Scene

ENVIRONMENT: Final[Mapping[str, str]] = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_SCALE_FACTOR": "1",
}
LIMIT_MS: Final = 15_000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was drawn.

    Attributes:
        png: the picture file.
        pages: in how many pages its words are set; this is the first.
    """

    png: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class RawSnapshot:
    """The same before it is a file, for those who make their own.

    Attributes:
        width, height: pixels.
        stride: bytes from one row to the next.
        rgb: three bytes a pixel, from the top left.
        pages: in how many pages its words are set; this is the first.
    """

    width: int
    height: int
    stride: int
    rgb: bytes
    pages: int


class _Answer(QObject):
    """Waits for what the stage says about one scene."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.reason: str | None = None
        self.is_painted = False
        self.pages = 1
        self._loop = QEventLoop()
        application.stage.painted.connect(self._painted)
        application.stage.failed.connect(self._failed)
        application.stage.paged.connect(self._paged)

    def wait(self) -> None:
        """Return when the scene is painted, has failed, or took too long."""
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(LIMIT_MS)
        self._loop.exec()

    @Slot(object)
    def _painted(self, _scene: Scene) -> None:
        self.is_painted = True
        self._loop.quit()

    @Slot(object, str)
    def _failed(self, _scene: Scene, reason: str) -> None:
        self.reason = reason
        self._loop.quit()

    @Slot(str, int)
    def _paged(self, _item: str, pages: int) -> None:
        self.pages = pages


@contextmanager
def camera(screen: Screen, width: int, height: int, state: Path) -> Iterator[Application]:
    """Open an unseen window of ``width`` x ``height`` pixels for any number of pictures.

    Must be the first use of Qt in the process, or follow another of its kind.

    Args:
        screen: its true width and viewing distance decide the letter sizes.
        width: of the picture as people see it, pixels.
        height: likewise.
        state: folder the player may write.
    """
    display = hung(screen.display, width, height)
    with unseen(screen.model_copy(update={"display": display}), (width, height), state) as opened:
        yield opened


@contextmanager
def unseen(screen: Screen, size: tuple[int, int], state: Path) -> Iterator[Application]:
    """Open an unseen window of ``size``, in which the picture is turned as ``screen`` hangs.

    Args:
        screen: as in ``camera``.
        size: width and height of the window, pixels.
        state: folder the player may write.
    """
    os.environ.update(ENVIRONMENT)
    setup = Setup(state, windowed=True, exact_size=size, fade_ms=0, plays_clips=False)
    application = Application(screen, setup)
    try:
        application.open()
        yield application
    finally:
        application.close()


def hung(display: Display, width: int, height: int) -> Display:
    """Return ``display`` so hung that a picture of ``width`` x ``height`` stands upright on it.

    A panel asked for in the other shape is the same panel, turned: its pixels keep their size.
    """
    is_upright, is_wanted_upright = "portrait" in display.orientation, height > width
    orientation = "portrait" if is_wanted_upright else "landscape"
    changed: dict[str, object] = {"orientation": orientation}
    if is_upright is not is_wanted_upright:
        changed["width_mm"] = round(display.width_mm * width / height)
    return display.model_copy(update=changed)


def announce(
    application: Application,
    announcer: Announcer,
    instant: datetime,
    trust: ClockTrust,
    board: Board | None = None,
) -> None:
    """Let clocks, banner and ticker show ``instant`` on every picture from now on.

    Args:
        application: draws the pictures.
        announcer: of what is performed.
        instant: when.
        trust: whether it can be the true time.
        board: notices that stand; None: those of the pack.
    """
    herald = Herald(
        application.stage,
        application.overlay,
        application.typefaces,
        lambda: instant,
        lambda _: trust,
    )
    herald.take(announcer, board)
    herald.close()


def take(application: Application, scene: Scene) -> Snapshot:
    """Draw ``scene`` and return the picture.

    Raises:
        PlaybackError: it cannot be shown, or the stage could not be loaded.
    """
    image, pages = _grab(application, scene)
    return Snapshot(_png(image), pages)


def settle() -> None:
    """Let what was touched take effect, and what was left behind go.

    Without an event loop nothing else deletes what is to be deleted later: 2 MB for each page.
    """
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def take_as_is(application: Application) -> bytes:
    """Return the window as it stands, as a PNG, once all of its pictures are decoded."""
    window = application.window
    if not isinstance(window, QQuickWindow):
        raise PlaybackError("window", "the stage could not be loaded")
    limit = QElapsedTimer()
    limit.start()
    QCoreApplication.processEvents()
    while _awaits_picture(window.contentItem()) and limit.elapsed() < LIMIT_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return _png(window.grabWindow())


def _awaits_picture(item: QQuickItem) -> bool:
    if item.property("isDecoding") is True:
        return True
    return any(map(_awaits_picture, item.childItems()))


def take_raw(application: Application, scene: Scene) -> RawSnapshot:
    """Draw ``scene`` and return its pixels.

    Raises:
        PlaybackError: as ``take``.
    """
    image, pages = _grab(application, scene)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rgb = bytes(plain.constBits())
    return RawSnapshot(plain.width(), plain.height(), plain.bytesPerLine(), rgb, pages)


def draw(application: Application, scene: Scene) -> int:
    """Draw ``scene`` in the unseen window.

    Returns:
        In how many pages its words are set; 1: all fit at once.

    Raises:
        PlaybackError: it cannot be shown.
    """
    answer = _Answer(application)
    application.stage.show(scene)
    answer.wait()
    if not answer.is_painted:
        raise PlaybackError(getattr(scene, "item", "page"), answer.reason or "took too long")
    return answer.pages


def _grab(application: Application, scene: Scene) -> tuple[QImage, int]:
    pages = draw(application, scene)
    window = application.window
    if not isinstance(window, QQuickWindow):
        raise PlaybackError("stage", "the layouts cannot be loaded")
    return window.grabWindow(), pages


def _png(image: QImage) -> bytes:
    # No alpha and no resolution: the bytes depend on nothing but the pixels.
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    plain.setDotsPerMeterX(0)
    plain.setDotsPerMeterY(0)
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(bytes_.data())

"""The player's picture of itself: what its window shows, for whoever asks in the inbox.

While a traveller uses the screen the picture is made of patches a hand wide: whether it is black,
stands still or is of the wrong colours can be seen, and nothing of what was typed or read.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QImage, QWindow
from PySide6.QtQuick import QQuickWindow

from player.shell.workshop import Workshop
from player.store.layout import Home
from player.store.picture import Taken, answer, questions

logger = logging.getLogger(__name__)

LOOK_MS: Final = 500
MOST_LEFT: Final = 200
"""Questions remembered as dealt with; show removes each once it is answered."""

PATCHES: Final = QSize(16, 16)
"""Of a picture in which nothing can be read."""


class SelfPortrait(QObject):
    """Answers questions for as long as the player runs."""

    def __init__(
        self,
        home: Home,
        window: Callable[[], QWindow | None],
        workshop: Workshop,
        now: Callable[[], datetime],
    ) -> None:
        """Wait for questions.

        Args:
            home: whose inbox is looked at.
            window: of the player; None once it is gone.
            workshop: packs and writes the picture.
            now: the wall clock, aware.
        """
        super().__init__()
        self._home = home
        self._window = window
        self._workshop = workshop
        self._now = now
        self._is_taking = False
        self._left: tuple[str, ...] = ()
        self.is_private: Callable[[], bool] = lambda: False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def end(self) -> None:
        """Answer no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Take a picture if somebody asks for one."""
        if self._is_taking:
            return
        asked = tuple(each for each in questions(self._home) if each not in self._left)
        if not asked:
            return
        # Whatever comes of it: a disk that refuses must not be asked twice a second.
        self._left = (*self._left, *asked)[-MOST_LEFT:]
        image, is_private = grabbed(self._window()), self.is_private()
        taken = Taken(
            asked=asked,
            at=self._now(),
            size=(image.width(), image.height()),
            is_coarse=is_private,
            problem="the window could not be read" if image.isNull() else "",
        )
        self._is_taking = True
        shown = coarse(image) if is_private else image
        if not self._workshop.do(lambda: self._write(taken, shown), self._written):
            self._is_taking = False

    def _write(self, taken: Taken, image: QImage) -> None:
        """Pack the picture and write it; on the thread of the workshop."""
        try:
            answer(self._home, taken, png_of(image))
        except OSError as e:
            logger.warning("a picture cannot be written", extra={"reason": str(e)})

    def _written(self, _nothing: object) -> None:
        self._is_taking = False


def grabbed(window: QWindow | None) -> QImage:
    """Return what ``window`` shows; an empty picture where that cannot be had. GUI thread."""
    if isinstance(window, QQuickWindow):
        return window.grabWindow()
    screen = QGuiApplication.primaryScreen()
    if window is None or screen is None:
        return QImage()
    return screen.grabWindow(window.winId()).toImage()


def coarse(image: QImage) -> QImage:
    """Return ``image`` in patches of one colour each, as large as it was."""
    if image.isNull():
        return image
    ignore, modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
    few = image.scaled(PATCHES, ignore, modes.SmoothTransformation)
    return few.scaled(image.size(), ignore, modes.FastTransformation)


def png_of(image: QImage) -> bytes:
    """Return ``image`` as PNG; empty for an empty one."""
    if image.isNull():
        return b""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())

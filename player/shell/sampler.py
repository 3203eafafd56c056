"""The proof in pixels: what the window shows, looked at every ten seconds, and sooner if in doubt.

The scene graph is asked for a picture of the window as it draws it, of which some thousand points
are kept. What they prove is ``player.health.pixels``' to say. A window that is not shown is not
looked at.
"""

import logging
from collections.abc import Callable
from itertools import cycle
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.health.pixels import Sight, Suspicion, seen
from player.health.watch import Fault
from player.shell.video_item import VideoItem

INTERVALS_MS: Final = (10_000, 11_300)
"""In turn: a tape that is back at the same place after one is not after the other."""

SOON_MS: Final = 2000
"""To the look that confirms what the one before suspects, or sees that it is over."""

GRID: Final = QSize(192, 108)
STRIP: Final = QSize(320, 8)
FILM: Final = QSize(64, 36)
SEEN: Final = 0.99

logger = logging.getLogger(__name__)


class Sampler(QObject):
    """Looks at one window."""

    changed = Signal()

    def __init__(
        self, window: QQuickWindow, page: Callable[[], str], is_dark: Callable[[], bool]
    ) -> None:
        """Look from now on.

        Args:
            window: of the player.
            page: which item is on stage with nothing above it; empty: none.
            is_dark: whether no picture is wanted.
        """
        super().__init__()
        self._window = window
        self._page = page
        self._is_dark = is_dark
        self._suspicion = Suspicion()
        self._intervals = cycle(INTERVALS_MS)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_again)
        self._timer.start(next(self._intervals))

    @property
    def faults(self) -> frozenset[Fault]:
        """What is wrong with the picture."""
        return self._suspicion.faults

    @Slot()
    def look(self) -> None:
        """Look once."""
        if not self._window.isExposed():
            return
        before = self._suspicion
        self._suspicion = seen(before, self._sight())
        for fault in self.faults - before.faults:
            logger.error("fault", extra={"fault": fault.name, "what": fault.value})
        for fault in before.faults - self.faults:
            logger.info("fault is over", extra={"fault": fault.name})

    @Slot()
    def _look_again(self) -> None:
        # First: whatever goes wrong below, there is another look (DECISIONS.md D-27).
        self._timer.start(next(self._intervals))
        self.look()
        if self._suspicion.is_urgent:
            self._timer.start(SOON_MS)

    def _sight(self) -> Sight:
        image = self._window.grabWindow()
        film = self._playing()
        newest = film.image if film is not None else None
        return Sight(
            grid=_points(image, GRID),
            strip=self._part(image, self._running(), STRIP),
            film=self._part(image, film, FILM) if newest is not None else b"",
            frame=_points(newest, FILM) if newest is not None else b"",
            page=self._page(),
            is_dark=self._is_dark(),
        )

    def _part(self, image: QImage, item: QQuickItem | None, size: QSize) -> bytes:
        """Return points of the place of ``item``; none where it is turned on its side or away."""
        if item is None or image.isNull():
            return b""
        place: QRectF = item.mapRectToScene(item.boundingRect())
        ratio = image.width() / max(1, self._window.width())
        corner, extent = place.topLeft() * ratio, place.size() * ratio
        whole = QRect(corner.toPoint(), extent.toSize()).intersected(image.rect())
        return b"" if whole.isEmpty() else _points(image.copy(whole), size)

    def _running(self) -> QQuickItem | None:
        """Return the ticker, if it is to run."""
        found = self._window.findChild(QQuickItem, "ticker")
        if not isinstance(found, QQuickItem) or not found.isVisible() or found.opacity() < SEEN:
            return None
        rests, speed = found.property("rests"), found.property("speed")
        is_running = not rests and isinstance(speed, float) and speed > 0 and bool(self._page())
        return found if is_running else None

    def _playing(self) -> VideoItem | None:
        """Return what draws the clip that plays, if its frames are to be seen."""
        if not self._page():
            return None
        for item in self._window.findChildren(VideoItem):
            source = item.source()
            is_its = source is not None and source.clip_id == item.clip_id() > 0
            if is_its and item.isVisible() and item.opacity() >= SEEN:
                return item
        return None


def _points(image: QImage, size: QSize) -> bytes:
    """Return some points of ``image``, three bytes each; nothing of an empty one."""
    if image.isNull():
        return b""
    ignore, fast = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    small = image.scaled(size, ignore, fast).convertToFormat(QImage.Format.Format_RGB888)
    return bytes(small.constBits())

"""The window covers the display, whatever becomes of that: another shape, away and back again.

On a kiosk's bare X server there is no window manager, so nobody tells a fullscreen window that its
display changed; a window that stayed as it was would leave a part of it black. Under Wayland the
compositor says how large a fullscreen window is.
"""

import logging

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QWindow

logger = logging.getLogger(__name__)


class Placement(QObject):
    """Keeps one window over the whole of the primary display."""

    def __init__(self, application: QGuiApplication) -> None:
        """Cover nothing yet.

        Args:
            application: knows the displays.
        """
        super().__init__()
        self._application = application
        self._window: QWindow | None = None
        if not application.platformName().startswith("wayland"):
            application.primaryScreenChanged.connect(self._take)
            application.primaryScreen().geometryChanged.connect(self._follow)

    @property
    def has_display(self) -> bool:
        """Whether there is a display behind what Qt calls a screen.

        Qt keeps a stand-in while the last display is away. On X it has the name of the X server
        and a number, ``:0.0``, where no output's name has a colon; on Wayland it has no name.

        Source: QXcbScreen::defaultName and QPlatformPlaceholderScreen of Qt 6.12.
        """
        name, platform = self._application.primaryScreen().name(), self._application.platformName()
        if platform == "xcb":
            return ":" not in name
        return bool(name) or not platform.startswith("wayland")

    def cover(self, window: QWindow) -> None:
        """Show this window on the whole display, and leave any other alone."""
        self._window = window
        window.setFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(self._application.primaryScreen().geometry())
        window.showFullScreen()

    def leave(self) -> None:
        """Follow with no window; it is about to be destroyed."""
        self._window = None

    @Slot()
    def _take(self) -> None:
        """Go by another display, or by one that is back, which Qt takes for another."""
        self._application.primaryScreen().geometryChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        screen = self._application.primaryScreen()
        if self._window is None or self._window.geometry() == screen.geometry():
            return
        size = screen.geometry().size().toTuple()
        logger.info("another display or shape", extra={"display": screen.name(), "size": size})
        self._window.setGeometry(screen.geometry())

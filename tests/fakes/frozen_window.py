"""A window whose picture stays what it was, whatever happens in it."""

from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow


class FrozenWindow:
    """Stands in for a window; all but its picture is that window's own."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._picture = window.grabWindow()

    def grabWindow(self) -> QImage:  # noqa: N802  (Qt's name)
        """Return the picture."""
        return self._picture

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever it is)
        return getattr(self._window, name)

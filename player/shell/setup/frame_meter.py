"""Counts the frames that a window draws, and the longest time between two of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow


class FrameMeter(QObject):
    """Measures one window for as long as it lives."""

    def __init__(self, window: QQuickWindow, monotonic: Callable[[], float]) -> None:
        """Begin.

        Args:
            window: whose frames.
            monotonic: seconds of a clock that never steps.
        """
        super().__init__(window)
        self._monotonic = monotonic
        self.began = monotonic()
        self._latest = self.began
        self.frames = 0
        self.gap_s = 0.0
        window.frameSwapped.connect(self._count)

    @property
    def seconds(self) -> float:
        """How long it has measured."""
        return self._monotonic() - self.began

    def end(self) -> None:
        """Count no more, and take the time since the latest frame for a gap as well."""
        self.gap_s = max(self.gap_s, self._monotonic() - self._latest)
        self.deleteLater()

    @Slot()
    def _count(self) -> None:
        now = self._monotonic()
        self.gap_s = max(self.gap_s, now - self._latest)
        self._latest = now
        self.frames += 1

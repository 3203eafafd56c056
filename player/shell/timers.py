"""Single-shot timers for code that must not know Qt."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

LONGEST_S: Final = 60.0
"""A wait is cut to this, so that a stepped clock is noticed within it; who waits looks again."""


class OneShot(QObject):
    """A callback that comes once, unless cancelled first."""

    def __init__(self, owner: QObject, seconds: float, callback: Callable[[], None]) -> None:
        """Start waiting.

        Args:
            owner: ends with it.
            seconds: from now; at least 0, at most ``LONGEST_S`` count.
            callback: called on the GUI thread.
        """
        super().__init__(owner)
        self._callback = callback
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._timer.start(round(min(max(0.0, seconds), LONGEST_S) * 1000))

    def cancel(self) -> None:
        """Never call back; harmless when it has already been."""
        self._timer.stop()
        self.deleteLater()

    @Slot()
    def _fire(self) -> None:
        self.deleteLater()
        self._callback()

"""The corrector: has the pack on stage prepared anew when its gate says something else by now.

Looks whenever the gate's day or board changes, at the instant at which a correction ends (midnight
of the gate), and once a minute for a clock that was set or is believed again.
"""

import logging
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.shell.clockwork import Clockwork
from player.shell.gate_keeper import GateKeeper
from player.stage.repertoire import Repertoire

logger = logging.getLogger(__name__)

LONGEST_MS: Final = 60_000
EARLY_MS: Final = 5
"""A timer may fire this much before its instant."""


class Corrector(QObject):
    """Watches over one screen, for the life of the process."""

    stale = Signal()
    """What is on stage is not what the gate says any more."""

    def __init__(self, keeper: GateKeeper, time: Clockwork, parent: QObject) -> None:
        """Wait for a pack.

        Args:
            keeper: knows what the gate says.
            time: what time it is.
            parent: lives as long.
        """
        super().__init__(parent)
        self._keeper = keeper
        self._time = time
        self._repertoire: Repertoire | None = None
        # One for good: a timer for each wait left 14 bytes behind (PySide6 6.12.0).
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        keeper.changed.connect(self._look_soon)

    @Slot(object)
    def take(self, repertoire: Repertoire | None) -> None:
        """Watch over this pack from now on: it may have been prepared a while ago."""
        self._repertoire = repertoire
        self._look_soon()

    @Slot()
    def look(self) -> None:
        """Look whether the gate says what is shown."""
        self._timer.start(LONGEST_MS)
        if self._repertoire is None:
            return
        shown = self._repertoire.correction
        due = self._keeper.correct(shown.packed)
        if due != shown:
            logger.info("corrected", extra={"facts": sorted(due.said)})
            self.stale.emit()
        elif due.until is not None:
            wait_ms = round((due.until - self._time.now()).total_seconds() * 1000) + EARLY_MS
            self._timer.start(min(max(EARLY_MS, wait_ms), LONGEST_MS))

    @Slot()
    def _look_soon(self) -> None:
        # Not at once: all who are being told of this pack or change are to have heard of it first.
        self._timer.start(0)

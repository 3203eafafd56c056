"""The player's watch on itself: asks for a frame every other second and sees what comes.

A page at rest draws nothing, so frames are asked for; one that changes nothing costs nothing but
the turn of the render loop. The judgement is ``player.health.watch``'s.
"""

import logging
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from player.health.pulse import Pulse
from player.health.watch import Fault, Waits, faults, is_mendable

BEAT_MS: Final = 2000
logger = logging.getLogger(__name__)


class Progress(Protocol):
    """Whatever knows how far the programme is; see ``shell.performance``."""

    @property
    def awaits_page(self) -> bool:
        """Whether a page is due that has not been seen yet."""
        ...

    @property
    def overrun_s(self) -> float:
        """For how long the slot on stage has been over; 0 while it lasts."""
        ...

    def tick(self) -> None:
        """Look at the clock."""
        ...


class Lookout(QObject):
    """Watches one window and what plays in it; ``changed`` tells the faults whenever they do."""

    changed = Signal(object)

    def __init__(
        self,
        window: QQuickWindow,
        progress: Progress,
        monotonic: Callable[[], float],
        is_unplugged: Callable[[], bool],
    ) -> None:
        """Begin to watch.

        Args:
            window: asked for frames.
            progress: of the programme.
            monotonic: seconds of a clock that never steps.
            is_unplugged: whether there is no display to show anything on.
        """
        super().__init__()
        self._window = window
        self._progress = progress
        self._monotonic = monotonic
        self._is_unplugged = is_unplugged
        self._unplugged_s: float | None = None
        self._asked_s: float | None = None
        self._has_drawn = False
        self._page_s: float | None = None
        self._since: dict[Fault, float] = {}
        # The frame may be told from the render thread.
        window.frameSwapped.connect(self._frame_came, Qt.ConnectionType.QueuedConnection)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    @property
    def faults(self) -> frozenset[Fault]:
        """What is wrong now."""
        return frozenset(self._since)

    def pulse(self) -> Pulse:
        """Return how frames and programme fare now."""
        now_s = self._monotonic()
        programme = (fault for fault in self._since if fault is not Fault.DISPLAY_STILL)
        stuck = [self._since[fault] for fault in programme if is_mendable(fault)]
        return Pulse(
            frame_s=self._waits(now_s).frame_s,
            is_exposed=self._window.isExposed() and self._unplugged_s is None,
            stuck_s=now_s - min(stuck, default=now_s),
            has_drawn=self._has_drawn,
        )

    @Slot()
    def look(self) -> None:
        """Judge what has come since the last look, and ask for another frame."""
        now_s = self._monotonic()
        if self._progress.overrun_s > 0:
            # The clock was set ahead, or a timer was lost: no fault unless this does not help.
            self._progress.tick()
        is_unplugged = self._is_unplugged()
        self._unplugged_s = _since(self._unplugged_s, now_s, lasts=is_unplugged)
        awaits_page = self._progress.awaits_page and not is_unplugged
        self._page_s = _since(self._page_s, now_s, lasts=awaits_page)
        if is_unplugged:
            self._asked_s = None  # there is nothing that a frame could come to
        self._note(faults(self._waits(now_s)), now_s)
        if self._asked_s is None:
            self._asked_s = now_s
        self._window.update()

    def _waits(self, now_s: float) -> Waits:
        return Waits(
            frame_s=0 if self._asked_s is None else now_s - self._asked_s,
            page_s=0 if self._page_s is None else now_s - self._page_s,
            slot_s=self._progress.overrun_s,
            display_s=0 if self._unplugged_s is None else now_s - self._unplugged_s,
        )

    def _note(self, found: frozenset[Fault], now_s: float) -> None:
        if found == self.faults:
            return
        for fault in found - self.faults:
            logger.error("fault", extra={"fault": fault.name, "what": fault.value})
        for fault in self.faults - found:
            lasted_s = round(now_s - self._since[fault])
            logger.info("fault is over", extra={"fault": fault.name, "lasted_s": lasted_s})
        self._since = {fault: self._since.get(fault, now_s) for fault in found}
        self.changed.emit(self.faults)

    @Slot()
    def _frame_came(self) -> None:
        self._asked_s = None
        self._has_drawn = True


def _since(before_s: float | None, now_s: float, *, lasts: bool) -> float | None:
    """Return since when something lasts; None: it does not."""
    if not lasts:
        return None
    return now_s if before_s is None else before_s

"""Work that may take long, on a thread of its own: slow sensors, a stick, a picture being packed.

One thing after another; what comes of each is told on the GUI thread. Nothing here is of the
programme: whoever waits is a technician.
"""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

logger = logging.getLogger(__name__)

LEAVE_S: Final = 2.0
"""How long the end of the player waits for a stick that does not answer."""

MOST_WAITING: Final = 8
"""Whoever asks faster than this is answered is not answered more often."""

Work = Callable[[], Any]
Then = Callable[[Any], None]


class Workshop(QObject):
    """One thread, one piece of work at a time."""

    _done = Signal(object, object)

    def __init__(self, *, is_threaded: bool = True) -> None:
        """Wait for work.

        Args:
            is_threaded: False: everything is done at once, before the call returns; for tests.
        """
        super().__init__()
        self._orders = queue.Queue[tuple[Work, Then] | None](MOST_WAITING)
        self._thread: threading.Thread | None = None
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        if is_threaded:
            self._thread = threading.Thread(target=self._work, name="workshop", daemon=True)
            self._thread.start()

    def do(self, work: Work, then: Then) -> bool:
        """Have ``work`` done, and ``then`` told what it returned.

        Args:
            work: called on the thread; touches nothing of Qt's but values. What it raises is
                logged, and ``then`` is told None.
            then: called on the GUI thread.

        Returns:
            False: too much waits already, and this is not taken.
        """
        if self._thread is None:
            then(_try(work))
            return True
        try:
            self._orders.put_nowait((work, then))
        except queue.Full:
            return False
        return True

    def close(self) -> None:
        """Take no more work; a piece that does not end is left behind."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._done.disconnect(self._tell)
            while not self._orders.empty():
                self._orders.get_nowait()
            self._orders.put(None)
            thread.join(LEAVE_S)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            work, then = order
            self._done.emit(then, _try(work))

    @Slot(object, object)
    def _tell(self, then: Then, found: object) -> None:
        then(found)


def _try(work: Work) -> object:
    try:
        return work()
    except Exception:
        logger.exception("a piece of work failed")
        return None

"""The heartbeat: tells the service manager that a process lives, on a thread of its own.

A process that is stopped, or whose interpreter is held, falls silent at once and is soon replaced.
One whose work merely takes long (the digest of a film of gigabytes, a download of hours) does not:
for how long that may take is for whoever says what progress is.
"""

import threading
from collections.abc import Callable
from typing import Final

from player.main.service import Service

BEAT_S: Final = 1.0


class Heartbeat:
    """Beats for as long as there was progress not long ago."""

    def __init__(
        self,
        service: Service,
        patience_s: float,
        monotonic: Callable[[], float],
        count: Callable[[], int] = lambda: 0,
    ) -> None:
        """Wait for ``begin``.

        Args:
            service: who runs this process.
            patience_s: how long it may be since the last progress.
            monotonic: seconds of a clock that never steps.
            count: of what comes; another number is progress, too.
        """
        self._service = service
        self._patience_s = patience_s
        self._monotonic = monotonic
        self._progress_s = monotonic()
        self._count = count
        self._counted = count()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def begin(self) -> None:
        """Beat from now on."""
        if self._service.interval_s is not None:
            self._thread.start()

    def end(self) -> None:
        """Beat no more, and tell that the end has begun."""
        self._over.set()
        self._service.stopping()

    def tick(self) -> None:
        """Hear of progress; on any thread."""
        self._progress_s = self._monotonic()

    def beat(self) -> None:
        """Beat, unless there was no progress for too long."""
        counted = self._count()
        if counted != self._counted:
            self._counted = counted
            self.tick()
        if self._monotonic() - self._progress_s <= self._patience_s:
            self._service.beat()

    def _run(self) -> None:
        while not self._over.wait(min(BEAT_S, self._service.interval_s or BEAT_S)):
            self.beat()

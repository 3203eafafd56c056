"""The agent's pulse: told to the service manager for as long as its jobs get on."""

import threading
from collections.abc import Callable
from typing import Final

from player.health.pulse import AGENT_S
from player.main.service import Service

BEAT_S: Final = 1.0


class AgentPulse:
    """Beats on a thread of its own: all jobs share one, and a download may take that for hours.

    A job that ended and bytes that came are both progress.
    """

    def __init__(
        self, service: Service, received: Callable[[], int], monotonic: Callable[[], float]
    ) -> None:
        """Wait for ``begin``.

        Args:
            service: who runs this process.
            received: how many bytes have come so far.
            monotonic: seconds of a clock that never steps.
        """
        self._service = service
        self._received = received
        self._monotonic = monotonic
        self._bytes = received()
        self._progress_s = monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)

    def begin(self) -> None:
        """Beat from now on."""
        self._service.ready()
        self._thread.start()

    def end(self) -> None:
        """Beat no more, and say so."""
        self._over.set()
        self._service.stopping()

    def tick(self) -> None:
        """Hear that a job ended; on any thread."""
        self._progress_s = self._monotonic()

    def look(self) -> None:
        """Beat, unless nothing has got on for too long."""
        received = self._received()
        if received != self._bytes:
            self._bytes = received
            self.tick()
        if self._monotonic() - self._progress_s <= AGENT_S:
            self._service.beat()

    def _run(self) -> None:
        while not self._over.wait(BEAT_S):
            self.look()

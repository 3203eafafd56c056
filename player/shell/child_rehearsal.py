"""Rehearsal in a process of its own: what brings Qt down there does no harm here."""

import logging
import os
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Slot

logger = logging.getLogger(__name__)

LIMIT_MS: Final = 300_000
REFUSED: Final = 3
"""Exit code of a rehearsal that could not draw a kind of page; Python's own for an error is 1."""

_NICE: Final = 10


class ChildRehearsal(QObject):
    """Runs ``player.main.rehearsal``, one at a time.

    A crash or a refusal counts against the pack; a process that cannot be started, or ends for
    reasons of its own, does not: travellers must not lose good content to a machine in trouble.
    """

    def __init__(self, home: str, screen: str) -> None:
        """Run nothing yet.

        Args:
            home: folder of the packs.
            screen: the configuration, as JSON.
        """
        super().__init__()
        self._home = home
        self._screen = screen
        self._done: Callable[[bool], None] | None = None
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._errored)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LIMIT_MS)
        self._limit.timeout.connect(self._process.kill)

    def start(self, pack: str, done: Callable[[bool], None]) -> None:
        """Begin; ``done`` is told once whether every kind of page was drawn."""
        self._done = done
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        self._process.setProcessEnvironment(environment)
        words = ["-m", "player.main.rehearsal", self._home, pack]
        self._process.start(sys.executable, words)
        self._process.write(self._screen.encode())
        self._process.closeWriteChannel()
        self._limit.start()

    def close(self) -> None:
        """End what runs; nobody is told."""
        self._done = None
        self._limit.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        crashed = status is QProcess.ExitStatus.CrashExit
        if code and not crashed and code != REFUSED:
            logger.warning("the rehearsal could not be held", extra={"code": code})
        self._tell(not crashed and code != REFUSED)

    @Slot(QProcess.ProcessError)
    def _errored(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            logger.warning("the rehearsal could not be started")
            self._tell(True)  # noqa: FBT003  (the answer)

    def _tell(self, drawn: bool) -> None:  # noqa: FBT001  (the answer)
        self._limit.stop()
        done, self._done = self._done, None
        if done is not None:
            done(drawn)


def lower_priority() -> None:
    """Let the screen have the processor first."""
    os.nice(_NICE)

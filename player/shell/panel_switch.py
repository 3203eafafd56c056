"""Runs the commands that switch a panel on and off (CEC, RS-232): one at a time, never waited for.

What fails is told once and tried again whenever ``again`` is called; nothing ever stops for it.
"""

import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from player.config.explain import one_line

logger = logging.getLogger(__name__)

LIMIT_S: Final = 10.0
"""A television answers CEC within two; an adapter that hangs does not answer at all."""

MOST_BYTES: Final = 4096
"""Of what a command prints that are looked at."""


class PanelSwitch(QObject):
    """The switch of one panel."""

    def __init__(self, on: Sequence[str], off: Sequence[str], limit_s: float = LIMIT_S) -> None:
        """Take the commands; nothing is run yet.

        Args:
            on: program and arguments; none: nothing is to be run.
            off: likewise.
            limit_s: after which a command is ended.
        """
        super().__init__()
        self._commands = {True: tuple(on), False: tuple(off)}
        self._wanted: bool | None = None
        self._done: bool | None = None
        self._running: bool | None = None
        self._failures = 0
        self._said = b""
        self._problem = ""
        # One for good: a process object for each run leaves some bytes behind.
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setWorkingDirectory("/")
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(round(limit_s * 1000))
        self._limit.timeout.connect(self._give_up)

    def turn(self, *, is_on: bool) -> None:
        """Switch the panel on or off; while a command runs, the last wish waits for its end."""
        self._wanted = is_on
        self._go_on()

    def again(self) -> None:
        """Try again what failed."""
        self._go_on()

    def close(self) -> None:
        """End what runs, and run nothing more."""
        self._wanted = self._done = None
        self._process.blockSignals(True)  # noqa: FBT003  (Qt's own)
        self._limit.stop()
        self._process.kill()
        self._process.waitForFinished(1000)

    def _go_on(self) -> None:
        if self._running is not None or self._wanted is None or self._wanted is self._done:
            return
        command = self._commands[self._wanted]
        if not command:
            self._done = self._wanted
            return
        self._running, self._said, self._problem = self._wanted, b"", ""
        self._limit.start()
        self._process.start(command[0], command[1:])

    @Slot()
    def _listen(self) -> None:
        heard = bytes(self._process.readAllStandardOutput().data())
        self._said = (self._said + heard)[:MOST_BYTES]

    @Slot()
    def _give_up(self) -> None:
        self._problem = f"it took more than {self._limit.interval() / 1000:g} s"
        self._process.kill()

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        # Of the others ``finished`` tells as well.
        if error is QProcess.ProcessError.FailedToStart:
            self._problem = self._process.errorString()
            self._end(is_good=False)

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        is_good = status is QProcess.ExitStatus.NormalExit and code == 0 and not self._problem
        if not is_good and not self._problem:
            self._problem = f"it ended with {code}"
        self._listen()
        self._end(is_good=is_good)

    def _end(self, *, is_good: bool) -> None:
        self._limit.stop()
        ran, self._running = self._running, None
        self._tell(is_good=is_good, ran=ran is True)
        self._done = ran if is_good else None
        if is_good or ran is not self._wanted:
            self._go_on()

    def _tell(self, *, is_good: bool, ran: bool) -> None:
        said = {"to": "on" if ran else "off", "said": one_line(self._said.decode(errors="replace"))}
        if is_good:
            logger.info("panel switched", extra={**said, "failures_before": self._failures})
            self._failures = 0
            return
        self._failures += 1
        if self._failures == 1:
            logger.warning("panel cannot be switched", extra={**said, "reason": self._problem})

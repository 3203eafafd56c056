"""A small service manager: starts a process again whenever it ends, and keeps its watchdog.

What systemd does for a unit of ``Type=notify`` with ``Restart=always`` and ``WatchdogSec``, as far
as a player can see: a socket to talk to, SIGABRT (and SIGCONT, so that it arrives) when it is
silent for too long, SIGKILL when that does not help, and a fresh start after each end.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player import clock

WATCHDOG_S: Final = 5.0
"""What the unit says: silence for so long is death."""

RESTART_S: Final = 0.2
ABORT_S: Final = 1.0
TURN_S: Final = 0.05


@dataclass
class Warden:
    """Keeps one command running.

    Attributes:
        command: with its words.
        environment: of the command, whole.
        log: file its standard error goes to.
        watchdog_s: silence for so long is death; None: nobody listens.
        process: the one that runs.
        starts: how often one was started.
        begun_s: when the one that runs was, in seconds of the monotonic clock.
        said: all that was told, in order, and when, in seconds of the monotonic clock.
        ends: exit codes, in order; negative for a signal.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    watchdog_s: float | None = WATCHDOG_S
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0
    begun_s: float = 0.0
    said: list[tuple[float, str]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def told(self, word: str, since_s: float = 0.0) -> float | None:
        """Return when ``word`` was told first, from ``since_s`` on; None: it was not."""
        return next((at for at, what in list(self.said) if what == word and at >= since_s), None)

    @property
    def pid(self) -> int:
        """Of the process that runs."""
        return self.process.pid if self.process is not None else 0

    def keep(self) -> None:
        """Keep it running until ``end``; on a thread of its own."""
        with tempfile.TemporaryDirectory(prefix="gate-player-warden-") as folder:
            path = str(Path(folder) / "notify")
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
                ear.bind(path)
                ear.settimeout(TURN_S)
                while not self._over.is_set():
                    self._run(ear, path)

    def until(self, holds: Callable[[], bool], within_s: float) -> float:
        """Wait until something holds; return how long that took, in seconds.

        Raises:
            TimeoutError: it never did.
        """
        begin_s = clock.monotonic()
        while not holds():
            if clock.monotonic() - begin_s > within_s:
                raise TimeoutError(f"not within {within_s:g} s; it ended with {self.ends}")
            self._over.wait(TURN_S)
        return clock.monotonic() - begin_s

    def strike(self, blow: signal.Signals, is_back: Callable[[], bool], within_s: float) -> float:
        """Strike the process; return after how many seconds another one was well.

        Args:
            blow: the signal.
            is_back: whether the picture is there, once the process says that it is ready.
            within_s: when to give up.

        Raises:
            TimeoutError: it was not in time.
        """
        since_s = clock.monotonic()
        os.kill(self.pid, blow)
        self.until(lambda: self.told("READY=1", since_s) is not None and is_back(), within_s)
        return clock.monotonic() - since_s

    def end(self) -> None:
        """Ask the process to end, and start no other."""
        self._over.set()

    def _run(self, ear: socket.socket, path: str) -> None:
        own = {**self.environment, "NOTIFY_SOCKET": path}
        if self.watchdog_s is not None:
            own["WATCHDOG_USEC"] = str(round(self.watchdog_s * 1e6))
        with self.log.open("ab") as errors:
            process = subprocess.Popen(self.command, env=own, stderr=errors)
        # Last, for it tells whoever counts that the other two are of this one.
        self.process, self.begun_s = process, clock.monotonic()
        self.starts += 1
        heard_s: float | None = None
        is_asked = False
        while process.poll() is None:
            if self._over.is_set() and not is_asked:
                is_asked, heard_s = True, None
                process.terminate()
            heard_s = self._listen(ear, heard_s)
            is_silent = heard_s is not None and self.watchdog_s is not None
            if is_silent and clock.monotonic() - (heard_s or 0) > (self.watchdog_s or 0):
                self._abort(process)
        self.ends.append(process.wait())
        self._over.wait(RESTART_S)

    def _listen(self, ear: socket.socket, heard_s: float | None) -> float | None:
        """Return when it spoke last; a process that is not ready yet is not waited for."""
        try:
            words = ear.recv(4096).decode().splitlines()
        except TimeoutError:
            return heard_s
        now_s = clock.monotonic()
        self.said += [(now_s, word) for word in words]
        if "READY=1" in words or ("WATCHDOG=1" in words and heard_s is not None):
            return now_s
        return heard_s

    def _abort(self, process: subprocess.Popen[bytes]) -> None:
        self.said.append((clock.monotonic(), "(silent)"))
        process.send_signal(signal.SIGABRT)
        process.send_signal(signal.SIGCONT)
        try:
            process.wait(ABORT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def kept(warden: Warden) -> Iterator[Warden]:
    """Have a warden keep its command running for as long as a ``with`` block lasts."""
    thread = threading.Thread(target=warden.keep, daemon=True)
    thread.start()
    try:
        yield warden
    finally:
        warden.end()
        thread.join()


def player_command(*words: str) -> list[str]:
    """Return the command of the player."""
    return [sys.executable, "-m", "player", *words]


def environment(display: str, **more: str) -> dict[str, str]:
    """Return the environment of a player on that X display, unless ``more`` says another one."""
    return {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", **more}

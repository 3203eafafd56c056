"""The service manager that runs this process: told how it fares, if there is one.

Plain datagrams to the socket that ``NOTIFY_SOCKET`` names; without one, nothing. The variables are
taken out of the environment, so that no child speaks in this process's name.
"""

import logging
import os
import socket
import sys
from collections.abc import Mapping, MutableMapping
from typing import Final, NoReturn

from player.health.pulse import ALIVE, READY, STOPPING, address, status, watchdog_s

logger = logging.getLogger(__name__)

AGAIN: Final = 75
"""Exit code of a process that is to be started again (EX_TEMPFAIL of sysexits.h)."""


class Service:
    """One process's line to its service manager; every call is harmless without one."""

    def __init__(
        self,
        environment: MutableMapping[str, str],
        own_pid: int | None = None,
    ) -> None:
        """Take the line over.

        Args:
            environment: of this process; loses the variables that are meant for it alone.
            own_pid: None: this process's.
        """
        names = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
        where, usec, pid = (environment.pop(name, "") for name in names)
        self._address = address(where)
        self._said = b""
        self._is_ready = False
        self.interval_s = watchdog_s(usec, pid, own_pid or os.getpid())
        """How often the watchdog wants to hear; None: nobody waits."""

    @property
    def is_there(self) -> bool:
        """Whether a service manager runs this process, and so starts it again."""
        return self._address is not None

    def ready(self) -> None:
        """Say once that the work has begun."""
        if not self._is_ready:
            self._is_ready = True
            self._send(READY)

    def beat(self) -> None:
        """Say that all is well, if anybody waits for it."""
        if self.interval_s is not None:
            self._send(ALIVE)

    def say(self, sentence: str) -> None:
        """Tell people how the process fares, unless that was told last."""
        told = status(sentence)
        if told != self._said:
            self._said = told
            self._send(told)

    def stopping(self) -> None:
        """Say that the end has begun."""
        self._send(STOPPING)

    def _send(self, message: bytes) -> None:
        if self._address is None:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.settimeout(0)
                line.sendto(message, self._address)
        except OSError as e:
            # Whoever does not hear will act by himself; a full queue is emptied soon.
            logger.debug("the service manager does not hear", extra={"reason": str(e)})


def begin_again(environment: Mapping[str, str]) -> NoReturn:
    """Put a fresh process of the same command in this one's place, with that environment."""
    logger.info("begins again")
    logging.shutdown()
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606  (no shell is wanted)

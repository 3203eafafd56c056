"""Show's end of one worker: its process and the socket to it. Never waits for the worker."""

import signal
import socket
from collections.abc import Callable
from typing import Final

from player.video.launch import REAP_TIMEOUT_S, Order, WorkerProcess
from player.video.protocol import Command, Event, LineCutter, decode_event, encode

_RECEIVE_BYTES: Final = 65_536


class WorkerLink:
    """One worker, from its start to its end."""

    def __init__(
        self,
        launch: Callable[[Order], WorkerProcess],
        ring_fd: int,
        held: tuple[int, int] | None,
        next_serial: int,
    ) -> None:
        """Start a worker.

        Args:
            launch: starts the process.
            ring_fd: as in ``Order``, like the rest.
            held: the same.
            next_serial: the same.

        Raises:
            OSError: the system cannot start another process.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            try:
                self.process: Final = launch(Order(theirs.fileno(), ring_fd, held, next_serial))
            except OSError:
                ours.close()
                raise
        ours.settimeout(0)
        self._connection: Final = ours
        self._cutter: Final = LineCutter()
        self.fault: str | None = None
        """Why this worker is not believed or waited for any longer; None while all is well."""
        self.hung_up = False
        """True when it has closed its end, which only its death does."""

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when ``receive`` has something."""
        return self._connection.fileno()

    def send(self, command: Command) -> None:
        """Send a command; one that cannot be sent is a fault."""
        line = encode(command)
        try:
            sent = self._connection.send(line, socket.MSG_NOSIGNAL)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # it has died: ``receive`` will see the end of the stream
        if sent != len(line):
            self.fault = "the worker does not listen"

    def receive(self) -> tuple[Event, ...]:
        """Return what has come, as much as one call of the system gives."""
        try:
            received = self._connection.recv(_RECEIVE_BYTES)
        except BlockingIOError:
            return ()
        except OSError:
            received = b""
        if not received:
            self.hung_up = True
            return ()
        try:
            return tuple(map(decode_event, self._cutter.cut(received)))
        except ValueError as error:
            self.fault = str(error)
            return ()

    def held_bytes(self) -> int:
        """Return the memory the worker holds."""
        return self.process.held_bytes()

    def end(self) -> int | None:
        """Kill the worker and close the socket.

        Returns:
            Its exit status; None when it waits for a broken disk and must be reaped later.
        """
        self._connection.close()
        self.process.kill()
        return self.process.reap(REAP_TIMEOUT_S)


def describe(status: int | None) -> str:
    """Return an exit status as words for the log."""
    if status is None:
        return "not yet ended"
    if status >= 0:
        return f"exit {status}"
    # Real-time signals have no name, and a worker broken into may end itself by any.
    names = {number.value: number.name for number in signal.Signals}
    return names.get(-status, f"signal {-status}")

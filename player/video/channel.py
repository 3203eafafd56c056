"""The worker's end of the socket: whole lines out, checked commands in."""

import logging
import socket
from threading import Lock
from typing import Final

from player.video.protocol import Command, Event, LineCutter, decode_command, encode

_RECEIVE_BYTES: Final = 65_536
logger = logging.getLogger(__name__)


class Channel:
    """The worker's end of the socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection: Final = connection
        self._cutter: Final = LineCutter()
        self._lock: Final = Lock()

    def send(self, event: Event) -> None:
        """Send one event, whole; any thread. An event show will never read is dropped."""
        try:
            with self._lock:
                self._connection.sendall(encode(event), socket.MSG_NOSIGNAL)
        except OSError:
            # Show is gone; the listening thread sees that too and ends the process.
            logger.debug("event not sent", exc_info=True)

    def receive(self) -> tuple[Command, ...] | None:
        """Wait for commands.

        Returns:
            None when show has closed the socket.

        Raises:
            ValueError: what came is no command.
        """
        try:
            received = self._connection.recv(_RECEIVE_BYTES)
        except OSError:
            return None
        if not received:
            return None
        return tuple(map(decode_command, self._cutter.cut(received)))

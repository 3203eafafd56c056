"""A deadline for a whole transfer, from the first byte of the request to the last of the answer.

Timeouts of sockets count from byte to byte: a server that sends one a second, of its headers or of
its body, would keep us for ever. Here a socket is shut down at the deadline, whatever is read from
it just then.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection


class Deadline:
    """Ends what goes over its sockets after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.has_passed = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def start(self) -> None:
        """Count from now."""
        self._timer.start()

    def cancel(self) -> None:
        """Never pass."""
        self._timer.cancel()

    def watch(self, sock: socket.socket) -> None:
        """End this one, too."""
        with self._lock:
            self._sockets.append(sock)
            if self.has_passed:
                _shut(sock)

    def _pass(self) -> None:
        with self._lock:
            self.has_passed = True
            for sock in self._sockets:
                _shut(sock)


_running = threading.local()


@contextmanager
def within(seconds: float) -> Iterator[Deadline]:
    """Give this thread's transfers so many seconds in all."""
    deadline = Deadline(seconds)
    _running.deadline = deadline
    deadline.start()
    try:
        yield deadline
    finally:
        deadline.cancel()
        _running.deadline = None


class WatchedAdapter(HTTPAdapter):
    """Makes connections that know of the deadline of the thread that uses them."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as requests has it)
        """Make the pools."""
        super().init_poolmanager(*args, **kwargs)
        _teach(self.poolmanager)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (as requests has it)
        """Make the pools that go through a proxy."""
        manager = super().proxy_manager_for(*args, **kwargs)
        _teach(manager)
        return manager


class _WatchedConnection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _watch(self)

    def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as urllib3 has it)
        _watch(self)
        super().request(*args, **kwargs)


class _WatchedTlsConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        # Before TLS begins: a handshake can be slow, too.
        sock = super()._new_conn()
        _watch_socket(sock)
        return sock

    def connect(self) -> None:
        super().connect()
        _watch(self)

    def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as urllib3 has it)
        _watch(self)
        super().request(*args, **kwargs)


class _WatchedPool(HTTPConnectionPool):
    ConnectionCls = _WatchedConnection


class _WatchedTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTlsConnection


def _teach(manager: PoolManager) -> None:
    manager.pool_classes_by_scheme = {"http": _WatchedPool, "https": _WatchedTlsPool}


def _watch(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        _watch_socket(connection.sock)


def _watch_socket(sock: socket.socket) -> None:
    deadline: Deadline | None = getattr(_running, "deadline", None)
    if deadline is not None:
        deadline.watch(sock)


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)

"""A deadline for a whole transfer, from the first byte of the request to the last of the answer.

Timeouts of sockets count from byte to byte: a server that sends one a second, of its headers or of
its body, would keep us for ever. Here a socket is shut down at the deadline, whatever is read from
it just then.
"""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from player import clock
from player.refresh.address import addresses


class Deadline:
    """Ends what goes over its sockets after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.has_passed = False
        self._ends_at = clock.monotonic() + seconds
        self._lock = threading.Lock()
        self._watched: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    @property
    def left_s(self) -> float:
        """Seconds until it passes."""
        return max(0.0, self._ends_at - clock.monotonic())

    def start(self) -> None:
        """Count from now."""
        self._timer.start()

    def cancel(self) -> None:
        """Never pass."""
        self._timer.cancel()
        with self._lock:
            for sock in self._watched:
                sock.close()
            self._watched.clear()

    def watch(self, sock: socket.socket) -> None:
        """End this one, too."""
        # A descriptor of our own: TLS takes the socket's away before its handshake, which can be
        # slow, and a number that was closed may by then be another file's.
        own = socket.socket(sock.family, sock.type, sock.proto, fileno=os.dup(sock.fileno()))
        with self._lock:
            self._watched.append(own)
            if self.has_passed:
                _shut(own)

    def _pass(self) -> None:
        with self._lock:
            self.has_passed = True
            for sock in self._watched:
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


class _Watching(HTTPConnection):
    """Reaches its server, and talks to it, within the deadline of the thread that uses it."""

    def _new_conn(self) -> socket.socket:
        deadline = _present()
        if deadline is None:
            return super()._new_conn()
        name, patience = self._dns_host, self.timeout
        try:
            sock = self._reach(name, deadline)
        finally:
            self._dns_host, self.timeout = name, patience
        sock.settimeout(patience if isinstance(patience, int | float) else None)
        # Before TLS or a proxy's answer: those can be slow, too.
        deadline.watch(sock)
        return sock

    def _reach(self, name: str, deadline: Deadline) -> socket.socket:
        patience = self.timeout if isinstance(self.timeout, int | float) else deadline.seconds
        try:
            found = addresses(name, self.port, min(patience, deadline.left_s))
        except socket.gaierror as e:
            raise NameResolutionError(name, self, e) from e
        except TimeoutError as e:
            raise ConnectTimeoutError(self, f"{name}: {e}") from e
        failed: Exception = NewConnectionError(self, f"{name} has no address")
        for tried, address in enumerate(found):
            self._dns_host = address
            self.timeout = min(patience, deadline.left_s / (len(found) - tried)) or 0.001
            try:
                return super()._new_conn()
            except (ConnectTimeoutError, NewConnectionError) as e:
                failed = e
        raise failed

    def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as urllib3 has it)
        # A connection kept from an earlier transfer.
        deadline = _present()
        if deadline is not None and self.sock is not None:
            deadline.watch(self.sock)
        super().request(*args, **kwargs)


class _WatchedTls(_Watching, HTTPSConnection):
    pass


class _WatchedPool(HTTPConnectionPool):
    ConnectionCls = _Watching


class _WatchedTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


def _teach(manager: PoolManager) -> None:
    manager.pool_classes_by_scheme = {"http": _WatchedPool, "https": _WatchedTlsPool}


def _present() -> Deadline | None:
    return getattr(_running, "deadline", None)


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)

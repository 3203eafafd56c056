"""A web server on the loopback that misbehaves as it is told, path by path.

It speaks bytes, not HTTP: what a script sends is what goes over the wire, so that an answer can be
wrong in any way. A script that hangs waits for the server's end or the client's, never for a time.
"""

import hashlib
import re
import select
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Self

CRLF = b"\r\n"
_READ_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: path without its first slash, headers by small names."""

    path: str
    headers: Mapping[str, str]

    @property
    def first_byte(self) -> int:
        """Where its Range begins; 0 without one."""
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("range", ""))
        return int(found[1]) if found else 0


@dataclass(frozen=True, slots=True)
class Line:
    """The connection a script writes to."""

    socket: socket.socket
    ended: threading.Event

    def send(self, raw: bytes) -> None:
        """Send bytes as they are."""
        self.socket.sendall(raw)

    def head(self, status: str, *headers: str) -> None:
        """Send a status line and headers."""
        self.send("".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers, "")).encode())

    def hang(self, seconds: float | None = None) -> bool:
        """Wait; return True when either end is done, False when the time is over first."""
        rounds = 0.0
        while not self.ended.is_set():
            step = 0.02 if seconds is None else min(0.02, seconds)
            readable, _, _ = select.select([self.socket], [], [], step)
            if readable and not self.socket.recv(_READ_BYTES):
                return True
            rounds += step
            if seconds is not None and rounds >= seconds:
                return False
        return True

    def drip(self, raw: bytes, seconds: float = 0.02) -> None:
        """Send byte by byte, for ever: ``raw`` again and again."""
        while True:
            for byte in raw:
                self.send(bytes([byte]))
                if self.hang(seconds):
                    return

    def reset(self) -> None:
        """Cut the connection, with a RST."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


Script = Callable[[Line, Asked], object]
"""Answers one request; the connection ends after it unless it returns True."""


@dataclass(slots=True)
class LoopbackOrigin:
    """What it serves and what it was asked.

    Attributes:
        files: path -> bytes, served well: Range, If-Range, ETag, 304, 404, 416.
        scripts: path -> script instead; ``*`` for all other paths.
        asked: every request, in order.
        sent: bytes of bodies of ``files``.
        connections: how many were made.
        on_connect: runs before a request is read.
    """

    port: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    sent: int = 0
    connections: int = 0
    on_connect: Callable[[Line], object] | None = None
    ended: threading.Event = field(default_factory=threading.Event)
    _open: set[socket.socket] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/"

    @classmethod
    @contextmanager
    def serving(cls) -> Iterator[Self]:
        """Serve until the block ends."""
        origin = cls()

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                origin.connections += 1
                self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                origin._open.add(self.request)
                with suppress(OSError):
                    origin._converse(Line(self.request, origin.ended))
                origin._open.discard(self.request)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = False
            request_queue_size = 64

        with Server(("127.0.0.1", 0), Handler) as server:
            origin.port = server.server_address[1]
            thread = threading.Thread(target=lambda: server.serve_forever(0.02))
            thread.start()
            try:
                yield origin
            finally:
                origin.ended.set()
                server.shutdown()
                thread.join()
                # A script may be in the middle of sending to a client that reads no more.
                for left in tuple(origin._open):
                    with suppress(OSError):
                        left.shutdown(socket.SHUT_RDWR)

    def _converse(self, line: Line) -> None:
        if self.on_connect is not None:
            self.on_connect(line)
        while (asked := self._hear(line)) is not None:
            self.asked.append(asked)
            script = self.scripts.get(asked.path) or self.scripts.get("*") or self.serve
            if script(line, asked) is not True:
                return

    def _hear(self, line: Line) -> Asked | None:
        raw = b""
        while CRLF * 2 not in raw:
            while not self.ended.is_set():
                if select.select([line.socket], [], [], 0.02)[0]:
                    break
            piece = b"" if self.ended.is_set() else line.socket.recv(_READ_BYTES)
            if not piece:
                return None
            raw += piece
        first, *rest = raw.partition(CRLF * 2)[0].decode("latin-1").split("\r\n")
        pairs = (text.partition(":") for text in rest)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        target = first.split()[1]
        return Asked(re.sub(r"^(http://[^/]*)?/", "", target), headers)

    def serve(self, line: Line, asked: Asked) -> bool:
        """Answer as a good server does."""
        raw = self.files.get(asked.path)
        if raw is None:
            line.head("404 Not Found", "Content-Length: 0")
            return True
        tag = f'"{hashlib.sha256(raw).hexdigest()[:16]}"'
        if asked.headers.get("if-none-match") == tag:
            line.head("304 Not Modified", f"ETag: {tag}")
            return True
        begin = asked.first_byte if asked.headers.get("if-range", tag) == tag else 0
        if begin and begin >= len(raw):
            line.head("416 Range Not Satisfiable", "Content-Length: 0")
            return True
        status = "206 Partial Content" if begin else "200 OK"
        part = [f"Content-Range: bytes {begin}-{len(raw) - 1}/{len(raw)}"] if begin else []
        line.head(status, f"ETag: {tag}", f"Content-Length: {len(raw) - begin}", *part)
        self.sent += len(raw) - begin
        line.send(raw[begin:])
        return True


def answering(status: str, *headers: str, body: bytes = b"", length: int | None = None) -> Script:
    """Return a script: one answer, its Content-Length that of the body unless told."""

    def script(line: Line, _: Asked) -> None:
        said = len(body) if length is None else length
        line.head(status, *headers, f"Content-Length: {said}", "Connection: close")
        line.send(body)

    return script

"""A repository on a web server, object store or CDN.

One rule for every answer: exactly the bytes asked for, within a time, or a ``FetchError``. No
redirect is followed (a login page would be fetched as content), nothing is decompressed (a few
bytes could become gigabytes), no environment variable changes where we go.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Final, TypeVar

import requests
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from player.errors import FetchError, FetchHttpError, FetchTimeoutError, FetchTooLargeError
from player.refresh.deadline import Deadline, WatchedAdapter, within
from player.refresh.origin import Meter

PIECE_BYTES: Final = 64 * 1024
CONNECTIONS: Final = 4
CONNECT_S: Final = 10.0
SLOWEST_BYTES_PER_S: Final = 2_000
"""A blob that comes slower than this is given up; what came is kept, and the next cycle goes on."""

_HEADERS: Final = {"User-Agent": "gate-player", "Accept-Encoding": "identity"}
_FOREIGN: Final = (requests.RequestException, HTTPError, HTTPException, OSError, ValueError)

_PART: Final = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\*|\d{1,18})", re.ASCII)
_STRONG_TAG: Final = re.compile(r'"[!#-~]{0,198}"')

T = TypeVar("T")


@dataclass(slots=True)
class _Remembered:
    validator: str | None
    raw: bytes


@dataclass(slots=True)
class HttpStream:
    """The body of an answer."""

    offset: int
    validator: str | None
    pieces: Iterator[bytes] = field(repr=False)

    def __iter__(self) -> Iterator[bytes]:
        """Yield pieces of at most 64 kB."""
        return self.pieces


class HttpOrigin:
    """Reads a repository below an address.

    Args:
        url: ``http`` or ``https`` address of the repository's folder.
        proxy: address of a proxy; empty: none.
        ca_file: certificates of those who may vouch for the server; None: the usual ones.
        deadline_s: for a small file, from the request to the last byte.
    """

    def __init__(
        self, url: str, *, proxy: str = "", ca_file: Path | None = None, deadline_s: float = 30.0
    ) -> None:
        self._base = url.rstrip("/") + "/"
        self._deadline_s = deadline_s
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self._session.headers.clear()
        self._session.headers.update(_HEADERS)
        self._session.verify = True if ca_file is None else str(ca_file)
        self._session.proxies = {"http": proxy, "https": proxy} if proxy else {}
        adapter = WatchedAdapter(pool_connections=CONNECTIONS, pool_maxsize=CONNECTIONS)
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)
        self._remembered: dict[str, _Remembered] = {}
        self.meter = Meter()
        self.server_time: datetime | None = None

    @property
    def name(self) -> str:
        """The address, without a password in it."""
        scheme, mark, rest = self._base.partition("://")
        return f"{scheme}{mark}{rest.rpartition('@')[2]}"

    def read(self, path: str, limit_bytes: int) -> bytes:
        """Return a small file; see ``Origin``."""
        # Asked for outright: the tags of many servers tell only seconds and sizes apart.
        raw, _ = self._small(path, limit_bytes, None)
        return raw

    def changed(self, path: str, limit_bytes: int) -> bytes | None:
        """Return a small file, None when it is what this object last got; see ``Origin``."""
        known = self._remembered.get(path)
        raw, validator = self._small(path, limit_bytes, known)
        self._remembered[path] = _Remembered(validator, raw)
        return None if known is not None and known.raw == raw else raw

    @contextmanager
    def open_at(
        self, path: str, offset: int, validator: str | None, size: int
    ) -> Iterator[HttpStream]:
        """Open a file of ``size`` bytes from ``offset`` on; see ``Origin``."""
        headers = {"Range": f"bytes={offset}-"} if offset else {}
        if offset and validator:
            headers["If-Range"] = validator
        seconds = max(self._deadline_s, (size - offset) / SLOWEST_BYTES_PER_S)
        with self._answer(path, headers, seconds) as (answer, deadline):
            begin = _begin(path, answer, offset)
            if begin:
                _check_part(path, answer, begin, size, validator)
            pieces = self._pieces(path, answer.raw, size - begin, deadline)
            yield HttpStream(begin, _validator(answer.headers), pieces)

    def _small(
        self, path: str, limit_bytes: int, known: _Remembered | None
    ) -> tuple[bytes, str | None]:
        headers = {"If-None-Match": known.validator} if known and known.validator else {}
        with self._answer(path, headers, self._deadline_s) as (answer, deadline):
            if known is not None and answer.status_code == HTTPStatus.NOT_MODIFIED:
                return known.raw, known.validator
            _begin(path, answer, 0)
            raw = b"".join(self._pieces(path, answer.raw, limit_bytes, deadline))
            return raw, _validator(answer.headers)

    @contextmanager
    def _answer(
        self, path: str, headers: Mapping[str, str], seconds: float
    ) -> Iterator[tuple[requests.Response, Deadline]]:
        self.meter.requests += 1
        timeout = (min(CONNECT_S, seconds), min(self._deadline_s, seconds))
        with within(seconds) as deadline:
            answer = self._told(
                path,
                deadline,
                lambda: self._session.get(
                    self._base + path,
                    headers=headers,
                    timeout=timeout,
                    stream=True,
                    allow_redirects=False,
                ),
            )
            try:
                self._note_time(answer.headers)
                yield answer, deadline
            finally:
                answer.close()

    def _pieces(
        self, path: str, raw: BaseHTTPResponse, limit_bytes: int, deadline: Deadline
    ) -> Iterator[bytes]:
        come = 0
        while piece := self._told(
            path, deadline, lambda: raw.read1(PIECE_BYTES, decode_content=False)
        ):
            come += len(piece)
            self.meter.bytes += len(piece)
            if come > limit_bytes:
                raise FetchTooLargeError(path, limit_bytes)
            yield piece
        if deadline.has_passed:
            raise _too_slow(path, deadline)
        if raw.length_remaining:
            raise FetchError(f"{path}: cut off, {raw.length_remaining} bytes before its end")

    def _told(self, path: str, deadline: Deadline, act: Callable[[], T]) -> T:
        """Run ``act``; what others raise comes out as ours."""
        try:
            return act()
        except _FOREIGN as e:
            if deadline.has_passed or isinstance(e, requests.Timeout):
                raise _too_slow(path, deadline) from e
            raise FetchError(f"{path}: {_in_words(e)}") from e

    def _note_time(self, headers: Mapping[str, str]) -> None:
        try:
            said = parsedate_to_datetime(headers.get("Date", ""))
        except (ValueError, TypeError, OverflowError):
            return
        self.server_time = said.astimezone(UTC) if said.tzinfo else said.replace(tzinfo=UTC)


def _begin(path: str, answer: requests.Response, offset: int) -> int:
    """Return where the body begins; raises FetchError unless it is one we asked for."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError(f"{path}: sent compressed, though nobody asked for that")
    match answer.status_code:
        case HTTPStatus.OK:
            return 0
        case HTTPStatus.PARTIAL_CONTENT if offset:
            return offset
        case status:
            raise FetchHttpError(path, status)


def _check_part(
    path: str, answer: requests.Response, offset: int, size: int, validator: str | None
) -> None:
    """Refuse a part of another place, or of another version of the file."""
    said = _PART.fullmatch(answer.headers.get("Content-Range", ""))
    if said is None or int(said[1]) != offset or int(said[2]) != size - 1:
        raise FetchError(f"{path}: the server sent another part than the one asked for")
    if said[3] not in {"*", str(size)}:
        raise FetchError(f"{path}: the server has {said[3]} bytes of it, {size} are wanted")
    sent = _validator(answer.headers)
    if validator is not None and sent is not None and sent != validator:
        raise FetchError(f"{path}: the server sent a part of another version")


def _validator(headers: Mapping[str, str]) -> str | None:
    """Return the strong entity tag, None when there is none that could be sent back."""
    tag = headers.get("ETag", "")
    return tag if _STRONG_TAG.fullmatch(tag) else None


def _too_slow(path: str, deadline: Deadline) -> FetchTimeoutError:
    return FetchTimeoutError(f"{path}: not here within {deadline.seconds:.0f} s")


def _in_words(error: BaseException) -> str:
    said = str(error)
    for sign, words in _SAYINGS.items():
        if sign in said:
            return words
    return f"the connection failed ({type(error).__name__})"


_SAYINGS: Final[Mapping[str, str]] = {
    "CERTIFICATE_VERIFY_FAILED": "the server's certificate is not valid; is the clock right?",
    "NameResolutionError": "the server's name cannot be found; is the network there?",
    "Connection refused": "the server refuses connections",
    "Network is unreachable": "there is no network",
    "ProxyError": "the proxy does not let us through",
    "Connection reset": "the connection was cut",
}

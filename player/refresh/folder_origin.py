"""A repository in a folder: a stick, a network drive, a folder beside.

A stick is put together by who knows whom: only plain files below the folder are read, no link is
followed, and a pipe in place of a file does not make us wait.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from player.errors import FetchError, FetchHttpError, FetchTooLargeError
from player.refresh.origin import Meter
from player.store.opening import open_below

PIECE_BYTES: Final = 64 * 1024
MISSING: Final = 404
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


@dataclass(slots=True)
class FolderStream:
    """An open file."""

    file: BinaryIO = field(repr=False)
    offset: int
    meter: Meter
    path: str
    size: int
    validator: str | None = None

    def __iter__(self) -> Iterator[bytes]:
        """Yield pieces of at most 64 kB."""
        come = self.offset
        try:
            while piece := self.file.read(PIECE_BYTES):
                come += len(piece)
                self.meter.bytes += len(piece)
                if come > self.size:
                    raise FetchTooLargeError(self.path, self.size)
                yield piece
        except OSError as e:
            raise FetchError(f"{self.path}: {e.strerror or e}") from e


class FolderOrigin:
    """Reads a repository from ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._latest: dict[str, bytes] = {}
        self.meter = Meter()

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._folder)

    @property
    def server_time(self) -> None:
        """A folder does not know the time."""

    def read(self, path: str, limit_bytes: int) -> bytes:
        """Return a small file; see ``Origin``."""
        with self.open_at(path, 0, None, limit_bytes) as stream:
            return b"".join(stream)

    def changed(self, path: str, limit_bytes: int) -> bytes | None:
        """Return a small file, None when it says what it said last; see ``Origin``."""
        raw = self.read(path, limit_bytes)
        if self._latest.get(path) == raw:
            return None
        self._latest[path] = raw
        return raw

    @contextmanager
    def open_at(
        self, path: str, offset: int, _validator: str | None, size: int
    ) -> Iterator[FolderStream]:
        """Open a file from ``offset`` on; see ``Origin``."""
        self.meter.requests += 1
        parts = path.split("/")
        if not all(parts) or {".", ".."} & set(parts) or "\0" in path:
            raise FetchError(f"{path}: no name of a file below {self._folder}")
        try:
            file = open_below(self._folder, *parts)
        except OSError as e:
            if e.errno in _NOT_THERE:
                raise FetchHttpError(path, MISSING) from e
            raise FetchError(f"{path}: {e.strerror or e}") from e
        with file:
            file.seek(offset)
            yield FolderStream(file, offset, self.meter, path, size)

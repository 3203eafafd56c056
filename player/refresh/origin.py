"""Origin: where the bytes of a repository come from, a web server or a folder on a stick.

Nothing an origin says is believed: who vouches for its bytes is ``trust``'s business.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(slots=True)
class Meter:
    """What was asked for and what came; also of attempts that failed."""

    requests: int = 0
    bytes: int = 0


class Stream(Protocol):
    """A body that is being received."""

    @property
    def offset(self) -> int:
        """Where in the file its bytes begin: 0 when the origin starts over."""
        ...

    @property
    def validator(self) -> str | None:
        """What names this version of the file, to go on with it later; None: nothing does."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """Yield pieces of at most 64 kB; raises FetchError."""
        ...


class Origin(Protocol):
    """A repository's files, by paths relative to its root, e.g. ``metadata/timestamp.json``.

    Every method raises FetchError, and nothing else, when bytes do not arrive.
    """

    @property
    def name(self) -> str:
        """What people call it; no passwords."""
        ...

    @property
    def meter(self) -> Meter:
        """What came from it so far."""
        ...

    @property
    def server_time(self) -> datetime | None:
        """The time of its latest answer by its own clock; None: it does not say."""
        ...

    def read(self, path: str, limit_bytes: int) -> bytes:
        """Return a small file.

        Raises:
            FetchHttpError: there is none (404, or 403 of an object store), or another status.
            FetchTooLargeError: it is longer than ``limit_bytes``.
            FetchTimeoutError: it came too slowly.
        """
        ...

    def changed(self, path: str, limit_bytes: int) -> bytes | None:
        """Return a small file, None when it is what this object last got; raises as ``read``."""
        ...

    def open_at(
        self, path: str, offset: int, validator: str | None, size: int
    ) -> AbstractContextManager[Stream]:
        """Open a large file of ``size`` bytes from ``offset`` on, if it still is that version."""
        ...

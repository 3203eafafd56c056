"""How long and how much a misbehaving server may cost, and one that misbehaves in its headers."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.fakes.loopback_origin import Asked, Line

PATH: Final = "metadata/timestamp.json"
LIMIT: Final = 16_384
DEADLINE_S: Final = 0.3
ENDS_WITHIN_S: Final = 2.0
"""The deadline, and what a busy machine adds to it."""

MEMORY_BYTES: Final = 16_000_000


@contextmanager
def bounded() -> Iterator[None]:
    """Fail when the block takes long or much memory."""
    tracemalloc.start()
    begun = time.monotonic()
    try:
        yield
        took, peak = time.monotonic() - begun, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert took < ENDS_WITHIN_S
    assert peak < MEMORY_BYTES


def slow_header(line: Line, _: Asked) -> None:
    """Send headers, a byte at a time."""
    line.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Wait: a\r\n" * 1000)

"""The pixels of a virtual display, read from the file Xvfb keeps them in.

Reading the file costs the programs on the display nothing and goes through no window, so what
is seen is what a panel would have been sent, whoever drew it.
"""

import mmap
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from virtual_display import SIZE, virtual_display

from bench.processes import pid_with_argument

HEADER: Final = struct.Struct(">25I")
COLOUR_BYTES: Final = 12
STEP: Final = 20
"""Every how manyth pixel of every how manyth row a sample takes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the pixels lie: byte offset of the first, bytes of a row, width and height."""

    offset: int
    stride: int
    width: int
    height: int


def parse_layout(header: bytes) -> Layout:
    """Read the head of a window dump.

    Args:
        header: the first 100 bytes.

    Source: XWDFile.h of the X Window System, version 7 of the format, always big-endian.
    """
    words = HEADER.unpack(header)
    return Layout(words[0] + words[19] * COLOUR_BYTES, words[12], words[4], words[5])


@dataclass(frozen=True, slots=True)
class Framebuffer:
    """A display that can be looked at.

    Attributes:
        display: its name for ``DISPLAY``.
        server: pid of its server.
        foot: height of a strip along its foot that never rests; samples leave it out.
    """

    display: str
    server: int
    layout: Layout
    memory: memoryview
    foot: int = 0

    @property
    def columns(self) -> int:
        """How many pixels of a row a sample has."""
        return -(-self.layout.width // STEP)

    def sample(self) -> bytes:
        """Return one pixel in 400, four bytes each, row by row."""
        rows = range(0, self.layout.height - self.foot, STEP)
        return b"".join(self._row(y).cast("I")[::STEP].tobytes() for y in rows)

    def row(self, y: int) -> bytes:
        """Return a row of pixels, four bytes (blue, green, red, unused) each."""
        return self._row(y).tobytes()

    def _row(self, y: int) -> memoryview:
        begin = self.layout.offset + y * self.layout.stride
        return self.memory[begin : begin + self.layout.width * 4]


@contextmanager
def watched_display(
    size: tuple[int, int] = SIZE, foot: int = 0, *options: str
) -> Iterator[Framebuffer]:
    """Start a virtual display whose pixels can be read, and stop it.

    Args:
        size: width and height in pixels.
        foot: see ``Framebuffer``.
        options: more arguments of Xvfb.

    Yields:
        The display, black as yet.
    """
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-bench-") as folder,
        virtual_display(size, "-nocursor", "-fbdir", folder, *options) as display,
        (Path(folder) / "Xvfb_screen0").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels,
        memoryview(pixels) as memory,
    ):
        layout = parse_layout(bytes(memory[: HEADER.size]))
        yield Framebuffer(display, pid_with_argument(folder), layout, memory, foot)

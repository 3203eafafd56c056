"""The frame ring: memory that show and its worker share, and nobody else can name.

An anonymous memory file (memfd) of fixed size. Show makes it and hands its descriptor to the
worker; sealed, so that a worker gone wild cannot shrink it under show's feet (SIGBUS). It
disappears with the last process that holds it, also after SIGKILL. Each slot is one page of
header and room for one frame. Who may touch which slot when is decided in ``slots``.

Source: DECISIONS.md, D-02 (why not ``multiprocessing.shared_memory``).
"""

import ctypes
import fcntl
import mmap
import os
import struct
from dataclasses import dataclass
from typing import Final, Self

from player.video.geometry import PIXEL_BYTES
from player.video.slots import SLOTS

_HEADER: Final = struct.Struct("<QIII")
_SEALS: Final = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL


@dataclass(frozen=True, slots=True)
class FrameHeader:
    """What one slot holds.

    Attributes:
        serial: number of the frame, 1, 2, 3 … over the life of the ring; 0 for never written.
        width: in pixels of four bytes: blue, green, red, 255.
        height: rows.
        stride: bytes from row to row.
    """

    serial: int
    width: int
    height: int
    stride: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture where it lies in the ring; unchanged until the reader takes another.

    Attributes:
        slot: where it lies.
        header: what it is.
        pixels: read-only bytes, ``stride * height`` of them; the view keeps the memory mapped.
    """

    slot: int
    header: FrameHeader
    pixels: memoryview


class FrameRing:
    """One side's view of the ring."""

    def __init__(self, fd: int, *, writable: bool) -> None:
        """Map a ring.

        Args:
            fd: of the memory file; owned by this object from now on.
            writable: True in the worker only.

        Raises:
            ValueError: the file is no ring.
        """
        size = os.fstat(fd).st_size
        self.slot_bytes: Final = size // SLOTS
        if self.slot_bytes <= mmap.PAGESIZE or self.slot_bytes % mmap.PAGESIZE:
            raise ValueError(f"not a frame ring: {size} bytes")
        self.fd: Final = fd
        self._is_closed = False
        access = mmap.ACCESS_WRITE if writable else mmap.ACCESS_READ
        # Never unmapped by hand: a texture of Qt may still point into it. It goes with the last
        # memoryview.
        self._memory = mmap.mmap(fd, size, access=access)

    @classmethod
    def create(cls, capacity_bytes: int) -> Self:
        """Make the memory and map it for reading; pages cost nothing until written.

        Args:
            capacity_bytes: room for one frame (``geometry.frame_bytes`` of the screen).

        Raises:
            OSError: the system has no memory or no descriptor left.
        """
        pages = 1 + -(-capacity_bytes // mmap.PAGESIZE)
        fd = os.memfd_create("gate-player-frames", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(fd, SLOTS * pages * mmap.PAGESIZE)
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, _SEALS)
        return cls(fd, writable=False)

    @property
    def capacity_bytes(self) -> int:
        """Room for the pixels of one frame."""
        return self.slot_bytes - mmap.PAGESIZE

    def address(self, slot: int) -> int:
        """Return where the pixels of ``slot`` begin, for libvlc; writable rings only."""
        start = slot * self.slot_bytes + mmap.PAGESIZE
        return ctypes.addressof(ctypes.c_char.from_buffer(self._memory, start))

    def write_header(self, slot: int, header: FrameHeader) -> None:
        """Say what ``slot`` holds, before its frame is offered; writable rings only."""
        values = (header.serial, header.width, header.height, header.stride)
        _HEADER.pack_into(self._memory, slot * self.slot_bytes, *values)

    def frame(self, slot: int, serial: int) -> Frame:
        """Read a slot that has been offered.

        The header is read once, and nothing in it is believed that leads outside the slot.

        Raises:
            ValueError: the slot does not hold this frame; the worker is not to be trusted.
        """
        if not 0 <= slot < SLOTS:
            raise ValueError(f"there is no slot {slot}")
        start = slot * self.slot_bytes
        header = FrameHeader(*_HEADER.unpack_from(self._memory, start))
        rows_fit = 0 < header.width * PIXEL_BYTES <= header.stride
        slot_fits = 0 < header.height * header.stride <= self.capacity_bytes
        aligned = header.stride % PIXEL_BYTES == 0
        if header.serial != serial or not (rows_fit and slot_fits and aligned):
            raise ValueError(f"slot {slot} does not hold frame {serial}: {header}")
        start += mmap.PAGESIZE
        pixels = memoryview(self._memory)[start : start + header.stride * header.height]
        return Frame(slot, header, pixels)

    def close(self) -> None:
        """Close the descriptor; frames already handed out stay readable. Safe to call twice."""
        if not self._is_closed:
            self._is_closed = True
            os.close(self.fd)

"""The worker's end of the ring: what becomes of libvlc's pictures.

Everything here but ``begin`` runs on threads of libvlc, between ``begin`` and the end of libvlc's
``stop``; it computes, copies and queues, and never calls libvlc (it is not re-entrant:
oaubert/python-vlc issue 77).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from player.video.frames import FrameHeader, FrameRing
from player.video.geometry import Fill, display_size, frame_size, stride_of
from player.video.protocol import Event, FrameAt, Opened
from player.video.scaler import Conversion, Scaler
from player.video.slots import SLOTS, SlotLedger

FULL_RANGE_CHROMA: Final = b"J420"


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be made of one clip.

    Attributes:
        clip: number of the playing.
        stored: width and height of its pictures, upright.
        sample_ratio: width : height of one of their pixels, upright; a zero means square.
        asked: size of the place on screen, in device pixels.
        fill: fit inside it or cover it.
    """

    clip: int
    stored: tuple[int, int]
    sample_ratio: tuple[int, int]
    asked: tuple[int, int]
    fill: Fill


class FrameWriter:
    """Gives libvlc memory to write into, makes frames of it and tells show."""

    def __init__(self, ring: FrameRing, ledger: SlotLedger, send: Callable[[Event], None]) -> None:
        """Write into ``ring``.

        Args:
            ring: writable.
            ledger: says which slots are free.
            send: tells show; any thread.
        """
        self._ring: Final = ring
        self._ledger: Final = ledger
        self._send: Final = send
        self._addresses: Final = tuple(map(ring.address, range(SLOTS)))
        self._target: Target | None = None
        self._scaler: Scaler | None = None
        self._made: int | None = None
        self._opened = False
        self.presented = 0
        self.dropped = 0

    def begin(self, target: Target) -> None:
        """Take the pictures of a new clip from now on; nothing may be playing."""
        self._target = target
        self._opened = False
        self.presented = self.dropped = 0

    def layout(self, chroma: bytes) -> Scaler:
        """Return memory for the pictures that libvlc is to deliver, as planar 4:2:0.

        Args:
            chroma: four characters, what libvlc would rather deliver.

        Raises:
            ValueError: nothing is to be played.
        """
        if self._target is None:
            raise ValueError("no clip has begun")
        conversion = _conversion(self._target, chroma, self._ring.capacity_bytes)
        if self._scaler is None or self._scaler.conversion != conversion:
            if self._scaler is not None:
                self._scaler.close()
            self._scaler = Scaler(conversion)
        return self._scaler

    @property
    def planes(self) -> tuple[int, ...]:
        """Addresses of that memory, plane by plane."""
        return () if self._scaler is None else self._scaler.addresses

    def convert(self) -> None:
        """Make a frame of the picture now in memory, if a slot is free."""
        if self._scaler is None or self._target is None:
            return
        if not self._opened:
            self._opened = True
            self._send(Opened(self._target.clip, *self._scaler.conversion.size))
        self._made = self._ledger.take()
        if self._made is not None:
            self._scaler.convert(self._addresses[self._made])

    def display(self) -> None:
        """Offer the frame made last to show: it is due now."""
        if self._scaler is None or self._target is None:
            return
        if self._made is None:  # show was late, both other slots are its own
            self.dropped += 1
            return
        slot, self._made = self._made, None
        serial = self._ledger.publish()
        width, height = self._scaler.conversion.size
        self._ring.write_header(slot, FrameHeader(serial, width, height, stride_of(width)))
        self.presented += 1
        self._send(FrameAt(self._target.clip, serial, slot))


def _conversion(target: Target, chroma: bytes, capacity_bytes: int) -> Conversion:
    shape = display_size(target.stored, target.sample_ratio)
    size = frame_size(shape, target.asked, target.fill, capacity_bytes)
    return Conversion(target.stored, chroma == FULL_RANGE_CHROMA, size)

"""What becomes of libvlc's pictures, callback by callback."""

import ctypes
import os
from collections.abc import Iterator

import pytest

from player.video.frames import FrameRing
from player.video.geometry import Fill, frame_bytes
from player.video.protocol import Event, FrameAt, Opened
from player.video.slots import SLOTS, SlotLedger
from player.video.writer import FrameWriter, Target

ASKED = (64, 36)
TARGET = Target(clip=3, stored=(32, 18), sample_ratio=(1, 1), asked=ASKED, fill=Fill.FIT)
WHITE = (235, 128, 128)


class Desk:
    """A writer on a ring, and everything it has said."""

    def __init__(self) -> None:
        self.ring = FrameRing.create(frame_bytes(*ASKED))
        self.ledger = SlotLedger({}, 1)
        self.said: list[Event] = []
        self.writing = FrameRing(os.dup(self.ring.fd), writable=True)
        self.writer = FrameWriter(self.writing, self.ledger, self.said.append)

    def close(self) -> None:
        """Close both sides of the ring."""
        self.ring.close()
        self.writing.close()

    def deliver(self, colour: tuple[int, int, int] = WHITE) -> None:
        """Do what libvlc does for one picture."""
        scaler = self.writer.layout(b"I420")
        for address, value, plane in zip(self.writer.planes, colour, range(3), strict=True):
            ctypes.memset(address, value, scaler.pitches[plane] * scaler.rows[plane])
        self.writer.convert()
        self.writer.display()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Return a writer whose clip has begun."""
    desk = Desk()
    desk.writer.begin(TARGET)
    yield desk
    desk.close()


def test_picture_becomes_a_frame_of_the_asked_size(desk: Desk) -> None:
    desk.deliver()
    assert desk.said == [Opened(3, *ASKED), FrameAt(3, 1, 0)]
    frame = desk.ring.frame(0, 1)
    assert (frame.header.width, frame.header.height) == ASKED
    assert min(frame.pixels) > 250


def test_clip_opens_once(desk: Desk) -> None:
    for _ in range(3):
        desk.deliver()
    assert [event for event in desk.said if isinstance(event, Opened)] == [Opened(3, *ASKED)]


def test_picture_is_dropped_when_show_owns_every_slot(desk: Desk) -> None:
    for _ in range(SLOTS + 2):
        desk.deliver()
    assert (desk.writer.presented, desk.writer.dropped) == (SLOTS, 2)
    desk.ledger.acknowledge(held=3, seen=3)
    desk.deliver()
    assert desk.said[-1] == FrameAt(3, SLOTS + 1, 0)


def test_picture_libvlc_prepares_and_does_not_show_is_no_frame(desk: Desk) -> None:
    desk.writer.layout(b"I420")
    desk.writer.convert()
    desk.writer.convert()
    desk.writer.display()
    assert desk.writer.presented == 1


def test_counts_begin_anew_with_each_clip(desk: Desk) -> None:
    desk.deliver()
    desk.writer.begin(Target(4, (18, 32), (1, 1), ASKED, Fill.FIT))
    assert (desk.writer.presented, desk.writer.dropped) == (0, 0)
    desk.deliver()
    assert Opened(4, 20, 36) in desk.said


def test_memory_is_kept_while_the_shape_stays(desk: Desk) -> None:
    """The layout is asked for up to three times per clip."""
    assert desk.writer.layout(b"VAOP") is desk.writer.layout(b"I420")
    assert desk.writer.layout(b"J420").conversion.full_range


def test_nothing_is_laid_out_before_a_clip() -> None:
    desk = Desk()
    desk.close()
    desk.writer.convert()
    desk.writer.display()
    with pytest.raises(ValueError, match="no clip"):
        desk.writer.layout(b"I420")
    assert (desk.said, desk.writer.planes) == ([], ())

"""The shared memory: two sides of one ring."""

import ctypes
import mmap
import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.video.frames import Frame, FrameHeader, FrameRing
from player.video.slots import SLOTS, SlotLedger

WIDTH, HEIGHT, STRIDE = 16, 4, 64
BYTES = STRIDE * HEIGHT
GOOD = FrameHeader(serial=5, width=WIDTH, height=HEIGHT, stride=STRIDE)


class TwoSides:
    """A ring with its reader and its writer in one process."""

    def __init__(self, capacity_bytes: int = BYTES) -> None:
        self.reader = FrameRing.create(capacity_bytes)
        self.writer = FrameRing(os.dup(self.reader.fd), writable=True)

    def fill(self, slot: int, value: int, count: int = BYTES) -> None:
        """Write the first bytes of a slot."""
        ctypes.memset(self.writer.address(slot), value, count)

    def close(self) -> None:
        """Close both."""
        self.reader.close()
        self.writer.close()


@pytest.fixture
def sides() -> Iterator[TwoSides]:
    """Return a ring for frames of 16 x 4 pixels."""
    both = TwoSides()
    yield both
    both.close()


def test_frame_arrives_as_it_was_written(sides: TwoSides) -> None:
    sides.fill(1, 0xAB)
    sides.writer.write_header(1, GOOD)
    frame = sides.reader.frame(1, 5)
    assert frame.header == GOOD
    assert bytes(frame.pixels) == b"\xab" * BYTES


def test_last_byte_of_a_slot_is_not_the_next_ones(sides: TwoSides) -> None:
    for slot in range(SLOTS):
        sides.fill(slot, slot + 1, sides.writer.capacity_bytes)
        sides.writer.write_header(slot, GOOD)
    for slot in range(SLOTS):
        assert set(sides.reader.frame(slot, 5).pixels) == {slot + 1}


def test_reader_cannot_write(sides: TwoSides) -> None:
    sides.writer.write_header(0, GOOD)
    assert sides.reader.frame(0, 5).pixels.readonly


def test_worker_cannot_take_the_memory_away(sides: TwoSides) -> None:
    """A shorter file under a mapping is SIGBUS for whoever reads it."""
    for size in (0, 1 << 20):
        with pytest.raises(PermissionError):
            os.ftruncate(sides.writer.fd, size)


def test_frame_outlives_the_closed_ring() -> None:
    sides = TwoSides()
    sides.fill(0, 7)
    sides.writer.write_header(0, GOOD)
    frame = sides.reader.frame(0, 5)
    sides.close()
    sides.reader.close()
    assert set(frame.pixels) == {7}


@pytest.mark.parametrize(
    "header",
    [
        FrameHeader(4, WIDTH, HEIGHT, STRIDE),  # another frame
        FrameHeader(5, 0, HEIGHT, STRIDE),
        FrameHeader(5, WIDTH, 0, STRIDE),
        FrameHeader(5, WIDTH + 1, HEIGHT, STRIDE),  # rows overlap
        FrameHeader(5, WIDTH, HEIGHT, STRIDE + 2),
        FrameHeader(5, WIDTH, mmap.PAGESIZE, STRIDE),  # out of the slot
        FrameHeader(5, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFC),
    ],
)
def test_header_that_leads_outside_its_slot_is_refused(
    sides: TwoSides, header: FrameHeader
) -> None:
    sides.writer.write_header(0, header)
    with pytest.raises(ValueError, match="does not hold frame 5"):
        sides.reader.frame(0, 5)


def test_slot_that_does_not_exist_is_refused(sides: TwoSides) -> None:
    with pytest.raises(ValueError, match="no slot"):
        sides.reader.frame(SLOTS, 1)


def test_file_that_is_no_ring_is_refused() -> None:
    fd = os.memfd_create("other")
    os.ftruncate(fd, mmap.PAGESIZE)
    with pytest.raises(ValueError, match="not a frame ring"):
        FrameRing(fd, writable=False)
    os.close(fd)


class Conversation:
    """Writer and reader, each step of theirs by itself, messages in flight between them."""

    def __init__(self) -> None:
        self.sides = TwoSides()
        self.ledger = SlotLedger({}, 1)
        self.offers: list[tuple[int, int]] = []
        self.acknowledgements: list[tuple[int, int]] = []
        self.held: Frame | None = None
        self.dropped = 0

    def write(self) -> None:
        """Make half a picture: what a reader of the slot would see as torn."""
        slot = self.ledger.take()
        if slot is None:
            self.dropped += 1
        else:
            self.sides.fill(slot, 0xFF, BYTES // 2)

    def publish(self) -> None:
        """Finish the picture and offer it."""
        slot = self.ledger._writing
        if slot is not None:
            serial = self.ledger.publish()
            self.sides.fill(slot, serial % 251)
            header = FrameHeader(serial, WIDTH, HEIGHT, STRIDE)
            self.sides.writer.write_header(slot, header)
            self.offers.append((serial, slot))

    def take_newest(self) -> None:
        """Read all offers and take the last; the others are passed over."""
        if self.offers:
            serial, slot = self.offers[-1]
            self.offers.clear()
            self.held = self.sides.reader.frame(slot, serial)
            self.acknowledgements.append((serial, serial))

    def deliver(self) -> None:
        """Let one acknowledgement reach the writer."""
        if self.acknowledgements:
            self.ledger.acknowledge(*self.acknowledgements.pop(0))


@given(st.lists(st.sampled_from(("write", "publish", "take_newest", "deliver")), max_size=60))
def test_frame_on_screen_is_whole_whatever_the_order_of_steps(steps: list[str]) -> None:
    """Neither side waits for the other, and messages may be late."""
    talk = Conversation()
    try:
        for step in steps:
            getattr(talk, step)()
            if talk.held is not None:
                assert set(talk.held.pixels) == {talk.held.header.serial % 251}
    finally:
        talk.sides.close()


def test_reader_that_keeps_up_loses_nothing() -> None:
    talk = Conversation()
    for _ in range(100):
        talk.write()
        talk.publish()
        talk.take_newest()
        talk.deliver()
    assert talk.dropped == 0
    talk.sides.close()

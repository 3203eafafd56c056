"""Whose each slot is."""

import pytest

from player.video.slots import SLOTS, SlotLedger


def test_writer_gets_a_slot_until_the_reader_owns_them_all() -> None:
    ledger = SlotLedger({}, 1)
    taken = []
    for _ in range(SLOTS):
        taken.append(ledger.take())
        ledger.publish()
    assert sorted(slot for slot in taken if slot is not None) == list(range(SLOTS))
    assert ledger.take() is None


def test_slot_taken_and_not_published_is_handed_out_again() -> None:
    ledger = SlotLedger({}, 1)
    assert ledger.take() == ledger.take()


def test_frame_on_screen_keeps_its_slot() -> None:
    ledger = SlotLedger({}, 1)
    slots = []
    for _ in range(SLOTS):
        slots.append(ledger.take())
        ledger.publish()
    ledger.acknowledge(held=2, seen=2)
    assert ledger.take() == slots[0]
    ledger.publish()
    assert ledger.take() is None


def test_frame_passed_over_gives_its_slot_back() -> None:
    ledger = SlotLedger({}, 1)
    for _ in range(2):
        ledger.take()
        ledger.publish()
    ledger.acknowledge(held=0, seen=2)
    assert {ledger.take()} <= set(range(SLOTS))


def test_frame_left_on_screen_by_an_earlier_worker_is_not_overwritten() -> None:
    ledger = SlotLedger({1: 40}, 50)
    taken = []
    for _ in range(SLOTS - 1):
        taken.append(ledger.take())
        assert ledger.publish() == 49 + len(taken)
    assert taken == [0, 2]
    assert ledger.take() is None
    ledger.acknowledge(held=51, seen=51)
    assert ledger.take() == 0


def test_nothing_is_published_that_was_not_written() -> None:
    with pytest.raises(ValueError, match="no slot"):
        SlotLedger({}, 1).publish()

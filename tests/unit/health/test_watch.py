"""What counts as a fault: seen frames, due pages and moving slots, each within its time."""

from dataclasses import replace

import pytest

from player.health.watch import LIMITS_S, Fault, Waits, faults

FIELDS = {
    Fault.DISPLAY_AWAY: "display_s",
    Fault.DISPLAY_STILL: "frame_s",
    Fault.PAGE_LATE: "page_s",
    Fault.PROGRAMME_STILL: "slot_s",
}


def test_player_that_waits_for_nothing_is_well() -> None:
    assert faults(Waits()) == frozenset()


@pytest.mark.parametrize("fault", list(LIMITS_S))
def test_each_wait_becomes_its_own_fault_beyond_its_limit(fault: Fault) -> None:
    within = replace(Waits(), **{FIELDS[fault]: LIMITS_S[fault]})
    beyond = replace(Waits(), **{FIELDS[fault]: LIMITS_S[fault] + 0.1})
    assert (faults(within), faults(beyond)) == (frozenset(), frozenset({fault}))


def test_faults_do_not_hide_each_other() -> None:
    assert faults(Waits(60, 60, 60, 60)) == frozenset(LIMITS_S)

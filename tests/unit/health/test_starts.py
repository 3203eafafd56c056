"""How a player ended, and when its starts are a loop."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.health.starts import (
    KEPT,
    LOOP,
    SAFE_S,
    Ending,
    begin,
    end,
    forgiven,
    rest,
    rested,
    safe_left_s,
)
from player.store.recovery import End, Moment, Recovery
from tests.fakes.moments import at

SEGV = "Fatal Python error: Segmentation fault\n\nCurrent thread 0x1:\n"
ABORT = "Fatal Python error: Aborted\n\nCurrent thread 0x1:\n"
YEARS = timedelta(days=4000)


def starts_at(*moments: Moment) -> Recovery:
    """Return what is remembered after starts that nobody asked to end."""
    recovery = Recovery()
    for moment in moments:
        recovery = begin(recovery, moment)
    return recovery


@pytest.mark.parametrize(
    ("crash", "boot", "expected"),
    [
        ("", "first-boot", Ending(End.KILLED)),
        ("", "second-boot", Ending(End.POWER)),
        (SEGV, "first-boot", Ending(End.CRASH, "Segmentation fault")),
        (SEGV, "second-boot", Ending(End.CRASH, "Segmentation fault")),
        (ABORT, "first-boot", Ending(End.WATCHDOG, "Aborted")),
        ("\x00\x01", "first-boot", Ending(End.CRASH, "\x00\x01")),
    ],
)
def test_end_is_judged_by_what_was_left_behind(crash: str, boot: str, expected: Ending) -> None:
    recovery = begin(starts_at(at(10)), at(20, boot), crash)
    assert (recovery.starts[0].end, recovery.starts[0].reason) == (expected.end, expected.reason)
    assert recovery.starts[0].ended == at(20, boot)


def test_end_that_was_noted_is_believed() -> None:
    ended = end(starts_at(at(10)), at(15), Ending(End.PLANNED, "told to"))
    recovery = begin(ended, at(20), SEGV)
    assert (recovery.starts[0].end, recovery.starts[0].ended) == (End.PLANNED, at(15))


def test_fifth_start_that_nobody_asked_for_within_ten_minutes_is_a_loop() -> None:
    moments = [at(10 + 100 * number) for number in range(6)]
    assert starts_at(*moments[:5]).safety is None
    looping = starts_at(*moments)
    assert looping.safety is not None
    assert (looping.safety.reason, looping.safety.begun) == (LOOP, moments[-1])


def test_starts_further_apart_are_no_loop() -> None:
    assert starts_at(*(at(10 + 151 * number) for number in range(20))).safety is None


def test_starts_after_a_planned_end_do_not_count() -> None:
    recovery = Recovery()
    for number in range(20):
        recovery = begin(recovery, at(10 + number))
        recovery = end(recovery, at(10.5 + number), Ending(End.PLANNED))
    assert recovery.safety is None


def test_restarts_that_are_remedies_count() -> None:
    recovery = Recovery()
    for number in range(6):
        recovery = begin(recovery, at(10 + number))
        recovery = end(recovery, at(10.5 + number), Ending(End.REMEDY))
    assert recovery.safety is not None


def test_machine_that_reboots_over_and_over_is_caught() -> None:
    looping = starts_at(*(at(20, f"boot-{number}") for number in range(6)))
    assert looping.safety is not None


def test_power_cuts_between_quiet_days_are_no_loop() -> None:
    recovery = Recovery()
    for number in range(10):
        recovery = forgiven(begin(recovery, at(20, f"boot-{number}")))
    assert recovery.safety is None


@given(st.lists(st.integers(-4000, 4000), min_size=6, max_size=6), st.booleans())
def test_no_step_of_the_wall_clock_makes_or_breaks_a_loop(days: list[int], is_fast: bool) -> None:
    apart_s = 60 if is_fast else 200
    moments = (
        at(10 + apart_s * number, stepped=timedelta(days=step)) for number, step in enumerate(days)
    )
    assert (starts_at(*moments).safety is not None) is is_fast


def test_rest_lasts_ten_minutes_of_this_boot() -> None:
    resting = rest(Recovery(), at(100), LOOP)
    left = [safe_left_s(resting, at(up_s, stepped=YEARS)) for up_s in (100, 400, 700, 9999)]
    assert left == [SAFE_S, SAFE_S - 300, 0, 0]
    assert safe_left_s(Recovery(), at(100)) == 0


def test_rest_begins_anew_in_another_boot_and_goes_on_in_the_same() -> None:
    resting = rest(starts_at(at(90)), at(100), LOOP)
    same, other = begin(resting, at(300)), begin(resting, at(7, "second-boot"))
    assert safe_left_s(same, at(400)) == SAFE_S - 300
    assert safe_left_s(other, at(8, "second-boot")) == SAFE_S - 1


def test_after_a_rest_all_begins_anew_with_care() -> None:
    recovery = rested(starts_at(*(at(10 + number) for number in range(6))))
    assert (recovery.safety, recovery.is_careful) == (None, True)
    assert begin(recovery, at(30)).safety is None
    assert not forgiven(recovery).is_careful


def test_few_starts_are_kept() -> None:
    assert len(starts_at(*(at(1000.0 * number) for number in range(100))).starts) == KEPT


def test_end_without_a_start_changes_nothing() -> None:
    assert end(Recovery(), at(1), Ending(End.PLANNED)) == Recovery()

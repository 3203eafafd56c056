"""What comes between the slots of a programme: urgent pages, pinned pages, a held item."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.pack.instants import to_ms
from player.pack.notice import Level
from player.schedule.slot import Slot
from player.stage.cues import Schedule
from player.stage.interleave import (
    NOTICE,
    URGENT_EVERY_MS,
    Between,
    Held,
    Interleaved,
    NoticePage,
)
from tests.fakes.gate_orders import NOON, ZONE, after

LANGUAGES = ("vi", "en", "zh")


class Steady:
    """A programme of slots of a fixed length, each third of them practical help."""

    def __init__(self, seconds: int = 12, essential: int = 3) -> None:
        self._length = timedelta(seconds=seconds)
        self._essential = essential

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot of ``instant``."""
        number = (instant - NOON) // self._length
        start = NOON + number * self._length
        why = "essential:help" if number % self._essential == 0 else "playlist:day"
        language = LANGUAGES[number % len(LANGUAGES)]
        return Slot(start, start + self._length, f"item-{number}", language, language, why)

    def may_fill(self, slot: Slot, item: str) -> bool:
        """Return whether it is any of the items."""
        return item.startswith("item-") and slot.end > slot.start


def page(id_: str, level: Level = "important", seconds: float = 8) -> NoticePage:
    """Return a page that takes so long to read in every language."""
    reading = {tag: round(seconds * 1000) for tag in LANGUAGES}
    return NoticePage(id_, level, reading, {tag: tag for tag in LANGUAGES})


def interleaved(between: Between, schedule: Schedule | None = None) -> Interleaved:
    """Return a steady programme with ``between``."""
    return Interleaved(schedule or Steady(), between, LANGUAGES, ZONE)


def played(schedule: Schedule, minutes: float = 10, start: datetime = NOON) -> Iterator[Slot]:
    """Yield what a screen shows for some minutes: each slot until its end."""
    at, end = start, start + timedelta(minutes=minutes)
    while at < end:
        slot = schedule.slot_at(at)
        assert slot.start <= at < slot.end
        yield replace(slot, start=at)
        at = slot.end


def seconds(slots: Sequence[Slot]) -> float:
    """Return how long ``slots`` last together."""
    return sum((slot.end - slot.start).total_seconds() for slot in slots)


def notices(slots: Sequence[Slot]) -> list[Slot]:
    """Return those of ``slots`` that are of notices."""
    return [slot for slot in slots if slot.item.startswith(NOTICE)]


def test_programme_with_nothing_between_is_itself() -> None:
    for slot in played(interleaved(Between())):
        assert slot.item.startswith("item-")


def test_urgent_page_comes_at_once_in_every_language_and_again_in_two_minutes() -> None:
    between = Between(urgent=(page("a", "urgent"),), urgent_since_ms=to_ms(after(1)))
    slots = list(played(interleaved(between), 6))
    first, *_ = mine = notices(slots)
    assert first.start == after(1)
    assert [slot.language for slot in mine[:3]] == list(LANGUAGES)
    assert mine[3].start - first.start == timedelta(milliseconds=URGENT_EVERY_MS)


def test_what_was_on_stage_comes_back_after_an_urgent_page_in_its_own_slot() -> None:
    between = Between(urgent=(page("a", "urgent"),), urgent_since_ms=to_ms(after(1)))
    plan = interleaved(between)
    assert plan.slot_at(after(1) + timedelta(seconds=24)) == Steady().slot_at(
        after(1) + timedelta(seconds=24)
    )


def test_several_urgent_notices_take_turns_from_round_to_round() -> None:
    pages = (page("a", "urgent"), page("b", "urgent"))
    between = Between(urgent=pages, urgent_since_ms=to_ms(NOON))
    said = [slot.item for slot in notices(list(played(interleaved(between), 4)))]
    assert said == [f"{NOTICE}a"] * 3 + [f"{NOTICE}b"] * 3


def test_important_notice_is_seen_every_minute_in_one_language_after_another() -> None:
    mine = notices(list(played(interleaved(Between(pinned=(page("a"),))), 6)))
    assert len(mine) == 6
    assert {slot.language for slot in mine} == set(LANGUAGES)


@pytest.mark.parametrize(("level", "times"), [("important", 30), ("normal", 6), ("filler", 3)])
def test_lower_ranks_are_seen_less_often(level: Level, times: int) -> None:
    between = Between(pinned=(page("a", level),))
    assert len(notices(list(played(interleaved(between), 30)))) == times


def test_every_one_of_many_pinned_notices_is_seen() -> None:
    pages = tuple(page(f"n{number}") for number in range(9))
    seen = {slot.item for slot in notices(list(played(interleaved(Between(pinned=pages)), 20)))}
    assert seen == {f"{NOTICE}{each.id}" for each in pages}


def test_practical_help_does_not_give_way() -> None:
    between = Between(pinned=tuple(page(f"n{number}") for number in range(9)))
    for slot in notices(list(played(interleaved(between), 20))):
        assert not Steady().slot_at(slot.start).why.startswith("essential:")


def test_practical_help_gives_way_where_there_is_nothing_else() -> None:
    plan = interleaved(Between(pinned=(page("a"),)), Steady(essential=1))
    assert notices(list(played(plan, 3)))


def test_held_item_stands_above_everything_until_its_time_is_over() -> None:
    held = Held("map", "vi", to_ms(after(1)), to_ms(after(4)))
    between = Between((page("u", "urgent"),), to_ms(NOON), (page("a"),), held)
    slots = [*played(interleaved(between), 5)]
    assert [slot.start for slot in slots if slot.item == "map"] == [after(1)]
    assert {slot.item for slot in slots if after(1) <= slot.start < after(4)} == {"map"}
    assert any(slot.start == after(4) for slot in slots)


def test_language_just_ordered_is_the_only_one_for_half_a_minute() -> None:
    since = to_ms(after(1)) + 5_000
    plan = interleaved(Between(spoken="zh", spoken_ms=since))
    said = {slot.start: slot.language for slot in played(plan, 4)}
    within = [each for at, each in said.items() if after(1) <= at < after(1.5)]
    assert set(within) == {"zh"}
    assert set(said.values()) == set(LANGUAGES)


def test_item_held_in_no_language_is_said_in_each_of_them() -> None:
    plan = interleaved(Between(held=Held("map", "", to_ms(NOON), to_ms(after(2)))))
    said = [slot.language for slot in played(plan, 1)]
    assert said == ["vi", "en", "zh"]


BETWEEN = st.builds(
    Between,
    urgent=st.lists(st.builds(page, st.sampled_from("ab"), st.just("urgent")), max_size=2).map(
        tuple
    ),
    urgent_since_ms=st.integers(-300_000, 300_000).map(lambda ms: to_ms(NOON) + ms),
    pinned=st.lists(
        st.builds(
            page,
            st.sampled_from("cdef"),
            st.sampled_from(["important", "normal", "filler"]),
            st.floats(0, 60),
        ),
        max_size=6,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(BETWEEN, st.integers(3, 90), st.integers(1, 4))
def test_notices_leave_half_of_the_loop_to_the_rest(
    between: Between, length: int, essential: int
) -> None:
    plan = interleaved(between, Steady(length, essential))
    slots = [*played(plan, 12)]
    assert seconds(slots) >= 12 * 60
    if not between.urgent:
        mine = notices(slots)
        assert seconds(mine) <= seconds(slots) / 2 + length
        assert not any(one in mine and other in mine for one, other in pairwise(slots))


@settings(max_examples=40, deadline=None)
@given(BETWEEN, st.integers(3, 40), st.integers(0, 700_000))
def test_a_screen_that_starts_later_shows_the_same(
    between: Between, length: int, late_ms: int
) -> None:
    at = NOON + timedelta(milliseconds=late_ms)
    running = interleaved(between, Steady(length))
    for _ in played(running, 12):
        pass
    assert running.slot_at(at) == interleaved(between, Steady(length)).slot_at(at)

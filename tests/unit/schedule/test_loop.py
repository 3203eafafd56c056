"""Loops: every turn in every language, and what happens where time is up."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.schedule.loop import Loop, LoopSlot
from player.schedule.mix import Turn
from player.schedule.showable import Airtime

TAGS = ("vi", "en", "zh", "lo", "km", "th")


def make_loop(
    turns: int, languages: int, seconds: int = 10, length_s: int = 90_000, **own: int
) -> Loop:
    """Return a loop of items ``a``, ``b``, … ; ``own`` gives some a length of their own."""
    tags = TAGS[:languages]
    names = [chr(ord("a") + number) for number in range(turns)]
    airtime = {}
    for name in names:
        length_ms = own.get(name, seconds) * 1000
        airtime[name] = Airtime(
            {tag: tag for tag in tags}, dict.fromkeys(tags, length_ms), length_ms
        )
    return Loop(iter([Turn(name, "test") for name in names]), tags, airtime, length_s * 1000)


def slots(loop: Loop, until_ms: int) -> list[LoopSlot]:
    found: list[LoopSlot] = []
    at = 0
    while at < until_ms:
        found.append(loop.slot_at(at))
        at = found[-1].end_ms
    return found


def told(loop: Loop, length_s: int) -> str:
    return " ".join(
        f"{slot.item}-{slot.language}:{(slot.end_ms - slot.start_ms) // 1000}"
        for slot in slots(loop, length_s * 1000)
    )


sizes = {"turns": st.integers(1, 24), "languages": st.integers(1, 6), "rounds": st.integers(0, 3)}


@given(**sizes)
def test_each_turn_meets_each_language_once_per_loop(
    turns: int, languages: int, rounds: int
) -> None:
    loop = make_loop(turns, languages)
    size = turns * languages
    found = slots(loop, (rounds + 1) * size * 10_000)[rounds * size :]
    assert set(Counter((slot.item, slot.language) for slot in found).values()) == {1}
    assert len(found) == size


@given(**sizes)
def test_no_language_waits_longer_than_one_slot_of_each_other(
    turns: int, languages: int, rounds: int
) -> None:
    found = slots(make_loop(turns, languages), (rounds + 1) * turns * languages * 10_000)
    tags = [slot.language for slot in found]
    assert all(tag == TAGS[number % languages] for number, tag in enumerate(tags))


@given(**sizes)
def test_no_item_waits_longer_than_a_round_and_one_repeated_turn(
    turns: int, languages: int, rounds: int
) -> None:
    found = slots(make_loop(turns, languages), (rounds + 2) * turns * languages * 10_000)
    last: dict[str, int] = {}
    for number, slot in enumerate(found):
        assert number - last.get(slot.item, number) <= turns + 1
        last[slot.item] = number


def test_where_round_and_languages_come_out_even_one_turn_is_shown_once_more() -> None:
    loop = make_loop(2, 2)
    assert told(loop, 80) == "a-vi:10 b-en:10 b-vi:10 a-en:10 a-vi:10 b-en:10 b-vi:10 a-en:10"


@pytest.mark.parametrize(
    ("length_s", "expected"),
    [
        # Whole slots.
        (30, "a-vi:10 b-en:10 c-vi:10"),
        # The third would be cut, so the second holds.
        (29, "a-vi:10 b-en:19"),
        (20, "a-vi:10 b-en:10"),
        (19, "a-vi:19"),
        (10, "a-vi:10"),
        # Not even one fits: the first has what there is.
        (9, "a-vi:9"),
    ],
)
def test_slot_that_the_end_would_cut_is_not_begun(length_s: int, expected: str) -> None:
    assert told(make_loop(3, 2, length_s=length_s), length_s) == expected


@pytest.mark.parametrize("length_s", [9, 19, 29, 30, 31, 59, 61])
def test_every_instant_is_answered_as_in_the_list(length_s: int) -> None:
    listed = slots(make_loop(3, 2, length_s=length_s), length_s * 1000)
    for second in range(length_s):
        slot = make_loop(3, 2, length_s=length_s).slot_at(second * 1000)
        assert slot in listed
        assert slot.start_ms <= second * 1000 < slot.end_ms


def test_long_slot_that_does_not_fit_lets_the_one_before_hold() -> None:
    assert told(make_loop(3, 1, length_s=50, c=60), 50) == "a-vi:10 b-vi:40"


@pytest.mark.parametrize(
    ("length_s", "shown"), [(9, "a"), (10, "a"), (29, "ab"), (30, "abc"), (95, "abcdabcda")]
)
def test_finished_loop_tells_what_it_has_shown(length_s: int, shown: str) -> None:
    loop = make_loop(4, 3, length_s=length_s)
    assert loop.finish() == list(shown)


@given(
    length_s=st.integers(1, 400),
    turns=st.integers(1, 8),
    languages=st.integers(1, 5),
    ask_s=st.integers(0, 399),
)
def test_finished_loop_answers_as_an_unfinished_one(
    length_s: int, turns: int, languages: int, ask_s: int
) -> None:
    finished = make_loop(turns, languages, length_s=length_s, b=45)
    finished.finish()
    ask_ms = ask_s % length_s * 1000
    assert finished.slot_at(ask_ms) == make_loop(turns, languages, length_s=length_s, b=45).slot_at(
        ask_ms
    )


@pytest.mark.parametrize(
    ("length_s", "first", "expected"),
    [
        (60, "vi", "a-vi:10 b-en:10 c-zh:10 d-vi:10 a-en:10 b-zh:10"),
        # One or two slots less, and all a little longer.
        (60, "zh", "a-vi:12 b-en:12 c-zh:12 d-vi:12 a-en:12"),
        (60, "en", "a-vi:15 b-en:15 c-zh:15 d-vi:15"),
        # What a hold would take is shared out as well.
        (66, "vi", "a-vi:11 b-en:11 c-zh:11 d-vi:11 a-en:11 b-zh:11"),
        # Too short to end as wanted.
        (19, "vi", "a-vi:19"),
    ],
)
def test_closed_loop_ends_before_the_wanted_language(
    length_s: int, first: str, expected: str
) -> None:
    loop = make_loop(4, 3, length_s=length_s)
    loop.close(first)
    assert told(loop, length_s) == expected


def test_each_language_takes_its_own_time_also_when_shown_in_another() -> None:
    airtime = {
        "a": Airtime(
            {"vi": "vi", "lo": "vi", "km": "km"}, {"vi": 10_000, "lo": 12_000, "km": 7000}, 12_000
        )
    }
    loop = Loop(iter([Turn("a", "test")]), ("vi", "lo", "km"), airtime, 29_000)
    found = [(slot.language, slot.shown_in, slot.end_ms) for slot in slots(loop, 29_000)]
    assert found == [("vi", "vi", 10_000), ("lo", "vi", 22_000), ("km", "km", 29_000)]

"""Orders of turns: weights, even spread, and essential items between them."""

from itertools import islice, pairwise
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.schedule.mix import (
    ESSENTIAL_ABSENCE_MS,
    Share,
    Turn,
    essential_room_ms,
    mixed,
    spread,
    with_essential,
)
from player.schedule.showable import Airtime


def turns(names: str) -> list[Turn]:
    return [Turn(name, "test") for name in names]


def airtimes(seconds: dict[str, int]) -> dict[str, Airtime]:
    return {
        name: Airtime({"vi": "vi"}, {"vi": length * 1000}, length * 1000)
        for name, length in seconds.items()
    }


def order(shares: list[tuple[str, int]]) -> str:
    return "".join(turn.item for turn in mixed([Share(turns(s), w) for s, w in shares]))


@pytest.mark.parametrize(
    ("lanes", "passes", "expected"),
    [
        ([], [], ""),
        (["a", "b", "c"], [1, 1, 1], "abc"),
        (["a", "b", "c"], [2, 2, 2], "abc"),
        (["a", "b"], [3, 1], "aaba"),
        (["a", "b", "c"], [2, 1, 1], "abca"),
        (["a", "b"], [4, 2], "aba"),
        (["abc"], [1], "abc"),
        (["abc", "d"], [1, 3], "adbdcd"),
    ],
)
def test_turns_are_spread_evenly(lanes: list[str], passes: list[int], expected: str) -> None:
    found = spread([turns(lane) for lane in lanes], passes)
    assert "".join(turn.item for turn in found) == expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], ""),
        ([("abc", 1)], "abc"),
        ([("abc", 7)], "abc"),
        ([("ab", 1), ("cd", 1)], "acbd"),
        # Of equal weight: the one item as often as the three together.
        ([("abc", 1), ("d", 1)], "adbdcd"),
        ([("a", 1), ("b", 3)], "babb"),
        # Two against three cannot be met by whole passes: two passes are nearest to 1.5.
        ([("ab", 1), ("cde", 1)], "acbdaeb"),
    ],
)
def test_playlists_share_by_weight(shares: list[tuple[str, int]], expected: str) -> None:
    assert order(shares) == expected


_sizes = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 20)), min_size=1, max_size=5)


@given(sizes=_sizes)
def test_no_playlist_gets_twice_its_share(sizes: list[tuple[int, int]]) -> None:
    lanes = [(chr(ord("a") + number) * size, weight) for number, (size, weight) in enumerate(sizes)]
    found = order(lanes)
    portions = [found.count(lane[0]) / weight for lane, weight in lanes]
    assert max(portions) <= 2 * min(portions)


@given(counts=st.lists(st.integers(1, 12), min_size=2, max_size=5))
def test_between_two_showings_others_show_only_as_often_as_their_count(counts: list[int]) -> None:
    lanes = [chr(ord("a") + number) for number in range(len(counts))]
    found = "".join(turn.item for turn in spread([turns(lane) for lane in lanes], counts))
    for lane, count in zip(lanes, counts, strict=True):
        for between in found.strip(lane).split(lane):
            for other, others in zip(lanes, counts, strict=True):
                assert between.count(other) <= others / count + 1


def test_first_turns_of_a_huge_order_are_made_alone() -> None:
    huge = mixed([Share(turns("ab"), weight) for weight in (20, 19, 17, 13, 11) * 100])
    assert len(list(islice(huge, 6))) == 6


def absences(order: list[Turn], seconds: dict[str, int], item: str) -> list[int]:
    """Return for how long ``item`` is absent, each time, while ``order`` goes round."""
    starts, at = [], 0
    for turn in (*order, *order):
        if turn.item == item:
            starts.append(at)
        at += seconds[turn.item]
    return [after - before - seconds[item] for before, after in pairwise(starts)]


def in_order(others: str, essential: str, seconds: dict[str, int], languages: int) -> str:
    room_ms = essential_room_ms([seconds[name] * 1000 for name in essential], is_closing=False)
    found = with_essential(
        iter(turns(others)), turns(essential), room_ms, airtimes(seconds), languages
    )
    return "".join(turn.item for turn in found)


@pytest.mark.parametrize(
    ("others", "essential", "own", "expected"),
    [
        # Nothing else to show.
        ("", "AB", {}, "AB"),
        # All is shown within two minutes, with room for a hold.
        ("abc", "A", {}, "Aabc"),
        ("abcdefghijklm", "A", {}, "AabcdefghijkAlm"),
        ("abcdefghijkl", "ABC", {}, "ABCabcdefghiABCjkl"),
        # A long clip has essential items on both sides, and does not crowd the others.
        ("abcde", "A", {"c": 180}, "AabAcAde"),
        ("abc", "A", {"c": 180}, "AabAc"),
        # Ninety seconds of them leave room for three others; with 130 s no promise can be kept.
        ("abcdefgh", "ABCDEFGHI", {}, "ABCDEFGHIabcABCDEFGHIdefABCDEFGHIgh"),
        ("abcdefghijklmnop", "ABCDEFGHIJKLM", {}, "ABCDEFGHIJKLMabcdefghijklmABCDEFGHIJKLMnop"),
    ],
)
def test_essential_items_come_first_and_again_before_they_are_missed(
    others: str, essential: str, own: dict[str, int], expected: str
) -> None:
    seconds = {**dict.fromkeys(others + essential, 10), **own}
    assert in_order(others, essential, seconds, 1) == expected


@pytest.mark.parametrize(
    ("others", "essential", "languages", "expected"),
    [
        ("a", "A", 2, "AaA"),
        ("ab", "A", 5, "Aab"),
        ("abcd", "A", 5, "AabcdA"),
        ("abc", "AB", 5, "ABabcB"),
        ("ab", "AB", 6, "ABabB"),
        # No room for two more: a whole group, and then they.
        ("abcdefghi", "ABC", 6, "ABCabcdefghiABCCB"),
        # Alone they go round as any other turns.
        ("", "AB", 2, "AB"),
    ],
)
def test_more_essential_turns_make_the_round_meet_every_language(
    others: str, essential: str, languages: int, expected: str
) -> None:
    seconds = dict.fromkeys(others + essential, 10)
    assert in_order(others, essential, seconds, languages) == expected


@pytest.mark.parametrize(
    ("seconds", "is_closing", "room_s"),
    [
        ([10], False, 110),
        ([10, 20, 30], False, 120 - 50 - 30),
        ([10], True, 120 - 10 - 24),
        ([10, 20, 30], True, 120 - 50 - 60 - 24),
        # More than the promise allows: half of the time.
        ([10] * 13, False, 130),
        ([10] * 13, True, 130),
    ],
)
def test_room_between_essential_turns(seconds: list[int], room_s: int, *, is_closing: bool) -> None:
    lengths_ms = [each * 1000 for each in seconds]
    assert essential_room_ms(lengths_ms, is_closing=is_closing) == room_s * 1000


@given(
    lengths=st.lists(st.integers(5, 40), min_size=1, max_size=30),
    essential=st.lists(st.integers(5, 15), min_size=1, max_size=5),
    languages=st.integers(1, 6),
)
def test_essential_items_are_never_absent_for_two_minutes_and_a_hold(
    lengths: list[int], essential: list[int], languages: int
) -> None:
    others = "abcdefghijklmnopqrstuvwxyzäöüß"[: len(lengths)]
    practical = "ABCDE"[: len(essential)]
    seconds = dict(zip(others + practical, lengths + essential, strict=True))
    order = turns(in_order(others, practical, seconds, languages))
    assert gcd(len(order), languages) == 1
    promised = ESSENTIAL_ABSENCE_MS / 1000
    if sum(essential) + max(essential) + max(lengths) <= promised:
        promised -= max(essential)
    for item in practical:
        assert max(absences(order, seconds, item)) <= promised

"""Orders of turns: weights, even spread, and essential items between them."""

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.schedule.mix import (
    ESSENTIAL_ABSENCE_MS,
    Share,
    Turn,
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


@pytest.mark.parametrize(
    ("others", "essential", "seconds", "expected"),
    [
        # Nothing else to show.
        ("", "AB", {"A": 10, "B": 10}, "AB"),
        # All is shown within two minutes.
        ("abc", "A", {"A": 10, "a": 10, "b": 10, "c": 10}, "Aabc"),
        # Room for a repeated turn stays, and for a group cut by the end of a segment.
        ("abcdefghijkl", "A", dict.fromkeys("Aabcdefghijkl", 10), "AabcdefghijAkl"),
        ("abcdefghijkl", "AB", dict.fromkeys("ABabcdefghijkl", 10), "ABabcdefghABijkl"),
        ("abcdefghijkl", "ABC", dict.fromkeys("ABCabcdefghijkl", 10), "ABCabcdefABCghijkl"),
        # A long clip has essential items on both sides, and does not crowd the others.
        ("abcde", "A", {**dict.fromkeys("Aabde", 10), "c": 180}, "AabAcAde"),
        # They take no more than half of the time to be safe at the end of a segment.
        ("abcdefgh", "ABCDE", dict.fromkeys("ABCDEabcdefgh", 10), "ABCDEabcdABCDEefgh"),
        # Ninety seconds of them leave room for three others; with 130 s no promise can be kept.
        (
            "abcdefgh",
            "ABCDEFGHI",
            dict.fromkeys("ABCDEFGHIabcdefgh", 10),
            "ABCDEFGHIabcABCDEFGHIdefABCDEFGHIgh",
        ),
        (
            "abcdefgh",
            "ABCDEFGHIJKLM",
            dict.fromkeys("ABCDEFGHIJKLMabcdefgh", 10),
            "ABCDEFGHIJKLMabcdefgh",
        ),
    ],
)
def test_essential_items_come_first_and_again_before_they_are_missed(
    others: str, essential: str, seconds: dict[str, int], expected: str
) -> None:
    found = with_essential(iter(turns(others)), turns(essential), airtimes(seconds))
    assert "".join(turn.item for turn in found) == expected


@given(
    lengths=st.lists(st.integers(5, 40), min_size=1, max_size=30),
    essential=st.lists(st.integers(5, 15), min_size=1, max_size=5),
)
def test_essential_items_are_never_absent_for_two_minutes(
    lengths: list[int], essential: list[int]
) -> None:
    others = "abcdefghijklmnopqrstuvwxyzäöüß"[: len(lengths)]
    practical = "ABCDE"[: len(essential)]
    seconds = dict(zip(others + practical, lengths + essential, strict=True))
    order = list(with_essential(iter(turns(others)), turns(practical), airtimes(seconds)))
    for item in practical:
        assert max(absences(order, seconds, item)) <= ESSENTIAL_ABSENCE_MS / 1000

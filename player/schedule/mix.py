"""The order of a loop: each turn as often as its weight says, spread as evenly as can be.

Orders are made turn by turn: a loop that plays for a minute needs its first few turns only,
however many rules share it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
from itertools import cycle, islice
from math import gcd
from typing import Final

from player.schedule.showable import Airtime

ESSENTIAL_ABSENCE_MS: Final = 120_000
"""Practical help is absent for at most two minutes (DECISIONS.md, rules of the stage)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One entry of an order: an item, and the rule that put it there."""

    item: str
    why: str


@dataclass(frozen=True, slots=True)
class Share:
    """Turns that go round among others.

    Attributes:
        turns: in their order; at least one.
        weight: wanted part of all showings, relative to that of the others.
    """

    turns: Sequence[Turn]
    weight: int


def mixed(shares: Sequence[Share]) -> Iterator[Turn]:
    """Yield one round of ``shares``: each as often as its weight, to the nearest whole pass.

    Every share passes at least once; the one that needs most turns for its weight, just once.
    """
    unit = max((len(share.turns) / share.weight for share in shares), default=0.0)
    passes = [max(1, round(unit * share.weight / len(share.turns))) for share in shares]
    return spread([share.turns for share in shares], passes)


def spread(lanes: Sequence[Sequence[Turn]], passes: Sequence[int]) -> Iterator[Turn]:
    """Yield every lane's turns, in ``passes`` passes, evenly spread among those of the others.

    Of a lane with n showings, number k (from 0) belongs at (2k + 1) / 2n of the round; ties go
    by the order of the lanes.

    Args:
        lanes: each at least one turn.
        passes: of each lane, at least 1; what they have in common is left out.
    """
    least = gcd(*passes)
    showings = [len(lane) * times // least for lane, times in zip(lanes, passes, strict=True)]
    due = [(1 / (2 * count), rank, 0) for rank, count in enumerate(showings)]
    heapify(due)
    for _ in range(sum(showings)):
        _, rank, done = due[0]
        yield lanes[rank][done % len(lanes[rank])]
        heapreplace(due, ((2 * done + 3) / (2 * showings[rank]), rank, done + 1))


def with_essential(
    turns: Iterator[Turn],
    essential: Sequence[Turn],
    room_ms: int,
    airtime: Mapping[str, Airtime],
    languages: int,
) -> Iterator[Turn]:
    """Yield ``turns`` with all ``essential`` ones first and again before they are missed.

    A few more essential ones at the end make the round meet every language in every turn, where
    a loop would else show another turn twice (loop.py).

    Args:
        turns: one round; may be empty.
        essential: at least one.
        room_ms: from ``essential_room_ms``.
        airtime: has every item named.
        languages: how many the round is shown in.
    """
    count = used_ms = 0
    for turn in turns:
        length_ms = airtime[turn.item].longest_ms
        if count == 0 or (used_ms and used_ms + length_ms > room_ms):
            yield from essential
            count, used_ms = count + len(essential), 0
        yield turn
        count, used_ms = count + 1, used_ms + length_ms
    if count == 0:
        yield from essential
        return
    longest_ms = max(airtime[turn.item].longest_ms for turn in essential)
    missing = _missing(count, languages)
    if missing and used_ms + missing * longest_ms > room_ms:
        yield from essential
        count += len(essential)
    yield from islice(cycle(reversed(essential)), _missing(count, languages))


def _missing(count: int, languages: int) -> int:
    """Return how many more turns make each of ``count`` turns meet each language."""
    return next(extra for extra in range(languages) if gcd(count + extra, languages) == 1)


def essential_room_ms(lengths_ms: Sequence[int], *, is_closing: bool) -> int:
    """Return for how long other turns may play between two groups of essential ones.

    A segment may end just before an essential turn, whose time is then taken by a hold: room for
    one is kept. The last segment of a day may end in the middle of a group although the next day
    begins with a whole one, and its slots are longer by some per cent (loop.py): room for both is
    kept. Essential turns that alone take longer than the promise allows cannot keep it, and take
    half of the time.

    Args:
        lengths_ms: of each essential turn, at its longest.
        is_closing: for the last segment of a day.
    """
    group_ms = sum(lengths_ms)
    within_ms = ESSENTIAL_ABSENCE_MS - (group_ms - min(lengths_ms))
    if within_ms <= 0:
        return group_ms
    if is_closing:
        return within_ms - group_ms - ESSENTIAL_ABSENCE_MS // 5
    return within_ms - max(lengths_ms)

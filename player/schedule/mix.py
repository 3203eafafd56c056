"""The order of a loop: each turn as often as its weight says, spread as evenly as can be.

Orders are made turn by turn: a loop that plays for a minute needs its first few turns only,
however many rules share it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
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
    turns: Iterator[Turn], essential: Sequence[Turn], airtime: Mapping[str, Airtime]
) -> Iterator[Turn]:
    """Yield ``turns`` with all ``essential`` ones first and again before they are missed.

    Args:
        turns: one round; may be empty.
        essential: at least one.
        airtime: has every item named.
    """
    lengths = [airtime[turn.item].longest_ms for turn in essential]
    room_ms = _room_ms(lengths)
    yield from essential
    used_ms, longest_ms = 0, max(lengths)
    for turn in turns:
        length_ms = airtime[turn.item].longest_ms
        longest_ms = max(longest_ms, length_ms)
        # A loop may repeat one turn where it moves on by one (loop.py), so room for it stays.
        if used_ms and used_ms + length_ms + longest_ms > room_ms:
            yield from essential
            used_ms, longest_ms = 0, max(*lengths, length_ms)
        used_ms += length_ms
        yield turn


def _room_ms(lengths: Sequence[int]) -> int:
    """Return for how long other turns may play between two groups of essential ones.

    A segment may end in the middle of a group, and the next one begins with a whole group: room
    for that is kept as long as the essential turns take no more than half of the time. Those
    which alone take longer than the promise allows cannot keep it, and take half of the time.
    """
    group_ms = sum(lengths)
    within_ms = ESSENTIAL_ABSENCE_MS - (group_ms - min(lengths))
    if within_ms <= 0:
        return group_ms
    return min(within_ms, max(within_ms - group_ms, group_ms))

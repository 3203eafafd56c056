"""One local day cut into segments within which the same rules win.

Precedence, highest first (the one table; player/schedule/README.md explains it to editors):

1. An item outside its validity, licence or review date, or for other people, never shows; nor does
   a festive or promotional one in hours of mourning.
2. Playlists whose conditions hold and that have something to show: the highest priority alone.
3. Among equal priority, playlists share the loop by weight.
4. Default playlists, where no other holds.
5. Must-show items join whatever loop won; essential items join it at least every two minutes.
6. The default gate page, where all of that is nothing.

Ranks are asked from the top until nothing of the day is left, so the thousands of rules below
one that holds all day cost nothing.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from player.pack.instants import Interval, gaps, join, overlaps
from player.pack.playlist import Playlist
from player.schedule.mix import Turn
from player.schedule.showable import Showable
from player.schedule.windows import Windows

Stretch = tuple[int, int, tuple[int, ...]]
"""``[start, end)`` and the indices of the rules that win it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A playlist that concerns this screen, with its conditions compiled.

    Attributes:
        rank: priority; defaults rank below every priority.
        turns: its entries, of items that do not join every loop anyway.
        weights: of these.
        items: ids of all items it names that this screen can ever show; at least one.
    """

    playlist: Playlist
    windows: Windows
    rank: int
    turns: tuple[Turn, ...]
    weights: tuple[int, ...]
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a day with one loop: no item of it comes or goes in between.

    Attributes:
        start, end: UTC milliseconds, half-open.
        winners: indices of the rules that share the loop, ascending; empty: none.
    """

    start: int
    end: int
    winners: tuple[int, ...]


class Timetable:
    """The rules of a pack by rank, ready to be asked about days."""

    def __init__(self, rules: Sequence[Rule], showable: Mapping[str, Showable]) -> None:
        """Sort ``rules`` by rank.

        Args:
            rules: in the pack's order.
            showable: has every item of every rule.
        """
        self._rules = rules
        self._showable = showable
        self._joining = {id_ for id_, each in showable.items() if each.joins}
        ranks: dict[int, list[int]] = defaultdict(list)
        for index, rule in enumerate(rules):
            ranks[rule.rank].append(index)
        self._ranks = [ranks[rank] for rank in sorted(ranks, reverse=True)]

    def segments(self, day: Interval) -> list[Segment]:
        """Return the segments of ``day``: in order, without gap or overlap, covering all of it."""
        edges = sorted(
            (edge, id_)
            for id_, each in self._showable.items()
            for interval in each.intervals
            for edge in interval
            if day[0] < edge < day[1]
        )
        return [
            Segment(start, end, winners)
            for whole in self._won(day)
            for start, end, winners in self._cut(whole, edges)
        ]

    def _won(self, day: Interval) -> list[Stretch]:
        """Return who wins when; neighbours have different winners."""
        won: list[Stretch] = []
        free = [day]
        for rank in self._ranks:
            openings = [
                (interval, index)
                for index in rank
                for interval in overlaps(self._open(self._rules[index], day), free)
            ]
            won += _stretches(openings)
            taken = join(interval for interval, _ in openings)
            free = list(overlaps(free, list(gaps(taken, day))))
            if not free:
                break
        return sorted([*won, *((start, end, ()) for start, end in free)])

    def _open(self, rule: Rule, day: Interval) -> Sequence[Interval]:
        """Return when the conditions of ``rule`` hold and it has something to show."""
        present = join(
            interval
            for id_ in rule.items
            for interval in overlaps(self._showable[id_].intervals, [day])
        )
        return list(overlaps(rule.windows.during(day), present)) if present else ()

    def _cut(self, whole: Stretch, edges: Sequence[tuple[int, str]]) -> Iterator[Stretch]:
        """Cut where an item that takes part comes or goes."""
        start, end, winners = whole
        after = bisect_right(edges, start, key=_instant)
        before = bisect_left(edges, end, key=_instant)
        cuts = [start]
        for edge, id_ in edges[after:before]:
            takes_part = id_ in self._joining or any(
                id_ in self._rules[index].items for index in winners
            )
            if takes_part and edge != cuts[-1]:
                cuts.append(edge)
        yield from ((begin, until, winners) for begin, until in pairwise([*cuts, end]))


def _instant(edge: tuple[int, str]) -> int:
    return edge[0]


def _stretches(openings: Iterable[tuple[Interval, int]]) -> list[Stretch]:
    """Return who is open when: in order; neighbours that touch have different winners."""
    changes: dict[int, list[int]] = defaultdict(list)
    for (start, end), index in openings:
        changes[start].append(index)
        changes[end].append(index)
    found: list[Stretch] = []
    winners: list[int] = []
    for start, end in pairwise(sorted(changes)):
        for index in changes[start]:
            at = bisect_left(winners, index)
            if at < len(winners) and winners[at] == index:
                del winners[at]
            else:
                insort(winners, index)
        if winners:
            found.append((start, end, tuple(winners)))
    return found

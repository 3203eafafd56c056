"""One local day cut into segments within which the same rules win.

Precedence, highest first (the one table; player/schedule/README.md explains it to editors):

1. An item outside its validity, licence or review date, or for other people, never shows.
2. Playlists whose conditions hold and that have something to show: the highest priority alone.
3. Among equal priority, playlists share the loop by weight.
4. Default playlists, where no other holds.
5. Must-show items join whatever loop won; essential items join it at least every two minutes.
6. The default gate page, where all of that is nothing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from player.pack.playlist import Playlist
from player.schedule.loop import Turn
from player.schedule.showable import Showable
from player.schedule.windows import Interval, Windows


@dataclass(frozen=True, slots=True)
class Rule:
    """A playlist that concerns this screen, with its conditions compiled.

    Attributes:
        rank: priority; defaults rank below every priority.
        turns: its entries whose item this screen can ever show; at least one.
        items: their ids.
    """

    playlist: Playlist
    windows: Windows
    rank: int
    turns: tuple[Turn, ...]
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a day with one loop.

    Attributes:
        start, end: UTC milliseconds, half-open.
        winners: indices of the rules that share the loop, ascending; empty: none.
        items: ids that may show during all of it.
    """

    start: int
    end: int
    winners: tuple[int, ...]
    items: frozenset[str]


def segments(
    rules: Sequence[Rule], showable: Mapping[str, Showable], day: Interval
) -> list[Segment]:
    """Return the segments of ``day``: in order, without gap or overlap, covering all of it."""
    sweep = _Sweep(rules, showable, day)
    found: list[Segment] = []
    edges = [*sorted(sweep.changes), day[1]]
    for start, end in pairwise(edges):
        winners, items = sweep.advance(start)
        last = found[-1] if found else None
        if last is not None and last.winners == winners and last.items == items:
            found[-1] = Segment(last.start, end, winners, items)
        else:
            found.append(Segment(start, end, winners, items))
    return found


def segment_at(day_segments: Sequence[Segment], ms: int) -> Segment:
    """Return the segment that contains ``ms``."""
    return day_segments[bisect_right(day_segments, ms, key=lambda segment: segment.start) - 1]


class _Sweep:
    """Walks the instants of a day at which a rule or an item comes or goes."""

    def __init__(
        self, rules: Sequence[Rule], showable: Mapping[str, Showable], day: Interval
    ) -> None:
        self.changes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.changes[day[0]] = []
        self._rules = rules
        self._showable = showable
        self._open: dict[int, set[int]] = defaultdict(set)
        self._moving = {
            id_ for id_, each in showable.items() if _has_edge_within(each.interval, day)
        }
        self._steady = frozenset(
            id_
            for id_, each in showable.items()
            if each.interval[0] <= day[0] and each.interval[1] >= day[1]
        )
        for id_ in self._moving:
            for edge in showable[id_].interval:
                if day[0] < edge < day[1]:
                    self.changes[edge].extend(())
        for index, rule in enumerate(rules):
            if rule.items.isdisjoint(self._steady) and rule.items.isdisjoint(self._moving):
                continue
            for start, end in rule.windows.during(day):
                self.changes[start].append((index, 1))
                if end < day[1]:
                    self.changes[end].append((index, -1))

    def advance(self, ms: int) -> tuple[tuple[int, ...], frozenset[str]]:
        """Return the winners and the showable items from ``ms`` on; call in order."""
        for index, step in sorted(self.changes[ms], key=lambda change: change[1]):
            group = self._open[self._rules[index].rank]
            (group.add if step > 0 else group.discard)(index)
            if not group:
                del self._open[self._rules[index].rank]
        moving = {id_ for id_ in self._moving if _contains(self._showable[id_].interval, ms)}
        items = self._steady | moving if moving else self._steady
        for rank in sorted(self._open, reverse=True):
            winners = tuple(
                sorted(
                    index
                    for index in self._open[rank]
                    if not self._rules[index].items.isdisjoint(items)
                )
            )
            if winners:
                return winners, items
        return (), items


def _contains(interval: Interval, ms: int) -> bool:
    return interval[0] <= ms < interval[1]


def _has_edge_within(interval: Interval, day: Interval) -> bool:
    return day[0] < interval[0] < day[1] or day[0] < interval[1] < day[1]

"""What is on air at an instant, and when that next changes.

Pure: of (notices, ticker lines, instant, clock trust). Whose turn it is among several says
``turns.py``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.instants import (
    DAWN,
    DUSK,
    Interval,
    daypart,
    from_ms,
    join,
    start_ms,
    to_ms,
    validity,
)
from player.pack.notice import SEVERITIES, Level, Notice, NoticeWindow
from player.pack.ticker import TickerLine
from player.pack.window import Validity

Running = Notice | TickerLine
"""What may run along the foot."""

_Entry = TypeVar("_Entry", Notice, Running)
_DAYS: Final = 2
"""How far on either side dayparts are looked at: one lasts a day at most and may begin the day
before."""


@dataclass(frozen=True, slots=True)
class Airing(Generic[_Entry]):
    """What is on air.

    Attributes:
        shown: in the order in which they come.
        since_ms: last change, milliseconds since the epoch; ``DAWN``: there was none.
        until_ms: next change, later than the instant; ``DUSK``: none is known.
    """

    shown: tuple[_Entry, ...]
    since_ms: int
    until_ms: int


def banners(
    notices: Sequence[Notice], zone: ZoneInfo, now: datetime, trust: ClockTrust
) -> Airing[Notice]:
    """Return the urgent notices on air at ``now``: gravest first, then newest, then by id.

    Args:
        notices: of the pack.
        zone: the gate's; local times are meant in it.
        now: aware.
        trust: notices are dated, so with a clock nobody believes there are none.
    """
    return _airing(_of_level(notices, "urgent", zone), zone, now, trust)


def running(
    notices: Sequence[Notice],
    lines: Sequence[TickerLine],
    zone: ZoneInfo,
    now: datetime,
    trust: ClockTrust,
) -> Airing[Running]:
    """Return what runs along the foot at ``now``: important notices, then the pack's lines.

    Args:
        notices: of the pack.
        lines: of the pack, in the order wanted.
        zone: the gate's.
        now: aware.
        trust: with a clock nobody believes only undated lines run.
    """
    entries: list[Running] = [*_of_level(notices, "important", zone), *lines]
    return _airing(entries, zone, now, trust)


def _of_level(notices: Sequence[Notice], level: Level, zone: ZoneInfo) -> list[Notice]:
    def rank(notice: Notice) -> tuple[int, int, str]:
        return SEVERITIES.index(notice.severity), -start_ms(notice.sent, zone), notice.id

    return sorted((notice for notice in notices if notice.level == level), key=rank)


def _airing(
    entries: Sequence[_Entry], zone: ZoneInfo, now: datetime, trust: ClockTrust
) -> Airing[_Entry]:
    if trust is ClockTrust.UNTRUSTED:
        return Airing(tuple(entry for entry in entries if _is_undated(entry)), DAWN, DUSK)
    at = to_ms(now)
    shown: list[_Entry] = []
    since, until = DAWN, DUSK
    for entry in entries:
        for start, end in join(_open_times(entry, zone, at)):
            edges = (start, end)
            since = max(since, *(edge for edge in edges if edge <= at), DAWN)
            until = min(until, *(edge for edge in edges if edge > at), DUSK)
            if start <= at < end:
                shown.append(entry)
    return Airing(tuple(shown), since, until)


def _is_undated(entry: Running) -> bool:
    return isinstance(entry, TickerLine) and entry.lasting and entry.valid == Validity()


def _open_times(entry: Running, zone: ZoneInfo, at: int) -> Iterator[Interval]:
    if isinstance(entry, TickerLine):
        yield validity(entry.valid, zone)
        return
    for window in entry.windows:
        yield from _window(window, zone, at)


def _window(window: NoticeWindow, zone: ZoneInfo, at: int) -> Iterator[Interval]:
    start, end = bounds = validity(window, zone)
    if not window.dayparts or start == DUSK or end == DAWN:  # or in years no calendar reaches
        yield bounds
        return
    # Around the instant; of a window yet to come its first days, of one that is over its last.
    middle = from_ms(min(max(at, start), end)).astimezone(zone).date()
    for away in range(-_DAYS, _DAYS + 1):
        for part in window.dayparts:
            day = middle + timedelta(days=away)
            begin, finish = daypart(day, part.start_minute, part.end_minute, zone)
            yield max(begin, start), min(finish, end)

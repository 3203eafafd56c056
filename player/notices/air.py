"""What is on air at an instant, and when that next changes: the ladder of notices.

Pure: of (board, ticker lines, screen, instant, clock trust). Each rank has forms of its own:

=========  =====================================================================
emergency  takes the screen over; when it is cancelled, all-clear for a minute
urgent     a banner above every page, and a page that is put into the loop
important  a page pinned in the loop; joins the ticker
normal     a page in the loop now and then; joins the ticker
filler     a page in the loop, rarely
=========  =====================================================================

Whose turn it is among several says ``turns.py``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.notices.board import Board, Cleared
from player.notices.life import next_opening, open_times
from player.pack.instants import (
    DAWN,
    DUSK,
    EARLIEST,
    Interval,
    from_ms,
    start_ms,
    to_ms,
    validity,
    without,
)
from player.pack.notice import SEVERITIES, Level, Notice
from player.pack.ticker import TickerLine
from player.pack.window import Validity

Running = Notice | TickerLine
"""What may run along the foot."""

PINNED: Final[tuple[Level, ...]] = ("important", "normal", "filler")
"""Ranks that have pages in the loop without being urgent."""

TOLD: Final[tuple[Level, ...]] = ("important", "normal")
"""Ranks that join the ticker."""

READ: Final[tuple[Level, ...]] = ("urgent", *TOLD)
"""Ranks that whoever asks is told of."""

ALL_CLEAR_MS: Final = 60_000

_Entry = TypeVar("_Entry", Notice, Running, Cleared)


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


@dataclass(frozen=True, slots=True)
class Sky:
    """What decides what is on air, beside the board.

    Attributes:
        zone: the gate's; local times are meant in it.
        audience: tags of the people before the screen; empty: everyone.
        quiet: hours of mourning, in which festive lines do not run; see ``pack/occasion.py``.
        now: aware.
        trust: whether ``now`` can be the true time. With a clock nobody believes, of all that is
            dated only what the gate's staff posted is on air: they stand before that clock.
    """

    zone: ZoneInfo
    now: datetime
    trust: ClockTrust
    audience: frozenset[str] = frozenset()
    quiet: Sequence[Interval] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice between its windows, and the one that comes next."""

    notice: Notice
    next: Interval


def takeovers(board: Board, sky: Sky) -> Airing[Notice]:
    """Return the emergencies on air: what is meant before drills, then as ``banners``."""
    return _airing(board, _of_levels(board, ("emergency",), sky), sky)


def all_clear(board: Board, sky: Sky) -> Airing[Cleared]:
    """Return the emergencies that were cancelled less than a minute ago, the latest first."""
    at = to_ms(sky.now)
    edges = [(each, each.at_ms, each.at_ms + ALL_CLEAR_MS) for each in board.cleared]
    shown = tuple(each for each, start, end in edges if start <= at < end)
    return Airing(shown, *_around(at, ((start, end) for _, start, end in edges)))


def banners(board: Board, sky: Sky) -> Airing[Notice]:
    """Return the urgent notices on air: gravest first, then newest, then by id."""
    return _airing(board, _of_levels(board, ("urgent",), sky), sky)


def newest_banner(board: Board, sky: Sky) -> datetime | None:
    """Return when the urgent notice that came last came on air; None: none is on air."""
    at = to_ms(sky.now)
    starts = [
        start
        for notice in banners(board, sky).shown
        for start, end in _times(board, notice, sky, at)
        if start <= at < end
    ]
    return from_ms(max(*starts, to_ms(EARLIEST))) if starts else None


def pinned(board: Board, sky: Sky) -> Airing[Notice]:
    """Return the notices on air that have pages in the loop, higher ranks first."""
    return _airing(board, _of_levels(board, PINNED, sky), sky)


def running(board: Board, lines: Sequence[TickerLine], sky: Sky) -> Airing[Running]:
    """Return what runs along the foot: notices that join the ticker, then the pack's lines.

    Args:
        board: what stands.
        lines: of the pack, in the order wanted; with a clock nobody believes only undated ones run.
        sky: where and when.
    """
    entries: list[Running] = [*_of_levels(board, TOLD, sky), *lines]
    return _airing(board, entries, sky)


def waiting(board: Board, sky: Sky) -> tuple[tuple[Waiting, ...], int]:
    """Return the notices between their windows, the next first; and when that changes.

    Between windows people are told when the next one is; the banner stands within them only. Of a
    sample they are not: nobody need prepare for what was invented.
    """
    at = to_ms(sky.now)
    if sky.trust is ClockTrust.UNTRUSTED:
        return (), DUSK
    found: list[Waiting] = []
    until = DUSK
    for notice in _of_levels(board, ("urgent", *PINNED), sky):
        coming = None if notice.sample else next_opening(notice, sky.zone, at)
        if coming is not None:
            found.append(Waiting(notice, coming))
        _, change = _around(at, open_times(notice, sky.zone, at))
        until = min(until, change)
    return tuple(sorted(found, key=lambda each: (each.next, each.notice.id))), until


def to_read(board: Board, sky: Sky) -> Airing[Notice]:
    """Return the notices on air that are worth asking for, higher ranks first."""
    return _airing(board, _of_levels(board, READ, sky), sky)


def _of_levels(board: Board, levels: Sequence[Level], sky: Sky) -> list[Notice]:
    def rank(notice: Notice) -> tuple[int, bool, int, int, str]:
        return (
            levels.index(notice.level),
            notice.status != "actual",
            SEVERITIES.index(notice.severity),
            -start_ms(notice.sent, sky.zone),
            notice.id,
        )

    return sorted(
        (each for each in board.notices if each.level in levels and _is_for(each, sky)), key=rank
    )


def _is_for(notice: Notice, sky: Sky) -> bool:
    """Say whether ``notice`` is for the people before the screen; an emergency is for all."""
    if notice.level == "emergency" or not notice.audiences or not sky.audience:
        return True
    return not sky.audience.isdisjoint(notice.audiences)


def _airing(board: Board, entries: Iterable[_Entry], sky: Sky) -> Airing[_Entry]:
    at = to_ms(sky.now)
    told = tuple(
        entry for entry in entries if sky.trust is ClockTrust.TRUSTED or _is_timeless(board, entry)
    )
    shown: list[_Entry] = []
    edges: list[Interval] = []
    for entry in told:
        times = list(_times(board, entry, sky, at))
        edges += times
        if any(start <= at < end for start, end in times):
            shown.append(entry)
    return Airing(tuple(shown), *_around(at, edges))


def _around(at: int, times: Iterable[Interval]) -> tuple[int, int]:
    """Return the last edge of ``times`` up to ``at``, and the first one after it."""
    since, until = DAWN, DUSK
    for time in times:
        since = max(since, *(edge for edge in time if edge <= at), DAWN)
        until = min(until, *(edge for edge in time if edge > at), DUSK)
    return since, until


def _is_timeless(board: Board, entry: object) -> bool:
    """Say whether ``entry`` is on air whatever the clock shows."""
    if isinstance(entry, TickerLine):
        return entry.lasting and entry.valid == Validity()
    posted = board.find(entry.id) if isinstance(entry, Notice) else None
    return posted is not None and posted.is_local


def _times(board: Board, entry: object, sky: Sky, at: int) -> Iterator[Interval]:
    if isinstance(entry, TickerLine):
        yield from without(validity(entry.valid, sky.zone), sky.quiet if entry.gives_way else ())
    elif isinstance(entry, Notice):
        posted = board.find(entry.id)
        heard_ms = posted.heard_ms if posted else 0
        for start, end in open_times(entry, sky.zone, at):
            # Counted from when this screen knew of it: whoever stands there has not seen it yet.
            yield (heard_ms if start < heard_ms <= at < end else start), end

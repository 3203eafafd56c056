"""Moments as people say them, resolved to instants: half-open intervals of UTC milliseconds.

A local time that a zone skips means the first instant after the gap; one that it repeats means
the earlier instant for a start and the later one for an end, so that a window never loses time.
Source: DECISIONS.md, rules of the stage; peers that left this open fire twice or not at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.window import Moment, Validity

Interval = tuple[int, int]
"""``[start, end)`` in milliseconds since 1970-01-01T00:00Z."""

DAWN: Final = -(2**62)
DUSK: Final = 2**62
"""Before and after every instant."""

EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2999, 12, 30, tzinfo=UTC)
_DAY: Final = timedelta(days=1)


def to_ms(instant: datetime) -> int:
    """Return whole milliseconds since the epoch of an aware ``instant``."""
    return (instant - EARLIEST) // timedelta(milliseconds=1)


def from_ms(ms: int) -> datetime:
    """Return the aware UTC instant of ``ms`` milliseconds since the epoch."""
    return EARLIEST + timedelta(milliseconds=ms)


def at_fixed_offset(ms: int, zone: ZoneInfo) -> datetime:
    """Return the instant ``ms`` on the wall clock of ``zone``, at a fixed offset.

    Python compares and subtracts times of one zone by their wall clocks, which is wrong by an
    hour when clocks change; times at fixed offsets it gets right.
    """
    local = from_ms(ms).astimezone(zone)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def local_to_ms(local: datetime, zone: ZoneInfo, *, is_end: bool = False) -> int:
    """Return the instant a wall clock of ``zone`` shows ``local``.

    Args:
        local: naive.
        zone: the wall clock's.
        is_end: of the two instants of a repeated time, take the later.
    """
    earlier = local.replace(tzinfo=zone, fold=0)
    later = local.replace(tzinfo=zone, fold=1)
    if earlier.utcoffset() == later.utcoffset():
        return to_ms(earlier)
    is_gap = earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local
    if is_gap:
        return _after_gap(local, zone)
    return to_ms(later if is_end else earlier)


def _after_gap(local: datetime, zone: ZoneInfo) -> int:
    """Return the first instant whose wall clock shows ``local`` or later."""
    low = to_ms(local.replace(tzinfo=UTC)) - int(_DAY.total_seconds() * 1000)
    high = low + 2 * int(_DAY.total_seconds() * 1000)
    while low < high:
        middle = (low + high) // 2
        if from_ms(middle).astimezone(zone).replace(tzinfo=None) < local:
            low = middle + 1
        else:
            high = middle
    return low


def start_ms(moment: Moment, zone: ZoneInfo) -> int:
    """Return the first instant of ``moment``."""
    if (beyond := _beyond(moment)) is not None:
        return beyond
    if not isinstance(moment, datetime):
        return local_to_ms(datetime.combine(moment, time()), zone)
    return to_ms(moment) if moment.tzinfo else local_to_ms(moment, zone)


def end_ms(moment: Moment, zone: ZoneInfo) -> int:
    """Return the instant a window that ends at ``moment`` is over; a date includes its day."""
    if (beyond := _beyond(moment)) is not None:
        return beyond
    if not isinstance(moment, datetime):
        return local_to_ms(datetime.combine(moment + _DAY, time()), zone, is_end=True)
    return to_ms(moment) if moment.tzinfo else local_to_ms(moment, zone, is_end=True)


def _beyond(moment: Moment) -> int | None:
    """Return ``DAWN`` or ``DUSK`` for years no screen sees: people write 9999 and mean never."""
    if moment.year < EARLIEST.year:
        return DAWN
    return DUSK if moment.year >= LATEST.year else None


def validity(window: Validity, zone: ZoneInfo) -> Interval:
    """Return the interval of a validity window; open ends reach ``DAWN`` and ``DUSK``."""
    return (
        DAWN if window.start is None else start_ms(window.start, zone),
        DUSK if window.until is None else end_ms(window.until, zone),
    )


@lru_cache(maxsize=4096)
def day_bounds(day: date, zone: ZoneInfo) -> Interval:
    """Return the local day from midnight to midnight (23 to 25 hours where clocks change)."""
    midnight = datetime.combine(day, time())
    return local_to_ms(midnight, zone), local_to_ms(midnight + _DAY, zone)


@lru_cache(maxsize=65_536)
def daypart(day: date, start_minute: int, end_minute: int, zone: ZoneInfo) -> Interval:
    """Return one window of a local day; an end not after its start is of the day that follows."""
    midnight = datetime.combine(day, time())
    last_minute = end_minute if end_minute > start_minute else end_minute + 24 * 60
    return (
        local_to_ms(midnight + timedelta(minutes=start_minute), zone),
        local_to_ms(midnight + timedelta(minutes=last_minute), zone, is_end=True),
    )


def join(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the union of ``intervals``: sorted, disjoint, not touching."""
    joined: list[Interval] = []
    for start, end in sorted(each for each in intervals if each[0] < each[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def overlaps(left: Sequence[Interval], right: Sequence[Interval]) -> Iterator[Interval]:
    """Yield what ``left`` and ``right``, each sorted and disjoint, have in common, in order."""
    rights = iter(right)
    other = next(rights, None)
    for interval in left:
        while other is not None and other[0] < interval[1]:
            if (clipped := clip(interval, other)) is not None:
                yield clipped
            if other[1] > interval[1]:
                break
            other = next(rights, None)


def gaps(intervals: Sequence[Interval], span: Interval) -> Iterator[Interval]:
    """Yield what ``intervals``, sorted and disjoint, leave open of ``span``, in order."""
    at = span[0]
    for start, end in intervals:
        if at < start:
            yield at, start
        at = end
    if at < span[1]:
        yield at, span[1]


def clip(interval: Interval, span: Interval) -> Interval | None:
    """Return what ``interval`` and ``span`` have in common; None: nothing."""
    start, end = max(interval[0], span[0]), min(interval[1], span[1])
    return (start, end) if start < end else None


def without(interval: Interval, taken: Sequence[Interval]) -> tuple[Interval, ...]:
    """Return what ``taken``, sorted and disjoint, leaves of ``interval``."""
    return tuple(gaps(list(overlaps(taken, [interval])), interval))

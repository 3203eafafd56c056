"""Whether a lane of a gate is open for an activity, since when and until when; pure.

Rules, as people mean them:

1. Regular openings add up. A window belongs to the day on which it begins.
2. On a day of an exception the last written one that covers lane and activity is in force, alone.
3. Its ``open`` windows replace the regular ones, its ``closed`` windows are taken away from
   whatever is left; ``closed`` reaches into windows of the night before as well.
4. On a day that is closed as a whole no window begins, not even one that would outlast it.
5. A window of the night before ends at midnight where a day has other ``open`` windows of its own.

With an untrusted clock nothing is known, and nobody is told that a gate is open or closed.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.hours import Hours, HoursException, Opening
from player.pack.instants import (
    Interval,
    day_bounds,
    daypart,
    from_ms,
    gaps,
    join,
    overlaps,
    to_ms,
)
from player.pack.window import WEEKDAYS, ClockRange

REACHES_DAYS: Final = (2, 32, 400)
"""How far around a day the last and the next change are looked for, nearest first."""

COUNTED_MS: Final = 6 * 3_600_000
"""A change nearer than this is told with the minutes that are left."""

MINUTE_MS: Final = 60_000
_DAY: Final = timedelta(days=1)


class Status(Enum):
    """What a traveller is told."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a lane stands at an instant; instants are aware, in UTC.

    Attributes:
        since: when it became so; None: longer ago than anyone looked, or unknown.
        until: when it will change; None: in no foreseeable time, or unknown.
        opens: when it next opens; likewise.
        all_day: whether it is so from midnight to midnight.
        exception: in force on the local day; None: an ordinary day.
    """

    status: Status
    since: datetime | None = None
    until: datetime | None = None
    opens: datetime | None = None
    all_day: bool = False
    exception: HoursException | None = None


UNKNOWN: Final = Standing(Status.UNKNOWN)


class OpeningHours:
    """The hours of one gate, to be asked about any instant.

    What it keeps between calls only saves time.
    """

    def __init__(self, hours: Hours, zone: ZoneInfo) -> None:
        """Take the rules.

        Args:
            hours: of the gate.
            zone: in which they are meant.
        """
        self._hours = hours
        self._zone = zone
        self._calendars: dict[tuple[str, str], _Calendar] = {}

    def standing(self, lane: str, activity: str, instant: datetime, trust: ClockTrust) -> Standing:
        """Return how ``lane`` stands for those who come for ``activity``.

        Args:
            lane: id.
            activity: id.
            instant: aware, between 1970 and 2999.
            trust: whether ``instant`` can be the true time.
        """
        if trust is ClockTrust.UNTRUSTED:
            return UNKNOWN
        return self._calendar(lane, activity).standing(to_ms(instant))

    def open_times(self, lane: str, activity: str, first: date, last: date) -> list[Interval]:
        """Return when ``lane`` is open from the day ``first`` to ``last``, in order, disjoint.

        What began before or outlasts them is cut at their midnights.
        """
        span = (day_bounds(first, self._zone)[0], day_bounds(last, self._zone)[1])
        return self._calendar(lane, activity).open_times(first, last, span)

    def _calendar(self, lane: str, activity: str) -> "_Calendar":
        key = (lane, activity)
        if key not in self._calendars:
            self._calendars[key] = _Calendar(self._hours, lane, activity, self._zone)
        return self._calendars[key]


def minutes_left(standing: Standing, instant: datetime) -> int | None:
    """Return the begun minutes until a lane changes; None: not near enough to be counted."""
    if standing.until is None:
        return None
    left_ms = to_ms(standing.until) - to_ms(instant)
    return -(-left_ms // MINUTE_MS) if left_ms <= COUNTED_MS else None


def next_words(standings: Iterable[Standing], instant: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when anything said about ``standings`` is next worded otherwise.

    That is a change, a minute less, or the midnight at which "tomorrow" becomes today.

    Args:
        standings: of a whole board, at ``instant``.
        instant: aware.
        zone: of the gate.

    Returns:
        An aware instant later than ``instant``; None when nothing on the board needs a clock.
    """
    now = to_ms(instant)
    known = [each for each in standings if each.status is not Status.UNKNOWN]
    if not known:
        return None
    midnight = day_bounds(instant.astimezone(zone).date() + _DAY, zone)[0]
    changes = [to_ms(each.until) for each in known if each.until is not None]
    return from_ms(min([midnight, *(_next_count(change, now) for change in changes)]))


def _next_count(change: int, now: int) -> int:
    if change - now > COUNTED_MS:
        return change - COUNTED_MS
    return now + ((change - now - 1) % MINUTE_MS) + 1


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around one day: ``opened`` within ``span``, sorted and disjoint."""

    day: date
    span: Interval
    opened: Sequence[Interval]


class _Calendar:
    """The days of one lane for one activity."""

    def __init__(self, hours: Hours, lane: str, activity: str, zone: ZoneInfo) -> None:
        self._openings = [each for each in hours.openings if each.covers(lane, activity)]
        self._exceptions = [each for each in hours.exceptions if each.covers(lane, activity)]
        self._zone = zone
        self._known: _Around | None = None

    def standing(self, now: int) -> Standing:
        """Return how the lane stands at ``now``, UTC milliseconds."""
        day = from_ms(now).astimezone(self._zone).date()
        if self._known is None or self._known.day != day:
            self._known = self._look_around(day)
        opened, span = self._known.opened, self._known.span
        edges = [edge for interval in opened for edge in interval]
        passed = bisect_right(edges, now)
        since = edges[passed - 1] if passed else span[0]
        until = edges[passed] if passed < len(edges) else span[1]
        starts = edges[passed + passed % 2 :: 2]
        midnight, next_midnight = day_bounds(day, self._zone)
        return Standing(
            Status.OPEN if passed % 2 else Status.CLOSED,
            since=_within(since, span),
            until=_within(until, span),
            opens=from_ms(starts[0]) if starts else None,
            all_day=since <= midnight and next_midnight <= until,
            exception=self._exception(day),
        )

    def _look_around(self, day: date) -> _Around:
        """Look as far as needed to know what lies before and after ``day``."""
        midnight, next_midnight = day_bounds(day, self._zone)
        around = _Around(day, (midnight, next_midnight), ())
        for reach in REACHES_DAYS:
            first, last = day - reach * _DAY, day + reach * _DAY
            span = (day_bounds(first, self._zone)[0], day_bounds(last, self._zone)[1])
            around = _Around(day, span, self.open_times(first, last, span))
            edges = [edge for interval in around.opened for edge in interval if edge not in span]
            starts = [start for start, _ in around.opened]
            if edges and edges[0] <= midnight and starts[-1] > next_midnight:
                break
        return around

    def open_times(self, first: date, last: date, span: Interval) -> list[Interval]:
        """Return when the lane is open within ``span``, which ``first`` to ``last`` make up."""
        opened: list[Interval] = []
        closed: list[Interval] = []
        days = [(day, self._exception(day)) for day in _days(first - _DAY, last + _DAY)]
        for (day, exception), (_, following) in pairwise(days):
            opened += self._opened(day, exception, following)
            closed += self._resolved(day, exception.closed if exception else ())
        shut = list(overlaps(join(closed), [span]))
        return list(overlaps(join(opened), list(gaps(shut, span))))

    def _opened(
        self, day: date, exception: HoursException | None, following: HoursException | None
    ) -> Iterator[Interval]:
        """Yield the windows that begin on ``day``; ``following`` holds on the next one."""
        goes_on = (
            exception is not None and following is not None and exception.open == following.open
        )
        is_cut = following is not None and bool(following.open) and not goes_on
        windows = _windows(self._openings, exception, day)
        midnight = day_bounds(day, self._zone)[1]
        for start, end in self._resolved(day, windows):
            yield start, min(end, midnight) if is_cut else end

    def _resolved(self, day: date, windows: Iterable[ClockRange]) -> Iterator[Interval]:
        return (daypart(day, each.start_minute, each.end_minute, self._zone) for each in windows)

    def _exception(self, day: date) -> HoursException | None:
        return next((each for each in reversed(self._exceptions) if each.holds_on(day)), None)


def _windows(
    openings: Iterable[Opening], exception: HoursException | None, day: date
) -> Iterable[ClockRange]:
    if exception is not None and exception.is_whole_day_closed:
        return ()
    if exception is not None and exception.open:
        return exception.open
    weekday = WEEKDAYS[day.weekday()]
    return [
        window
        for opening in openings
        if not opening.weekdays or weekday in opening.weekdays
        for window in opening.windows
    ]


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _within(edge: int, span: Interval) -> datetime | None:
    return from_ms(edge) if edge not in span else None

"""Whether a gate as a whole is open: it is while any lane serves anybody; pure.

The picture of a screen goes by this, with some minutes before and after; what travellers are told
of each lane is ``hours.py``'s.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.hours import Hours
from player.pack.instants import DAWN, DUSK, Interval, day_bounds, from_ms, join, to_ms
from player.schedule.hours import REACHES_DAYS, OpeningHours

NO_TIME: Final = timedelta()
KEPT: Final = 8
_MS: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How a gate stands at an instant, and until when; ``until`` None: in no foreseeable time."""

    is_open: bool
    until: datetime | None


class GateHours:
    """The hours of one gate, all lanes together; what it keeps between calls only saves time."""

    def __init__(
        self,
        hours: Hours | None,
        zone: ZoneInfo,
        before: timedelta = NO_TIME,
        after: timedelta = NO_TIME,
    ) -> None:
        """Take the rules.

        Args:
            hours: of the gate; None: nobody has said, so it counts as always open.
            zone: in which they are meant.
            before: counts as open this long before the first lane opens; at most a day.
            after: likewise after the last one has closed.
        """
        self._pairs = [(lane.id, each.id) for lane, each in hours.pairs()] if hours else []
        self._rules = OpeningHours(hours, zone) if hours else None
        self._zone = zone
        self._before_ms, self._after_ms = before // _MS, after // _MS
        self._known: dict[tuple[date, int], Sequence[Interval]] = {}

    def stretch(self, instant: datetime) -> Stretch:
        """Return how the gate stands at ``instant``; aware, between 1970 and 2999."""
        if self._rules is None:
            return Stretch(is_open=True, until=None)
        now, day = to_ms(instant), instant.astimezone(self._zone).date()
        is_open, until = False, DUSK
        for reach in REACHES_DAYS:
            edges = [edge for interval in self._times(day, reach) for edge in interval]
            passed = bisect_right(edges, now)
            is_open = passed % 2 == 1
            until = edges[passed] if passed < len(edges) else DUSK
            if until < DUSK:
                break
        return Stretch(is_open, from_ms(until) if until < DUSK else None)

    def next_change(self, instant: datetime, *, opens: bool) -> datetime | None:
        """Return when the gate next opens (or closes) after ``instant``; None: not foreseen."""
        here = self.stretch(instant)
        if here.until is None or here.is_open is not opens:
            return here.until
        return self.stretch(here.until).until

    def _times(self, day: date, reach: int) -> Sequence[Interval]:
        key = (day, reach)
        if key not in self._known:
            while len(self._known) >= KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = self._look_around(day, reach)
        return self._known[key]

    def _look_around(self, day: date, reach: int) -> Sequence[Interval]:
        if self._rules is None:
            return [(DAWN, DUSK)]
        first, last = day - timedelta(days=reach), day + timedelta(days=reach)
        span = (day_bounds(first, self._zone)[0], day_bounds(last, self._zone)[1])
        # What is cut off where the look ends has no edge there.
        return join(
            (
                start - self._before_ms if start > span[0] else DAWN,
                end + self._after_ms if end < span[1] else DUSK,
            )
            for lane, activity in self._pairs
            for start, end in self._rules.open_times(lane, activity, first, last)
        )

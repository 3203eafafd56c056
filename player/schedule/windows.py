"""A playlist's conditions, resolved to the intervals in which they hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.anniversary import LunarDay, SolarDay
from player.pack.instants import (
    Interval,
    at_fixed_offset,
    clip,
    day_bounds,
    daypart,
    from_ms,
    join,
    local_to_ms,
    overlaps,
    validity,
)
from player.pack.repetition import Repetition, parse_repetition
from player.pack.window import WEEKDAYS, When
from player.schedule.recurrence import begins_on

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Recurring:
    """Windows of one length, each beginning where a repetition rule happens."""

    rule: Repetition
    length: timedelta


@dataclass(frozen=True, slots=True)
class Windows:
    """A playlist's conditions, compiled once.

    Attributes:
        when: as written.
        zone: in which they are meant.
        valid: its validity as an interval.
        recurring: its recurrence, if any.
    """

    when: When
    zone: ZoneInfo
    valid: Interval
    recurring: Recurring | None

    def during(self, span: Interval) -> list[Interval]:
        """Return when the conditions hold within ``span``: sorted, disjoint, not touching."""
        bounds = clip(self.valid, span)
        if bounds is None:
            return []
        if not self.when.dayparts and not self.when.weekdays:
            open_times: Iterable[Interval] = (bounds,)
        else:
            open_times = self._dayparts(bounds)
        if self.recurring is not None:
            repeats = join(self._repeats(self.recurring, bounds))
            open_times = overlaps(join(open_times), repeats)
        for each in (self.when.yearly, self.when.lunar):
            if each is not None:
                kept = join(self._anniversaries(each, bounds))
                open_times = overlaps(join(open_times), kept)
        return join(clipped for each in open_times if (clipped := clip(each, bounds)))

    def _dayparts(self, span: Interval) -> Iterator[Interval]:
        day = from_ms(span[0]).astimezone(self.zone).date() - _DAY
        last = from_ms(span[1]).astimezone(self.zone).date()
        while day <= last:
            if not self.when.weekdays or WEEKDAYS[day.weekday()] in self.when.weekdays:
                if not self.when.dayparts:
                    yield day_bounds(day, self.zone)
                for part in self.when.dayparts:
                    yield daypart(day, part.start_minute, part.end_minute, self.zone)
            day += _DAY

    def _repeats(self, recurring: Recurring, span: Interval) -> Iterator[Interval]:
        day = (at_fixed_offset(span[0], self.zone) - recurring.length).date() - _DAY
        last = at_fixed_offset(span[1], self.zone).date()
        while day <= last:
            for begin in begins_on(recurring.rule, day):
                yield (
                    local_to_ms(begin, self.zone),
                    local_to_ms(begin + recurring.length, self.zone, is_end=True),
                )
            day += _DAY

    def _anniversaries(self, kept: SolarDay | LunarDay, span: Interval) -> Iterator[Interval]:
        """Yield the stretches of whole days around each day on which ``kept`` falls."""
        before, after = timedelta(days=kept.before), timedelta(days=kept.after)
        first, last = (at_fixed_offset(ms, self.zone).date() for ms in span)
        for day in kept.falls(first - after, last + before):
            begin, _ = day_bounds(day - before, self.zone)
            _, end = day_bounds(day + after, self.zone)
            yield begin, end


def compile_windows(when: When, gate_zone: ZoneInfo) -> Windows:
    """Return ``when`` ready to be asked about spans of time."""
    zone = ZoneInfo(when.time_zone) if when.time_zone else gate_zone
    recurring = None
    if when.recurrence is not None:
        rule = parse_repetition(when.recurrence.rule, when.recurrence.first)
        recurring = Recurring(rule, timedelta(minutes=when.recurrence.lasts_minutes))
    return Windows(when, zone, validity(when.valid, zone), recurring)

"""Notices that close lanes, as exceptions of the gate's hours: so board and banner agree.

What shows or searches hours asks them as ever; it is given these hours instead of the gate's own
whenever what stands on the board has changed, and once a day. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.life import open_times
from player.pack.hours import Hours, HoursException
from player.pack.instants import Interval, day_bounds, from_ms, join, to_ms
from player.pack.language import Words
from player.pack.notice import Notice
from player.pack.window import DAY_MINUTES, ClockRange

DAYS_BACK: Final = 2
DAYS_AHEAD: Final = 35
"""How far around the present closures are looked at: whoever plans a journey hears of them in
time, and a notice without an end in sight does not fill the calendar."""

_STEP: Final = 2
"""Days from look to look: ``open_times`` sees as many on either side."""

_DAY: Final = timedelta(days=1)
_NOON: Final = DAY_MINUTES // 2


@dataclass(frozen=True, slots=True)
class _Closure:
    notice: Notice
    times: Sequence[Interval]


def with_closures(hours: Hours, notices: Iterable[Notice], zone: ZoneInfo, now: datetime) -> Hours:
    """Return ``hours`` with the lanes closed that ``notices`` close.

    What an exception of the pack says of such a day still holds beside the closure.

    Args:
        hours: of the gate.
        notices: that stand on the board; drills close nothing.
        zone: of the gate.
        now: aware.
    """
    closures = [
        _Closure(notice, times)
        for notice in notices
        if notice.closes and notice.lanes and notice.status == "actual"
        if (times := _times(notice, zone, now))
    ]
    added = tuple(_exceptions(hours, closures, zone))
    return hours.model_copy(update={"exceptions": (*hours.exceptions, *added)}) if added else hours


def _times(notice: Notice, zone: ZoneInfo, now: datetime) -> list[Interval]:
    """Return when ``notice`` closes, from days back until days ahead."""
    today = now.astimezone(zone).date()
    first, last = today - DAYS_BACK * _DAY, today + DAYS_AHEAD * _DAY
    start, end = day_bounds(first, zone)[0], day_bounds(last, zone)[1]
    looks = (now + days * _DAY for days in range(-DAYS_BACK, DAYS_AHEAD + 1, _STEP))
    found = join(each for look in looks for each in open_times(notice, zone, to_ms(look)))
    return [(max(a, start), min(b, end)) for a, b in found if a < end and b > start]


def _exceptions(
    hours: Hours, closures: Sequence[_Closure], zone: ZoneInfo
) -> Iterator[HoursException]:
    """Yield an exception for each lane, activity and day: the last one written stands alone."""
    for lane, activity in hours.pairs():
        about = [each for each in closures if _covers(each.notice, lane.id, activity.id)]
        times = join(time for each in about for time in each.times)
        for day in _days(times, zone):
            before = _in_force(hours, lane.id, activity.id, day)
            if before is not None and before.is_whole_day_closed:
                continue
            yield HoursException.model_construct(
                lanes=(lane.id,),
                activities=(activity.id,),
                start=day,
                until=day,
                open=before.open if before else (),
                closed=(*(before.closed if before else ()), *_ranges(times, day, zone)),
                reason=_reason(about, day, zone),
            )


def _covers(notice: Notice, lane: str, activity: str) -> bool:
    return lane in notice.lanes and (not notice.activities or activity in notice.activities)


def _in_force(hours: Hours, lane: str, activity: str, day: date) -> HoursException | None:
    return next(
        (
            each
            for each in reversed(hours.exceptions)
            if each.covers(lane, activity) and each.holds_on(day)
        ),
        None,
    )


def _days(times: Iterable[Interval], zone: ZoneInfo) -> list[date]:
    days: set[date] = set()
    for start, end in times:
        first = from_ms(start).astimezone(zone).date()
        last = from_ms(end - 1).astimezone(zone).date()
        days |= {first + number * _DAY for number in range((last - first).days + 1)}
    return sorted(days)


def _ranges(times: Iterable[Interval], day: date, zone: ZoneInfo) -> Iterator[ClockRange]:
    """Yield the minutes of ``day`` that ``times`` touch."""
    midnight, next_midnight = day_bounds(day, zone)
    for start, end in times:
        if start >= next_midnight or end <= midnight:
            continue
        first = 0 if start <= midnight else _minute(start, zone)
        last = DAY_MINUTES if end >= next_midnight else _minute(end - 1, zone) + 1
        # A whole day in one piece would mean that no night window begins on it (schedule/hours.py,
        # rule 4); a notice takes away its own time and no more.
        if first < _NOON < last:
            yield ClockRange(start_minute=first, end_minute=_NOON)
            first = _NOON
        yield ClockRange(start_minute=first, end_minute=last)


def _minute(ms: int, zone: ZoneInfo) -> int:
    local = from_ms(ms).astimezone(zone)
    return local.hour * 60 + local.minute


def _reason(about: Iterable[_Closure], day: date, zone: ZoneInfo) -> Words:
    """Return the headline of the notice that closes on ``day``, of several the last sent."""
    bounds = day_bounds(day, zone)
    on_day = [
        each.notice
        for each in about
        if any(start < bounds[1] and end > bounds[0] for start, end in each.times)
    ]
    last = max(on_day, key=lambda notice: (f"{notice.sent}", notice.id))
    return {tag: text.headline for tag, text in last.text.items()}

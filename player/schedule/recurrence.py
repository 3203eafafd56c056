"""When a repetition rule happens on a day, asked for that day alone.

Walking a rule from its first instance, as calendar libraries do, never ends for one that never
happens (30 February) and takes a second for one that began hourly in 2000. Here each day is
judged by itself, so any rule costs the same; only ``COUNT`` looks back, and it is bounded.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from player.pack.repetition import Frequency, Repetition

COUNTED_DAYS: Final = 30 * 366
"""``COUNT`` is counted for about thirty years; a rule that has not used it up by then goes on."""

_DAY: Final = timedelta(days=1)


def begins_on(rule: Repetition, day: date) -> list[datetime]:
    """Return the local times at which ``rule`` happens on ``day``, in order."""
    begins = _uncounted(rule, day)
    if not begins or rule.count is None:
        return begins
    last = _last(rule)
    return [begin for begin in begins if begin <= last]


def _uncounted(rule: Repetition, day: date) -> list[datetime]:
    if day < rule.first.date() or not _is_in_phase(rule, day) or not _fits(rule, day):
        return []
    begins = list(_times(rule, day))
    if rule.positions:
        chosen = _chosen(rule, _period(rule, day))
        begins = [begin for begin in begins if begin in chosen]
    return [begin for begin in begins if rule.first <= begin <= rule.until]


@lru_cache(maxsize=4096)
def _last(rule: Repetition) -> datetime:
    """Return the instance that uses up ``COUNT``, or the rule's end if none does."""
    left = rule.count or 0
    day = rule.first.date()
    for _ in range(COUNTED_DAYS):
        begins = _uncounted(rule, day)
        if len(begins) >= left:
            return begins[left - 1]
        left -= len(begins)
        day += _DAY
    return rule.until


def _times(rule: Repetition, day: date) -> Iterator[datetime]:
    for hour in sorted(rule.hours) or range(24):
        if rule.frequency is Frequency.HOURLY:
            hours = (day - rule.first.date()).days * 24 + hour - rule.first.hour
            if hours % rule.interval:
                continue
        for minute in sorted(rule.minutes):
            yield datetime.combine(day, time(hour, minute, rule.first.second))


def _is_in_phase(rule: Repetition, day: date) -> bool:
    first = rule.first.date()
    match rule.frequency:
        case Frequency.HOURLY:
            return True
        case Frequency.DAILY:
            periods = (day - first).days
        case Frequency.WEEKLY:
            periods = (_week(rule, day) - _week(rule, first)).days // 7
        case Frequency.MONTHLY:
            periods = (day.year - first.year) * 12 + day.month - first.month
        case _:
            periods = day.year - first.year
    return periods % rule.interval == 0


def _fits(rule: Repetition, day: date) -> bool:
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.weekdays or _fits_weekday(rule, day))
        and (not rule.month_days or _is_numbered(rule.month_days, day.day, _month_days(day)))
        and (not rule.year_days or _is_numbered(rule.year_days, _year_day(day), _year_days(day)))
        and (not rule.week_numbers or _fits_week(rule, day))
    )


def _is_numbered(wanted: frozenset[int], number: int, last: int) -> bool:
    """Whether ``number`` of ``1..last`` is wanted, counted from either end."""
    return number in wanted or number - last - 1 in wanted


def _fits_weekday(rule: Repetition, day: date) -> bool:
    weekday = day.weekday()
    if (0, weekday) in rule.weekdays:
        return True
    if rule.frequency is Frequency.YEARLY and not rule.months:
        before, after = _year_day(day) - 1, _year_days(day) - _year_day(day)
    else:
        before, after = day.day - 1, _month_days(day) - day.day
    return not rule.weekdays.isdisjoint({(before // 7 + 1, weekday), (-(after // 7) - 1, weekday)})


def _fits_week(rule: Repetition, day: date) -> bool:
    number, middle = _week_number(rule, day)
    # 28 December lies in the last week of its year, whichever day weeks begin on.
    last, _ = _week_number(rule, date(middle.year, 12, 28))
    return _is_numbered(rule.week_numbers, number, last)


def _week_number(rule: Repetition, day: date) -> tuple[int, date]:
    """Return the number of ``day``'s week, and the day that says to which year the week belongs."""
    middle = _week(rule, day) + 3 * _DAY
    return (_year_day(middle) - 1) // 7 + 1, middle


def _week(rule: Repetition, day: date) -> date:
    return day - (day.weekday() - rule.week_start) % 7 * _DAY


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _year_days(day: date) -> int:
    return 365 + isleap(day.year)


def _month_days(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _period(rule: Repetition, day: date) -> tuple[date, date]:
    """Return the first and last day of the period of ``rule`` that holds ``day``."""
    match rule.frequency:
        case Frequency.YEARLY:
            return day.replace(month=1, day=1), day.replace(month=12, day=31)
        case Frequency.MONTHLY:
            return day.replace(day=1), day.replace(day=_month_days(day))
        case Frequency.WEEKLY:
            return _week(rule, day), _week(rule, day) + 6 * _DAY
        case _:
            return day, day


@lru_cache(maxsize=256)
def _chosen(rule: Repetition, period: tuple[date, date]) -> frozenset[datetime]:
    """Return the instances of ``period`` at the positions that ``rule`` wants."""
    first, last = period
    days = (first + number * _DAY for number in range((last - first).days + 1))
    begins = [begin for day in days if _fits(rule, day) for begin in _times(rule, day)]
    return frozenset(
        begin
        for number, begin in enumerate(begins, start=1)
        if _is_numbered(rule.positions, number, len(begins))
    )

"""Repetition rules: RRULE values of RFC 5545, read into a frozen value.

Only what a gate's programme needs is understood: hourly at the finest, local times, no seconds.
Everything else is refused with the reason. When a rule happens, ``schedule/recurrence.py`` says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import IntEnum
from typing import Final

MAX_INTERVAL: Final = 1000
MAX_COUNT: Final = 10_000
END: Final = datetime(9999, 12, 31, 23, 59, 59)  # noqa: DTZ001  (local, as all of a rule)
"""Until when a rule without ``UNTIL`` goes on."""

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY: Final = re.compile(r"^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$")
_NUMBER: Final = re.compile(r"^[+-]?\d{1,5}$")
_UNTIL: Final = re.compile(r"^\d{8}(T\d{6})?$")
_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "INTERVAL": (1, MAX_INTERVAL),
    "COUNT": (1, MAX_COUNT),
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSETPOS": (-366, 366),
}
_NEVER_ZERO: Final = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_OTHERS: Final = frozenset({"FREQ", "UNTIL", "WKST", "BYDAY"})
_DAY_PARTS: Final = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY"})


class Frequency(IntEnum):
    """How long the period is that a rule repeats, shortest first."""

    HOURLY = 0
    DAILY = 1
    WEEKLY = 2
    MONTHLY = 3
    YEARLY = 4


_ALLOWED: Final[Mapping[str, frozenset[Frequency]]] = {
    "BYMONTHDAY": frozenset(Frequency) - {Frequency.WEEKLY},
    "BYYEARDAY": frozenset({Frequency.HOURLY, Frequency.YEARLY}),
    "BYWEEKNO": frozenset({Frequency.YEARLY}),
    "BYSETPOS": frozenset(Frequency) - {Frequency.HOURLY},
}
"""Parts that mean nothing with the other frequencies (RFC 5545, 3.3.10, table)."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """A repetition rule, with what its first instance implies filled in.

    Empty sets do not restrict. Negative numbers count from the end.

    Attributes:
        first: local; no instance is earlier.
        until: local, inclusive.
        weekdays: (ordinal within the month or year, 0 for every one; 0 = Monday).
        hours: empty: every hour (hourly rules only).
        positions: which instances of each period are taken.
    """

    first: datetime
    frequency: Frequency
    interval: int
    count: int | None
    until: datetime
    week_start: int
    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    week_numbers: frozenset[int]
    weekdays: frozenset[tuple[int, int]]
    hours: frozenset[int]
    minutes: frozenset[int]
    positions: frozenset[int]


def parse_repetition(rule: str, first: datetime) -> Repetition:
    """Read an RRULE value.

    Args:
        rule: e.g. ``FREQ=MONTHLY;BYDAY=1SA``; capitals do not matter.
        first: DTSTART, naive local time.

    Raises:
        ValueError: with the reason, for anything this player does not follow exactly.
    """
    parts = _split(rule)
    frequency = _frequency(parts)
    _check_together(parts, frequency)
    numbers = {name: _numbers(name, parts[name]) for name in _RANGES if name in parts}
    weekdays = _weekdays(parts.get("BYDAY", ""), frequency)
    months, month_days = _implied_dates(parts, numbers, frequency, first)
    if not _DAY_PARTS & parts.keys() and frequency is Frequency.WEEKLY:
        weekdays = frozenset({(0, first.weekday())})
    hours = () if frequency is Frequency.HOURLY else (first.hour,)
    return Repetition(
        first=first,
        frequency=frequency,
        interval=min(numbers.get("INTERVAL", (1,))),
        count=min(numbers["COUNT"]) if "COUNT" in numbers else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else END,
        week_start=_week_start(parts.get("WKST", "MO")),
        months=months,
        month_days=month_days,
        year_days=frozenset(numbers.get("BYYEARDAY", ())),
        week_numbers=frozenset(numbers.get("BYWEEKNO", ())),
        weekdays=weekdays,
        hours=frozenset(numbers.get("BYHOUR", hours)),
        minutes=frozenset(numbers.get("BYMINUTE", (first.minute,))),
        positions=frozenset(numbers.get("BYSETPOS", ())),
    )


def _split(rule: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in rule.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or name not in _RANGES.keys() | _OTHERS:
            raise ValueError(f"{part!r} is not followed")
        if name in parts:
            raise ValueError(f"{name} is given twice")
        parts[name] = value
    return parts


def _frequency(parts: Mapping[str, str]) -> Frequency:
    name = parts.get("FREQ", "")
    if name not in Frequency.__members__:
        raise ValueError(f"FREQ={name} is none of {', '.join(Frequency.__members__)}")
    return Frequency[name]


def _check_together(parts: Mapping[str, str], frequency: Frequency) -> None:
    for name, allowed in _ALLOWED.items():
        if name in parts and frequency not in allowed:
            raise ValueError(f"{name} means nothing with FREQ={frequency.name}")
    if "COUNT" in parts and "UNTIL" in parts:
        raise ValueError("COUNT and UNTIL cannot be given together")
    if "BYWEEKNO" in parts and "BYDAY" not in parts:
        raise ValueError("BYWEEKNO needs BYDAY")
    if "BYSETPOS" in parts and not any(
        name.startswith("BY") and name != "BYSETPOS" for name in parts
    ):
        raise ValueError("BYSETPOS needs another BY part to choose from")


def _numbers(name: str, value: str) -> Sequence[int]:
    least, most = _RANGES[name]
    found = value.split(",") if name.startswith("BY") else [value]
    numbers = [int(each) for each in found if _NUMBER.match(each)]
    if len(numbers) < len(found) or not all(least <= number <= most for number in numbers):
        raise ValueError(f"{name}={value} is not within {least}..{most}")
    if 0 in numbers and name in _NEVER_ZERO:
        raise ValueError(f"{name}={value}: nothing is numbered 0")
    return numbers


def _weekdays(value: str, frequency: Frequency) -> frozenset[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for each in value.split(",") if value else ():
        match = _WEEKDAY.match(each)
        if match is None:
            raise ValueError(f"{each!r} is no weekday like MO or 1SA")
        ordinal = int(match[1] or 0)
        if match[1] and (ordinal == 0 or frequency < Frequency.MONTHLY):
            raise ValueError(f"{each} needs FREQ=MONTHLY or FREQ=YEARLY, and no ordinal 0")
        found.add((ordinal, _WEEKDAYS.index(match[2])))
    return frozenset(found)


def _implied_dates(
    parts: Mapping[str, str],
    numbers: Mapping[str, Sequence[int]],
    frequency: Frequency,
    first: datetime,
) -> tuple[frozenset[int], frozenset[int]]:
    months = frozenset(numbers.get("BYMONTH", ()))
    if frequency < Frequency.MONTHLY or _DAY_PARTS & parts.keys():
        return months, frozenset(numbers.get("BYMONTHDAY", ()))
    if frequency is Frequency.YEARLY and not months:
        months = frozenset({first.month})
    return months, frozenset({first.day})


def _until(value: str) -> datetime:
    """Return the last instant an instance may begin; a date includes its day, as people mean it."""
    if not _UNTIL.match(value):
        raise ValueError(f"UNTIL={value} is not local time like 20261231 or 20261231T180000")
    if "T" in value:
        return datetime.fromisoformat(value)
    return datetime.combine(datetime.fromisoformat(value), time.max)


def _week_start(value: str) -> int:
    if value not in _WEEKDAYS:
        raise ValueError(f"WKST={value} is no weekday")
    return _WEEKDAYS.index(value)

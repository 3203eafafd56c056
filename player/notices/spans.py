"""Times as gate staff type them, and as a notice keeps them: one strict form that reads back.

Typed: ``7h-10h, 15:30-17:30`` · ``hôm nay`` or ``today`` · ``mai``, ``ngày mai`` or ``tomorrow`` ·
``15/4``, ``15/4/2027``, ``2027-04-15``. Kept: ``2027-04-15 07:00-10:00, 15:30-17:30; 2027-04-16
11:30-14:00``, for what is "tomorrow" now would be another day when the notice is revised.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.window import DAY_MINUTES

Span = tuple[datetime, datetime]
"""From an aware instant until another."""

MOST_WINDOWS: Final = 6
MOST_DAYS: Final = 3
MOST_OPENINGS: Final = 3
"""Of one notice; more would not be read, and would not fit in ``ROOM``."""

LONG_PAST: Final = timedelta(days=31)
"""A day named without its year is meant this year, but for one that has passed so long ago."""

LONGEST_AHEAD: Final = timedelta(days=366)
_DAY: Final = timedelta(days=1)
_HOUR: Final = 60
_CLOCK: Final = r"(\d{1,2})[:h](\d{2})?"
_RANGE: Final = re.compile(f"{_CLOCK}-{_CLOCK}")
_TIME: Final = re.compile(_CLOCK)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LOCAL: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_TOMORROW: Final = re.compile(r"ngày mai|ngay mai|\bmai\b")
_TODAY: Final = re.compile(r"hôm nay|hom nay")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Minutes of a local day; ``end`` at most a day after ``start``, so possibly of the next."""

    day: date
    start: int
    end: int

    def span(self, zone: ZoneInfo) -> Span:
        """Return it as instants of ``zone``."""
        midnight = datetime.combine(self.day, time())
        start = midnight + timedelta(minutes=self.start)
        return start.replace(tzinfo=zone), _at(midnight, self.end).replace(tzinfo=zone)


def _at(midnight: datetime, minute: int) -> datetime:
    return midnight + timedelta(minutes=minute)


def read_windows(typed: str, today: date) -> tuple[Stretch, ...] | None:
    """Return the stretches in ``typed``, in order; None: it is not of this form.

    Args:
        typed: or kept.
        today: day of a stretch before which none is named.
    """
    day: date | None = today
    found: set[Stretch] = set()
    for piece in _pieces(typed):
        minutes = _range(piece)
        if minutes is None:
            day = _day(piece, today)
        if day is None:
            return None
        if minutes is not None:
            found.add(Stretch(day, *minutes))
    return tuple(sorted(found)) or None


def keep_windows(stretches: Iterable[Stretch]) -> str:
    """Return stretches, in order, as a notice keeps them."""
    return "; ".join(
        f"{day} {', '.join(_keep_range(each) for each in same)}"
        for day, same in groupby(stretches, key=lambda each: each.day)
    )


def read_time(typed: str, today: date) -> Stretch | None:
    """Return a time of a day, as a stretch of no length; None: it is not of this form."""
    day: date | None = today
    minute: int | None = None
    for piece in _pieces(typed):
        found = _TIME.fullmatch(piece)
        if found is None:
            day = _day(piece, today)
        elif minute is None:
            minute = _minute(found[1], found[2])
        else:
            return None
        if day is None:
            return None
    if day is None or minute is None or minute >= DAY_MINUTES:
        return None
    return Stretch(day, minute, minute)


def keep_time(moment: Stretch) -> str:
    """Return a time of a day as a notice keeps it."""
    return f"{moment.day} {_clock(moment.start)}"


def read_dates(typed: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last of the days in ``typed``; None: it is not of this form."""
    days = [_day(piece, today) for piece in _pieces(typed) if piece != "-"]
    if not 1 <= len(days) <= len(("first", "last")):
        return None
    first, last = days[0], days[-1]
    return None if first is None or last is None or last < first else (first, last)


def keep_dates(days: tuple[date, date]) -> str:
    """Return a day, or the first and the last, as a notice keeps them."""
    return " ".join(dict.fromkeys(f"{day}" for day in days))


def read_opening(typed: str, day: date) -> tuple[Stretch, ...] | None:
    """Return the hours of ``day`` in ``typed``, in order; none: closed; None: not of this form."""
    if typed.strip().casefold() == CLOSED:
        return ()
    pieces = [_range(piece) for piece in _pieces(typed)]
    found = [Stretch(day, *piece) for piece in pieces if piece is not None]
    is_plain = len(found) == len(pieces) and all(each.end <= DAY_MINUTES for each in found)
    return tuple(sorted(set(found))) if found and is_plain else None


CLOSED: Final = "closed"


def keep_opening(stretches: Sequence[Stretch]) -> str:
    """Return the hours of a day as a notice keeps them."""
    return ", ".join(_keep_range(each) for each in stretches) or CLOSED


def rest_of_day(stretches: Iterable[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) minute of the parts of a day that ``stretches``, in order, leave."""
    reached = 0
    for each in stretches:
        if each.start > reached:
            yield reached, each.start
        reached = max(reached, each.end)
    if reached < DAY_MINUTES:
        yield reached, DAY_MINUTES


def _pieces(typed: str) -> list[str]:
    text = typed.casefold().replace("–", "-").replace("—", "-")
    text = _TODAY.sub("today", _TOMORROW.sub("tomorrow", text))
    text = re.sub(r"(?<=[:h\d])\s*-\s*(?=\d{1,2}[:h])", "-", text)
    return [piece for piece in re.split(r"[;,\s]+", text) if piece]


def _range(piece: str) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(piece)
    if found is None:
        return None
    start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    if start is None or end is None or start == end or start >= DAY_MINUTES:
        return None
    return start, end if end > start else end + DAY_MINUTES


def _minute(hour: str, minute: str | None) -> int | None:
    of_day = int(hour) * _HOUR + int(minute or 0)
    return of_day if int(minute or 0) < _HOUR and of_day <= DAY_MINUTES else None


def _day(piece: str, today: date) -> date | None:
    if piece in {"today", "tomorrow"}:
        return today + _DAY if piece == "tomorrow" else today
    try:
        if _ISO.fullmatch(piece):
            return _near(date.fromisoformat(piece), today)
        found = _LOCAL.fullmatch(piece)
        if found is None:
            return None
        day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
        named = date(year, month, day)
        is_past = not found[3] and named < today - LONG_PAST
        return _near(named.replace(year=year + 1) if is_past else named, today)
    except ValueError:
        return None


def _near(day: date, today: date) -> date | None:
    """Return ``day`` unless it is so far away that it must be a slip."""
    return day if abs(day - today) <= LONGEST_AHEAD else None


def _keep_range(each: Stretch) -> str:
    end = each.end if each.end <= DAY_MINUTES else each.end - DAY_MINUTES
    return f"{_clock(each.start)}-{_clock(end)}"


def _clock(minute: int) -> str:
    return f"{minute // _HOUR:02}:{minute % _HOUR:02}"

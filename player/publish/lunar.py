"""Days of the Vietnamese lunar calendar, looked up once when a pack is built.

It is reckoned at UTC+7 and so differs from the Chinese one in some years: Tết 2030 is 2 February
in Viet Nam and 3 February in China. A pack carries the solar days of the whole table, whenever it
is built, so that two builds of a source are the same and no gate runs out of feasts.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

from player.pack.anniversary import LunarDay

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2099
"""Lunar years of the table; what is known of the moon and of clocks does not reach further."""

_DAY: Final = timedelta(days=1)


def solar_days(kept: LunarDay) -> tuple[date, ...]:
    """Return the solar days on which ``kept`` falls, in the years of the table that count."""
    return tuple(_found(kept))


def _found(kept: LunarDay) -> Iterator[date]:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        if kept.counts(year):
            numbers = (kept.number,) if kept.number else (30, 29)
            days = (_solar(year, kept.month, number) for number in numbers)
            day = next((each for each in days if each is not None), None)
            if day is not None:
                yield day


def _solar(year: int, month: int, number: int) -> date | None:
    """Return a lunar day, never of a leap month; None: the month has 29 days in that year."""
    day: date = lunar_to_solar(LunarDate(1, month, year)) + (number - 1) * _DAY
    return day if solar_to_lunar(day) == LunarDate(number, month, year) else None

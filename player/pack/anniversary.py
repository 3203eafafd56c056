"""Days that come again every year: of the solar calendar, or of the Vietnamese lunar one.

A lunar day is looked up, not reckoned: which solar days it falls on is written into the pack by
its build, for this century, so that no gate needs to know the moon. An editor writes ``09-02``,
or ``12-last`` for the last day of a month that does not always have as many.
"""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from player.pack.model import PackModel

MOST_DAYS: Final = 100
"""How long before or after its day a campaign may play."""

MOST_DATES: Final = 200
LONGEST_LUNAR_MONTH: Final = 30
LAST: Final = "last"
_DAY: Final = re.compile(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]|last)$")
_LEAP_YEAR: Final = 2000


def _parse_day(value: object) -> object:
    if isinstance(value, str) and _DAY.match(value):
        return value
    raise _no_day(value)


def _no_day(value: object) -> PydanticCustomError:
    return PydanticCustomError(
        "day_of_year", "{value} is no day of every year like 09-02", {"value": str(value)}
    )


DayOfYear = Annotated[str, BeforeValidator(_parse_day)]
"""Month and day, ``09-02``, or ``12-last``."""


class _Anniversary(PackModel):
    """What solar and lunar ones share.

    Attributes:
        day: month and day of the calendar.
        before: days that the campaign begins earlier.
        after: days that it goes on; all of them are whole days of the gate.
        since: year in which it happened first; earlier years do not count. None: every year.
        every: only in years that are so many, or twice so many …, after ``since``.
    """

    day: DayOfYear
    before: int = Field(default=0, ge=0, le=MOST_DAYS)
    after: int = Field(default=0, ge=0, le=MOST_DAYS)
    since: int | None = Field(default=None, ge=MINYEAR, le=MAXYEAR)
    every: int = Field(default=1, ge=1, le=1000)

    @model_validator(mode="after")
    def _counts_from_a_year(self) -> Self:
        if self.every > 1 and self.since is None:
            raise PydanticCustomError(
                "every_without_since",
                "every {every} years is counted from since",
                {"every": self.every},
            )
        return self

    @property
    def month(self) -> int:
        """Of the calendar, 1 to 12."""
        return int(self.day[:2])

    @property
    def number(self) -> int | None:
        """Day of the month; None: the last, whichever that is."""
        text = self.day[3:]
        return None if text == LAST else int(text)

    def counts(self, year: int) -> bool:
        """Whether it is kept in a year of its calendar."""
        return self.since is None or (year >= self.since and (year - self.since) % self.every == 0)


class SolarDay(_Anniversary):
    """A day of the solar calendar; 29 February comes in leap years only."""

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.number is not None and self.number > monthrange(_LEAP_YEAR, self.month)[1]:
            raise _no_day(self.day)
        return self

    def falls(self, first: date, last: date) -> Iterator[date]:
        """Yield the days on which it falls, from ``first`` to ``last``, in order."""
        for year in range(first.year, last.year + 1):
            length = monthrange(year, self.month)[1]
            number = self.number or length
            if self.counts(year) and number <= length:
                found = date(year, self.month, number)
                if first <= found <= last:
                    yield found


class LunarDay(_Anniversary):
    """A day of the Vietnamese lunar calendar; of a leap month never, as feasts are kept.

    Attributes:
        dates: solar days on which it falls, in order; set by the build.
    """

    dates: Sequence[date] = Field(default=(), max_length=MOST_DATES)

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.number is not None and self.number > LONGEST_LUNAR_MONTH:
            raise _no_day(self.day)
        return self

    def falls(self, first: date, last: date) -> Iterator[date]:
        """Yield the days on which it falls, from ``first`` to ``last``, in order."""
        begin = bisect_left(self.dates, first)
        yield from self.dates[begin : bisect_right(self.dates, last)]

"""When something holds: spoken by editors in local dates and times, meant as half-open windows.

Nothing here knows a time zone or the present; ``pack/instants.py`` resolves these values.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from player.config.naming import check_time_zone
from player.pack.anniversary import LunarDay, SolarDay
from player.pack.model import PackModel
from player.pack.repetition import parse_repetition

DAY_MINUTES: Final = 24 * 60
EARLIEST_YEAR: Final = 2000
"""A recurrence must not begin earlier: ``COUNT`` is counted day by day from its first instance."""
_CLOCK_RANGE = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*-\s*([01]\d|2[0-4]):([0-5]\d)$")
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$")


def _parse_moment(value: object) -> object:
    # A bare number is a date without its quotes, not seconds since 1970.
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _MOMENT.match(value):
        raise _no_moment(value)
    try:
        if len(value) == len("2026-01-31"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError as e:
        raise _no_moment(value) from e


def _no_moment(value: object) -> PydanticCustomError:
    return PydanticCustomError(
        "moment", "{value} is neither a date nor a date and time", {"value": str(value)}
    )


Moment = Annotated[date | datetime, BeforeValidator(_parse_moment)]
"""A date, or a date and time; without an offset it is meant in the gate's local time.

As an end, a date includes that whole day (as people say it) and a time is exclusive.
"""


def _is_over_after(start: Moment, until: Moment) -> bool:
    if (
        isinstance(start, datetime)
        and isinstance(until, datetime)
        and start.tzinfo
        and until.tzinfo
    ):
        return until > start
    return _wall_clock(until, time.max) > _wall_clock(start, time.min)


def _wall_clock(moment: Moment, of_a_date: time) -> tuple[date, time]:
    if isinstance(moment, datetime):
        return moment.date(), moment.time()
    return moment, of_a_date


class Validity(PackModel):
    """From when until when an item or playlist may be shown.

    Attributes:
        start: first moment; None: since ever. Written ``from`` in files.
        until: end, see ``Moment``; None: no end is known.
    """

    start: Moment | None = Field(default=None, alias="from")
    until: Moment | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if (
            self.start is not None
            and self.until is not None
            and not _is_over_after(self.start, self.until)
        ):
            raise PydanticCustomError(
                "window_ends_first",
                "the window ends ({until}) before it begins ({start})",
                {"until": str(self.until), "start": str(self.start)},
            )
        return self


class ClockRange(PackModel):
    """A window of the local day, ``"06:00-11:30"`` in files; ``"22:00-05:00"`` crosses midnight.

    Attributes:
        start_minute: minutes after local midnight, 0..1439.
        end_minute: exclusive; ``<= start_minute`` means the following day.
    """

    start_minute: int = Field(ge=0, lt=DAY_MINUTES)
    end_minute: int = Field(ge=0, le=DAY_MINUTES)

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        found = _CLOCK_RANGE.match(value.strip())
        hour, minute, end_hour, end_minute = (
            (int(part) for part in found.groups()) if found else (0, 0, 0, 0)
        )
        start, end = hour * 60 + minute, end_hour * 60 + end_minute
        if end > DAY_MINUTES or end == start:
            raise PydanticCustomError(
                "clock_range",
                "{value} is not a window of the day like 06:00-11:30",
                {"value": value},
            )
        return {"start_minute": start, "end_minute": end}


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Recurrence(PackModel):
    """Repeated windows after RFC 5545: each begins at an instance of ``rule``.

    Attributes:
        rule: an RRULE value, e.g. ``FREQ=MONTHLY;BYDAY=1SA``; hourly at the finest.
        first: local date and time of the first instance (DTSTART).
        lasts_minutes: length of each window.
    """

    rule: str = Field(max_length=300)
    first: datetime
    lasts_minutes: int = Field(gt=0, le=31 * DAY_MINUTES)

    @model_validator(mode="after")
    def _rule_parses(self) -> Self:
        if self.first.tzinfo is not None or self.first.year < EARLIEST_YEAR:
            raise PydanticCustomError(
                "recurrence_first",
                "{first} must be local time, not before 2000",
                {"first": str(self.first)},
            )
        try:
            parse_repetition(self.rule, self.first)
        except ValueError as e:
            raise PydanticCustomError(
                "recurrence_rule",
                "{rule} is not a repetition rule this player can follow ({reason})",
                {"rule": self.rule, "reason": str(e)},
            ) from e
        return self


class When(PackModel):
    """All conditions under which a playlist plays; every one that is given must hold.

    Attributes:
        dayparts: windows of the local day; empty: all day.
        weekdays: of the day a daypart begins on; empty: every day.
        valid: dates between which it plays.
        recurrence: repeated windows.
        yearly, lunar: a day of every year, by the solar or the Vietnamese lunar calendar.
        time_zone: IANA name for all of these; None: the gate's.
    """

    dayparts: Sequence[ClockRange] = Field(default=(), max_length=24)
    weekdays: Sequence[Weekday] = ()
    valid: Validity = Validity()
    recurrence: Recurrence | None = None
    yearly: SolarDay | None = None
    lunar: LunarDay | None = None
    time_zone: Annotated[str, AfterValidator(check_time_zone)] | None = None

    @property
    def is_always(self) -> bool:
        """Whether no clock is needed to know that it holds."""
        conditions = (self.dayparts, self.weekdays, self.recurrence, self.yearly, self.lunar)
        return not any(conditions) and self.valid == Validity()

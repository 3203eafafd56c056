"""When something holds: spoken by editors in local dates and times, meant as half-open windows.

Nothing here knows a time zone or the present; ``schedule/windows.py`` resolves these values.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated, Final, Literal, Self

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from player.pack.model import PackModel

DAY_MINUTES: Final = 24 * 60
EARLIEST_YEAR: Final = 2000
"""A recurrence must not begin earlier: every instance since then is walked through."""
_CLOCK_RANGE = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*-\s*([01]\d|2[0-4]):([0-5]\d)$")
_TOO_FINE = frozenset({"SECONDLY", "MINUTELY"})


def _parse_moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        if len(value) == len("2026-01-31"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError as e:
        raise PydanticCustomError(
            "moment", "{value} is neither a date nor a date and time", {"value": value}
        ) from e


def _check_moment(value: object) -> date | datetime:
    if not isinstance(value, date):
        raise PydanticCustomError(
            "moment", "{value} is neither a date nor a date and time", {"value": repr(value)}
        )
    return value


Moment = Annotated[date | datetime, BeforeValidator(_parse_moment), AfterValidator(_check_moment)]
"""A date, or a date and time; without an offset it is meant in the gate's local time.

As an end, a date includes that whole day (as people say it) and a time is exclusive.
"""


def _end_key(moment: date | datetime) -> tuple[date, time]:
    if isinstance(moment, datetime):
        return moment.date(), moment.time()
    return moment, time.max


def _start_key(moment: date | datetime) -> tuple[date, time]:
    if isinstance(moment, datetime):
        return moment.date(), moment.time()
    return moment, time.min


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
            and _end_key(self.until) <= _start_key(self.start)
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
        if found is None or value.strip().endswith(("24:01", "24:59")):
            raise PydanticCustomError(
                "clock_range",
                "{value} is not a window of the day like 06:00-11:30",
                {"value": value},
            )
        hour, minute, end_hour, end_minute = (int(part) for part in found.groups())
        end = end_hour * 60 + end_minute
        start = hour * 60 + minute
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
            if any(word in self.rule.upper() for word in _TOO_FINE):
                raise ValueError("finer than hourly")  # noqa: TRY301  (told apart below)
            rrulestr(self.rule, dtstart=self.first)
        except (ValueError, KeyError, TypeError) as e:
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
        time_zone: IANA name for all of these; None: the gate's.
    """

    dayparts: Sequence[ClockRange] = Field(default=(), max_length=24)
    weekdays: Sequence[Weekday] = ()
    valid: Validity = Validity()
    recurrence: Recurrence | None = None
    time_zone: str | None = None

    @property
    def is_always(self) -> bool:
        """Whether no clock is needed to know that it holds."""
        return self == When()

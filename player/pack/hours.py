"""When a gate is open: lanes x activities x windows of the day x dated exceptions; never free text.

All times are the gate's own. Nothing here knows the present; ``schedule/hours.py`` says whether a
lane is open at an instant.
"""

from collections.abc import Sequence
from datetime import date
from typing import Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from player.config.naming import Identifier
from player.pack.language import Words
from player.pack.model import PackModel
from player.pack.window import DAY_MINUTES, ClockRange, Weekday

ALL_DAY = "00:00-24:00"


class _Named(PackModel):
    """Something with a name in every language; a bare id in files is a name nobody gave yet."""

    id: Identifier
    name: Words

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"id": value, "name": {}} if isinstance(value, str) else value


class Activity(_Named):
    """What people do at a gate, e.g. passengers or freight."""


class Lane(_Named):
    """A way through the gate.

    Attributes:
        activities: ids of those it serves; empty: all.
    """

    activities: tuple[Identifier, ...] = Field(default=(), max_length=20)


class _Scope(PackModel):
    """What a rule speaks of: ids of lanes and activities, where empty means all."""

    lanes: tuple[Identifier, ...] = Field(default=(), max_length=40)
    activities: tuple[Identifier, ...] = Field(default=(), max_length=20)

    def covers(self, lane: str, activity: str) -> bool:
        """Whether it speaks of ``lane`` serving ``activity``."""
        return (not self.lanes or lane in self.lanes) and (
            not self.activities or activity in self.activities
        )


class Opening(_Scope):
    """Regular hours; several rules for one lane add up.

    Attributes:
        weekdays: days on which a window begins; empty: every day.
        windows: may cross midnight.
    """

    weekdays: Sequence[Weekday] = ()
    windows: Sequence[ClockRange] = Field(min_length=1, max_length=24)


class HoursException(_Scope):
    """Days that are otherwise; where several cover a lane on a day, the last written is in force.

    Attributes:
        start: first day. Written ``from`` in files.
        until: last day, included; None: until further notice.
        open: windows instead of the regular ones; empty: the regular ones stay.
        closed: windows taken away from those; ``true`` in files: the whole day.
        reason: told to travellers.
    """

    start: date = Field(alias="from")
    until: date | None = None
    open: Sequence[ClockRange] = Field(default=(), max_length=24)
    closed: Sequence[ClockRange] = Field(default=(), max_length=24)
    reason: Words = Field(default_factory=dict)

    @field_validator("closed", mode="before")
    @classmethod
    def _whole_day(cls, value: object) -> object:
        return ([ALL_DAY] if value else []) if isinstance(value, bool) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.open and not self.closed:
            raise PydanticCustomError("exception_empty", "neither open nor closed is given")
        if self.until is not None and self.until < self.start:
            raise PydanticCustomError(
                "window_ends_first",
                "the exception ends ({until}) before it begins ({start})",
                {"until": f"{self.until}", "start": f"{self.start}"},
            )
        return self

    @property
    def is_whole_day_closed(self) -> bool:
        """Whether one of its closed windows is a whole day."""
        return any(
            each.start_minute == 0 and each.end_minute == DAY_MINUTES for each in self.closed
        )

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` is one of its days."""
        return self.start <= day and (self.until is None or day <= self.until)


class Hours(PackModel):
    """The opening hours of a gate.

    Attributes:
        lanes: in the order they are shown.
        activities: likewise.
        openings: regular hours.
        exceptions: a later one overrides an earlier one.
    """

    lanes: Sequence[Lane] = Field(min_length=1, max_length=40)
    activities: Sequence[Activity] = Field(min_length=1, max_length=20)
    openings: Sequence[Opening] = Field(min_length=1, max_length=500)
    exceptions: Sequence[HoursException] = Field(default=(), max_length=1000)

    def pairs(
        self, lanes: Sequence[str] = (), activities: Sequence[str] = ()
    ) -> tuple[tuple[Lane, Activity], ...]:
        """Return who serves what, by lane and then activity, as far as asked for.

        Args:
            lanes: ids; empty: all.
            activities: likewise.
        """
        return tuple(
            (lane, activity)
            for lane in self.lanes
            if not lanes or lane.id in lanes
            for activity in self.activities
            if not activities or activity.id in activities
            if not lane.activities or activity.id in lane.activities
        )

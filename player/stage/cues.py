"""Cues: what the director is told, and what it orders in answer. Values only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from player.schedule.slot import Slot
from player.stage.material import Material
from player.stage.rungs import Rung


class Schedule(Protocol):
    """Whatever knows the slot of every instant."""

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``."""
        ...

    def may_fill(self, slot: Slot, item: str) -> bool:
        """Whether ``item`` may be on screen from the beginning of ``slot`` to its end."""
        ...


@dataclass(frozen=True, slots=True)
class PackTaken:
    """A pack went on stage, or the same one under another programme.

    Attributes:
        schedule: its programme.
        material: of its items.
        now: aware.
        forgives: what failed in it may be whole again: files were mended.
    """

    schedule: Schedule
    material: Material
    now: datetime
    forgives: bool = False


@dataclass(frozen=True, slots=True)
class PackLost:
    """There is no pack to show at all."""

    now: datetime


@dataclass(frozen=True, slots=True)
class Tick:
    """A timer went off, or the clock stepped."""

    now: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """What is on stage cannot be shown.

    Attributes:
        item: on stage.
        now: aware.
        media: digest of the picture to blame; None: the item itself.
    """

    item: str
    now: datetime
    media: str | None = None


@dataclass(frozen=True, slots=True)
class ClipFailed:
    """A clip does not play; its picture stands in for the rest of the slot.

    Attributes:
        media: digest of its file.
        now: aware.
    """

    media: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Worded:
    """What is on stage is worded for ``now``, and otherwise from ``fresh_until`` on."""

    item: str
    fresh_until: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """Something claims the screen, until it is released."""

    rung: Rung
    now: datetime


@dataclass(frozen=True, slots=True)
class Released:
    """A claim is given up."""

    rung: Rung
    now: datetime


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """The pack on stage has another programme; what both have in its slot stays as it is."""

    schedule: Schedule
    now: datetime


@dataclass(frozen=True, slots=True)
class Corrected:
    """The pack on stage says something else in places; its slots go on as they are.

    Attributes:
        schedule: its programme.
        material: of its items.
        now: aware.
        differs: whether what is on stage would be worded otherwise by now.
    """

    schedule: Schedule
    material: Material
    now: datetime
    differs: bool


Event = (
    PackTaken
    | PackLost
    | Tick
    | Failed
    | ClipFailed
    | Worded
    | Claimed
    | Released
    | Rescheduled
    | Corrected
)


@dataclass(frozen=True, slots=True)
class Show:
    """Put ``item`` on stage for the rest of ``slot``, in the slot's language.

    ``as_still``: a clip failed too often; show its picture and do not try to play it.
    ``anew``: it is on stage already, but by now its words would be others.
    """

    slot: Slot
    item: str
    as_still: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class ShowBuiltin:
    """Put the built-in page on stage."""


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Send a ``Tick`` at ``instant``; replaces the previous wish."""

    instant: datetime


@dataclass(frozen=True, slots=True)
class WarmUpVideo:
    """A clip is due soon: start the video worker."""


@dataclass(frozen=True, slots=True)
class RetireVideo:
    """No clip was due for long: end the video worker."""


Command = Show | ShowBuiltin | WakeAt | WarmUpVideo | RetireVideo

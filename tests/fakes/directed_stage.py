"""A director on a schedule of one's own, and what it says, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.schedule.slot import Slot
from player.stage.cues import (
    Claimed,
    ClipFailed,
    Command,
    Event,
    Failed,
    PackLost,
    PackTaken,
    Released,
    Rescheduled,
    RetireVideo,
    Show,
    ShowBuiltin,
    Tick,
    WakeAt,
    WarmUpVideo,
)
from player.stage.director import State, step
from player.stage.material import Material
from player.stage.rungs import Rung

START: Final = datetime(2026, 11, 23, 6, tzinfo=UTC)
ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
SLOT_S: Final = 20


@dataclass(frozen=True)
class Cycle:
    """A schedule that repeats ``items``, each for ``SLOT_S``, before and after ``START``.

    Attributes:
        items: ids.
        languages: change with every slot.
        refused: ids of those that may not stand in for another.
    """

    items: Sequence[str]
    languages: Sequence[str] = ("vi",)
    refused: frozenset[str] = frozenset()

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``."""
        number = (instant - START) // timedelta(seconds=SLOT_S)
        start = START + number * timedelta(seconds=SLOT_S)
        end = start + timedelta(seconds=SLOT_S)
        item = self.items[number % len(self.items)]
        tag = self.languages[number % len(self.languages)]
        return Slot(start.astimezone(ZONE), end.astimezone(ZONE), item, tag, tag, "test")

    def may_fill(self, slot: Slot, item: str) -> bool:  # noqa: ARG002  (whatever the slot)
        """Whether ``item`` may be on screen all through ``slot``."""
        return item not in self.refused


def clips(*items: str) -> Material:
    """Return what a pack is made of whose ``items`` are clips; a clip's digest is its id."""
    return Material(clips={item: item for item in items})


def at(second: float) -> datetime:
    """Return the instant ``second`` seconds after ``START``."""
    return START + timedelta(seconds=second)


@dataclass
class Stage:
    """Feeds a director and tells what it said, in words; a time is seconds after ``START``."""

    items: Sequence[str] = ("a", "b", "c")
    material: Material = field(default_factory=Material)
    state: State = field(default_factory=State)
    languages: Sequence[str] = ("vi",)
    refused: frozenset[str] = frozenset()

    def send(self, event: Event) -> list[str]:
        """Send one event; return the commands but for the next wake-up."""
        self.state, commands = step(self.state, event)
        return [said(command) for command in commands if not isinstance(command, WakeAt)]

    def take(self, second: float = 0) -> list[str]:
        """Put the pack on."""
        schedule = Cycle(self.items, self.languages, self.refused)
        return self.send(PackTaken(schedule, self.material, at(second)))

    def reschedule(self, items: Sequence[str], second: float) -> list[str]:
        """Give the pack on stage another programme."""
        schedule = Cycle(items, self.languages, self.refused)
        return self.send(Rescheduled(schedule, at(second)))

    def tick(self, second: float) -> list[str]:
        """Let the timer go off."""
        return self.send(Tick(at(second)))

    def fail(self, item: str, second: float, media: str | None = None) -> list[str]:
        """Say that ``item`` cannot be shown, and which picture is to blame."""
        return self.send(Failed(item, at(second), media))

    def fail_clip(self, media: str, second: float) -> list[str]:
        """Say that the clip of that digest does not play."""
        return self.send(ClipFailed(media, at(second)))

    def lose(self, second: float) -> list[str]:
        """Take the pack away."""
        return self.send(PackLost(at(second)))

    def claim(self, rung: Rung, second: float) -> list[str]:
        """Have something claim the screen."""
        return self.send(Claimed(rung, at(second)))

    def release(self, rung: Rung, second: float) -> list[str]:
        """Have it given up."""
        return self.send(Released(rung, at(second)))


def said(command: Command) -> str:
    """Return a command in words: an item, ``b for a``, ``a as still``, ``builtin``, ``wake 20``."""
    match command:
        case Show(slot, item, as_still):
            shown = item if item == slot.item else f"{item} for {slot.item}"
            return f"{shown} as still" if as_still else shown
        case ShowBuiltin():
            return "builtin"
        case WarmUpVideo():
            return "warm up"
        case RetireVideo():
            return "retire"
        case WakeAt(instant):
            return f"wake {(instant - START).total_seconds():g}"

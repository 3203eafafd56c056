"""Programmes of packs made to measure, asked in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.schedule.slot import Slot
from tests.fakes.content import GATE_ZONE, Document


def make_programme(
    content: Content,
    *,
    languages: tuple[str, ...] = ("vi",),
    audience: Sequence[str] = (),
    trust: ClockTrust = ClockTrust.TRUSTED,
) -> Programme:
    """Return the programme of a screen with ``languages`` before ``audience``."""
    return Programme(content, ScreenProfile(languages, frozenset(audience)), trust)


def playlist(id_: str, *items: str | Document, **fields: object) -> Document:
    """Return a playlist; its items are its own name if none are given."""
    return {"id": id_, "items": list(items) or [id_], **fields}


def local(text: str, zone: str = GATE_ZONE) -> datetime:
    """Return the instant at which a clock of ``zone`` shows ``text``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def shown(programme: Programme, start: datetime, hours: float = 24) -> list[Slot]:
    """Return the slots of some hours."""
    return list(programme.slots(start, start + timedelta(hours=hours)))


def changes(programme: Programme, start: datetime, hours: float = 24) -> list[tuple[str, str]]:
    """Return (time of day, item) wherever another item comes on screen."""
    slots = shown(programme, start, hours)
    return [
        (f"{slot.start:%H:%M}", slot.item)
        for before, slot in zip((None, *slots), slots, strict=False)
        if before is None or before.item != slot.item
    ]

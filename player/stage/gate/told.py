"""The shift log in plain words."""

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from player.store.shift_log import Deed


class Say(Protocol):
    """Says a sentence of a catalogue: key and named values."""

    def __call__(self, key: str, **values: str) -> str:
        """Return the sentence."""
        ...


def told(deed: Deed, say: Say, zone: ZoneInfo) -> str:
    """Return one sentence on ``deed``; on one of another version, which has none, its codes.

    Args:
        deed: of the shift log.
        say: sentences ``deed_<code>``, and ``why_<code>`` for what was refused.
        zone: of the times in it.
    """
    until = _time(deed.until, deed.at, zone)
    what = deed.title or deed.what
    if deed.deed == "refused":
        return say("deed_refused", by=deed.by, what=what, why=say(f"why_{deed.why}") or deed.why)
    key = f"deed_over_{deed.what}" if deed.deed == "over" else f"deed_{deed.deed}"
    said = say(key, by=deed.by, what=what, until=until)
    return said or " ".join(filter(None, (deed.deed, what, deed.by)))


def _time(instant: datetime | None, at: datetime, zone: ZoneInfo) -> str:
    """Return a time of the day of ``at`` as ``14:05``, another with its day."""
    if instant is None:
        return "–"
    local = instant.astimezone(zone)
    is_same_day = local.date() == at.astimezone(zone).date()
    return f"{local:%H:%M}" if is_same_day else f"{local:%H:%M %d/%m}"

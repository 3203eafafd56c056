"""Answers questions about the programme without a screen: ``gate-player programme``."""

import json
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from player import RELEASED, clock, resources
from player.config.screen import Screen
from player.errors import PackError
from player.schedule.profile import profile_of
from player.schedule.programme import Programme
from player.schedule.report import Absences, absences
from player.schedule.slot import Slot
from player.store.layout import Home
from player.store.reader import StoredPack, open_best


def open_pack_of(screen: Screen) -> StoredPack:
    """Return the pack that ``screen`` would show.

    Raises:
        PackError: there is none; the player itself would show the built-in page.
    """
    opened = open_best(Home(screen.home), resources.factory_pack())
    if opened is None:
        raise PackError(f"no pack that can be shown in {screen.home}")
    return opened.pack


def parse_instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the instant ``text`` (ISO 8601) names, in local time of ``zone`` if it says none.

    Raises:
        ValueError: no such time.
    """
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=zone)


def programme(screen: Screen, start: str, end: str, *, as_json: bool) -> str:
    """Return the programme of ``screen`` between two instants, as JSON or as a table.

    Raises:
        ValueError: a time does not parse, lies outside 1970..2999, or the end is not after
            the start.
        PackError: there is no pack to show.
    """
    content = open_pack_of(screen).content
    zone = ZoneInfo(content.gate.time_zone)
    first, last = parse_instant(start, zone), parse_instant(end, zone)
    if last <= first:
        raise ValueError(f"{end} is not after {start}")
    profile = profile_of(screen, content)
    slots = list(Programme(content, profile, clock.trust(first, RELEASED)).slots(first, last))
    report = absences(slots, profile.languages, content.item_by_id)
    return _as_json(slots, report, zone) if as_json else _as_table(slots, report)


def _as_json(slots: Sequence[Slot], report: Absences, zone: ZoneInfo) -> str:
    document = {
        "slots": [
            {
                "start": slot.start.astimezone(zone).isoformat(),
                "end": slot.end.astimezone(zone).isoformat(),
                "item": slot.item,
                "language": slot.language,
                "shown_in": slot.shown_in,
                "why": slot.why,
            }
            for slot in slots
        ],
        "longest_absence": {"languages": report.languages, "items": report.items},
        "shown_seconds": {"languages": report.shown_languages},
    }
    return json.dumps(document, ensure_ascii=False)


def _as_table(slots: Sequence[Slot], report: Absences) -> str:
    table = Table("start", "end", "item", "language", "why", box=None)
    for slot in slots:
        tag = (
            slot.language
            if slot.shown_in == slot.language
            else f"{slot.language} ({slot.shown_in})"
        )
        table.add_row(
            f"{slot.start:%d/%m %H:%M:%S}", f"{slot.end:%H:%M:%S}", slot.item, tag, slot.why
        )
    waits = Table("longest absence", "seconds", box=None)
    for name, seconds in (*report.languages.items(), *report.items.items()):
        waits.add_row(name, f"{seconds:.0f}")
    console = Console()
    with console.capture() as capture:
        console.print(table, "", waits)
    return capture.get()

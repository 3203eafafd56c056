"""Answers questions about the programme without a screen: ``gate-player programme``."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from player import RELEASED, clock
from player.config.screen import Screen
from player.errors import PackError
from player.main.selection import open_pack_for
from player.pack.content import Content
from player.pack.instants import clip, from_ms, to_ms, validity
from player.pack.language import REFERENCE, choose_language
from player.pack.occasion import Occasion
from player.schedule.profile import ScreenProfile, profile_of
from player.schedule.programme import Programme
from player.schedule.report import Absences, absences
from player.schedule.slot import Slot
from player.store.reader import StoredPack

LONGEST: Final = timedelta(days=31)
"""Nobody reads more at once, and every slot of it is held in memory: 270,000 of ten seconds."""

_TIME: Final = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class _Held:
    """What of an occasion lies in the time that is asked about, on the gate's clock."""

    occasion: Occasion
    name: str
    start: datetime
    end: datetime


def open_pack_of(screen: Screen) -> StoredPack:
    """Return the pack that ``screen`` would show.

    Raises:
        PackError: there is none; the player itself would show the built-in page.
    """
    opened = open_pack_for(screen)
    if opened is None:
        raise PackError(f"no pack that can be shown in {screen.home}")
    return opened.pack


def parse_instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the instant that ``text`` names, in UTC.

    Args:
        text: ISO 8601; without an offset it is meant in local time of ``zone``.
        zone: the gate's.

    Raises:
        ValueError: no such time.
    """
    try:
        instant = datetime.fromisoformat(text)
        instant = instant if instant.tzinfo else instant.replace(tzinfo=zone)
        return instant.astimezone(UTC)
    except (ValueError, OverflowError) as e:
        raise ValueError(f"{text} is not a time like 2026-11-23T06:00") from e


def programme(screen: Screen, start: str, end: str, *, as_json: bool) -> str:
    """Return the programme of ``screen`` between two instants, as JSON or as a table.

    Raises:
        ValueError: a time does not parse, lies outside 1970..2999, or the end is not after
            the start or more than ``LONGEST`` after it.
        PackError: there is no pack to show.
    """
    content = open_pack_of(screen).content
    zone = ZoneInfo(content.gate.time_zone)
    first, last = parse_instant(start, zone), parse_instant(end, zone)
    if last <= first:
        raise ValueError(f"{end} is not after {start}")
    if last - first > LONGEST:
        raise ValueError(f"{start} to {end} is longer than {LONGEST.days} days")
    profile = profile_of(screen, content)
    slots = list(_slots(content, profile, first, last))
    report = absences(slots, profile.languages, content.item_by_id)
    held = list(_occasions(content, first, last, zone))
    return _as_json(slots, report, held) if as_json else _as_table(slots, report, held)


def _slots(
    content: Content, profile: ScreenProfile, first: datetime, last: datetime
) -> Iterator[Slot]:
    """Yield the slots of ``[first, last)``, each as a clock that shows its time is believed."""
    believed = (RELEASED, RELEASED + clock.HORIZON)
    edges = (first, *(edge for edge in believed if first < edge < last), last)
    for begin, end in pairwise(edges):
        trust = clock.trust(begin + (end - begin) / 2, RELEASED)
        yield from Programme(content, profile, trust).slots(begin, end)


def _occasions(
    content: Content, first: datetime, last: datetime, zone: ZoneInfo
) -> Iterator[_Held]:
    """Yield the occasions of the pack that touch ``[first, last)``, in the pack's order."""
    for occasion in content.occasions:
        within = clip(validity(occasion, zone), (to_ms(first), to_ms(last)))
        if within is not None:
            start, end = (from_ms(ms).astimezone(zone) for ms in within)
            name = occasion.name[choose_language(occasion.name, REFERENCE, ())]
            yield _Held(occasion, name, start, end)


def _as_json(slots: Sequence[Slot], report: Absences, held: Sequence[_Held]) -> str:
    document = {
        "slots": [
            {
                "start": slot.start.isoformat(),
                "end": slot.end.isoformat(),
                "item": slot.item,
                "language": slot.language,
                "shown_in": slot.shown_in,
                "why": slot.why,
            }
            for slot in slots
        ],
        "occasions": [
            {
                "id": each.occasion.id,
                "kind": each.occasion.kind,
                "name": each.name,
                "start": each.start.isoformat(),
                "end": each.end.isoformat(),
            }
            for each in held
        ],
        "longest_absence": {"languages": report.languages, "items": report.items},
        "shown_seconds": {"languages": report.shown_languages},
    }
    return json.dumps(document, ensure_ascii=False)


def _as_table(slots: Sequence[Slot], report: Absences, held: Sequence[_Held]) -> str:
    rows = [
        (f"{slot.start:{_TIME}}", f"{slot.end:%H:%M:%S}", slot.item, _tag(slot), slot.why)
        for slot in slots
    ]
    longest = {**report.languages, **report.items}
    waits = [(name, f"{seconds:.0f}") for name, seconds in longest.items()]
    shares = [(tag, f"{seconds:.0f}") for tag, seconds in report.shown_languages.items()]
    heading = ("start", "end", "occasion", "name")
    told = [
        (f"{each.start:{_TIME}}", f"{each.end:{_TIME}}", each.occasion.kind, each.name)
        for each in held
    ]
    return "\n".join(
        (
            *((*_columns([heading, *told]), "") if told else ()),
            *_columns([("start", "end", "item", "language", "why"), *rows]),
            "",
            *_columns([("longest absence", "seconds"), *waits]),
            "",
            *_columns([("shown in", "seconds"), *shares]),
        )
    )


def _tag(slot: Slot) -> str:
    if slot.shown_in == slot.language:
        return slot.language
    return f"{slot.language} ({slot.shown_in})"


def _columns(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield one line per row; whatever reads them, a terminal or a pipe, they are never cut."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()

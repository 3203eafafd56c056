"""From what a player knows of its gate to what its officers see at the panel; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from player.notices.board import Board, Posted
from player.notices.life import expiry_ms
from player.pack.content import Content
from player.pack.facts import RateFact
from player.pack.instants import from_ms, to_ms
from player.pack.item import Item, Table
from player.pack.language import Words, choose_language
from player.pack.lookup import Lookup
from player.pack.notice import LEVELS, SEVERITIES
from player.pack.table import Amount
from player.stage.gate.told import Say, told
from player.stage.panel.gate_view import FactOffer, GateView, LogEntry, Named, Standing
from player.stage.panel.machine_view import MachineView
from player.store.gate_orders import GateDay
from player.store.shift_log import Deed


@dataclass(frozen=True, slots=True)
class Seen:
    """What a player knows.

    Attributes:
        now: aware.
        zone: of the place, where there is no pack.
        day: in force.
        board: what stands.
        deeds: of the shift log, the earliest first.
        languages: of the screen, in order: tag and own name.
        content: of the pack on stage; None: there is none.
        lookup: what that answers; None: nothing, or it has not been read.
        stage: id of the item on stage; "": none.
        is_closed: whether the gate is.
        machine: for technicians.
    """

    now: datetime
    zone: ZoneInfo
    day: GateDay
    board: Board
    deeds: Sequence[Deed] = ()
    languages: Sequence[tuple[str, str]] = ()
    content: Content | None = None
    lookup: Lookup | None = None
    stage: str = ""
    is_closed: bool = False
    machine: MachineView = field(default_factory=MachineView)


def gate_view(seen: Seen, say: Say, tag: str) -> GateView:
    """Return what officers see.

    Args:
        seen: what the player knows.
        say: sentences of the panel.
        tag: language of the panel.
    """
    content, lookup = seen.content, seen.lookup
    items = [Named(each.id, _title(each, tag)) for each in content.items] if content else []
    hours = content.gate.hours if content else None
    neighbour, ahead_min = _neighbour(content, seen.now, say)
    return GateView(
        now=seen.now,
        zone=seen.zone,
        day=seen.day,
        languages=[Named(language, name) for language, name in seen.languages],
        stage=next((each for each in items if each.id == seen.stage), None),
        items=items,
        tiles=[*_tiles(lookup, tag)],
        topics=[*_topics(lookup, tag)],
        lanes=[Named(each.id, _in(each.name, tag)) for each in hours.lanes] if hours else [],
        activities=(
            [Named(each.id, _in(each.name, tag)) for each in hours.activities] if hours else []
        ),
        standing=[*_standing(seen, tag)],
        facts=[*_facts(content, seen.day, tag)],
        log=[LogEntry(deed.at, told(deed, say, seen.zone)) for deed in reversed(seen.deeds)],
        is_closed=seen.is_closed,
        neighbour=neighbour,
        ahead_min=ahead_min,
        machine=seen.machine,
    )


def _in(words: Words, tag: str) -> str:
    return words[choose_language(words, tag, ())] if words else ""


def _title(item: Item, tag: str) -> str:
    text = item.text[choose_language(item.text, tag, ())]
    return text.title or text.body.partition("\n")[0] or item.id


def _tiles(lookup: Lookup | None, tag: str) -> Iterator[Named]:
    for each in lookup.tiles if lookup else ():
        yield Named(each.id, _in(each.name, tag), each.icon)


def _topics(lookup: Lookup | None, tag: str) -> Iterator[Named]:
    for each in lookup.topics if lookup else ():
        title = each.text[choose_language(each.text, tag, ())].title
        yield Named(each.id, title, each.icon, each.tile)


def _standing(seen: Seen, tag: str) -> Iterator[Standing]:
    def rank(posted: Posted) -> tuple[int, int, str]:
        notice = posted.notice
        return LEVELS.index(notice.level), SEVERITIES.index(notice.severity), notice.id

    for posted in sorted(seen.board.posted, key=rank):
        notice = posted.notice
        over_ms = expiry_ms(notice, seen.zone)
        if over_ms > to_ms(seen.now):
            title = notice.text[choose_language(notice.text, tag, ())].headline
            yield Standing(notice, title, from_ms(over_ms), posted.is_local)


def _neighbour(content: Content | None, now: datetime, say: Say) -> tuple[str, int]:
    if content is None:
        return "", 0
    gate = content.gate
    own, other = (
        now.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
        for name in (gate.time_zone, gate.neighbour.time_zone)
    )
    minutes = (other - own) // timedelta(minutes=1)
    return (say(f"zone.{gate.neighbour.time_zone}"), minutes) if minutes else ("", 0)


def _facts(content: Content | None, day: GateDay, tag: str) -> Iterator[FactOffer]:
    for _, fact in content.local_facts.all() if content else ():
        said = day.facts.get(fact.id)
        offer = FactOffer(
            fact.id,
            _in(fact.title, tag),
            value=said.value if said else "",
            as_of=said.at if said else None,
            by=said.by if said else "",
        )
        yield replace(offer, **_limits(content, fact)) if isinstance(fact, RateFact) else offer


def _limits(content: Content | None, fact: RateFact) -> dict[str, Any]:
    """Return between which sums a rate may be said."""
    item = content.item_by_id.get(fact.item) if content else None
    cell = item.rows[fact.row - 1][fact.column - 1] if isinstance(item, Table) else None
    if not isinstance(cell, Amount):
        return {"kind": "number"}
    sum_, share = float(cell.amount), fact.percent / 100
    return {
        "kind": "number",
        "least": round(sum_ * (1 - share), 2),
        "most": round(sum_ * (1 + share), 2),
        "unit": cell.currency,
    }

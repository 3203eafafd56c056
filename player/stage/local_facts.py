"""A pack as its gate corrects it: the duty phone, today's hours of a lane, today's rate; pure.

What staff say counts as far as the pack that is on stage permits: a value that another pack let
them say and this one does not is passed over. Hours and rates are of the day on which they were
said. A rate is never shown on another day: its place then says where to ask.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from player.clock import ClockTrust
from player.pack.contact import Phone
from player.pack.content import Content
from player.pack.facts import OpeningFact, PhoneFact, RateFact, Sayable
from player.pack.hours import ALL_DAY, HoursException
from player.pack.instants import day_bounds, from_ms
from player.pack.item import Item, Table
from player.pack.lookup import Lookup
from player.pack.table import Amount, Cell
from player.pack.window import DAY_MINUTES, ClockRange
from player.store.gate_orders import LocalFact

CLOSED: Final = "closed"
"""Said instead of windows: not open today."""

Said = Mapping[str, LocalFact]
"""Id of a fact -> what the gate says."""

_PHONE: Final = TypeAdapter[str](Phone)
_RATE: Final = re.compile(r"^\d{1,12}([.,]\d{1,2})?$")
_DAY: Final = timedelta(days=1)


class Refusal(Enum):
    """Why a value cannot be said."""

    UNKNOWN = "the pack does not let the gate say this"
    FORM = "not written as such a fact is"
    BEGINS = "begins otherwise than the numbers of this gate"
    OUTSIDE = "outside the hours the pack permits"
    TOO_FAR = "further from the pack's value than it permits"


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a pack says with the facts of its gate.

    Attributes:
        content: of the pack, corrected.
        stated: id of a table -> the newest fact of its rates, to be shown beside them.
        until: when it would say something else; None: in no foreseeable time.
    """

    content: Content
    stated: Said
    until: datetime | None


def refusal(content: Content, id_: str, value: str) -> Refusal | None:
    """Return why ``value`` cannot be said of the fact ``id_``; None: it can."""
    fact = next((each for _, each in content.local_facts.all() if each.id == id_), None)
    return Refusal.UNKNOWN if fact is None else _refused(content, fact, value)


def correct(content: Content, said: Said, now: datetime, trust: ClockTrust) -> Corrected:
    """Return ``content`` as its gate corrects it.

    Args:
        content: of the pack on stage.
        said: by the gate's staff.
        now: aware.
        trust: with a clock nobody believes no day is today: hours and rates are not said.
    """
    zone = ZoneInfo(content.gate.time_zone)
    today = now.astimezone(zone).date() if trust is ClockTrust.TRUSTED else None
    rules = content.local_facts
    exceptions = [
        _exception(rule, said[rule.id].value, today)
        for rule in rules.openings
        if today is not None and _is_of(content, rule, said, today, now)
    ]
    rates = {
        rule.id: said[rule.id]
        for rule in rules.rates
        if today is not None and _is_of(content, rule, said, today, now)
    }
    items = [_priced(item, rules.rates, rates) for item in content.items]
    stated: dict[str, LocalFact] = {}
    for rule in rules.rates:
        fact = rates.get(rule.id)
        if fact is not None and (rule.item not in stated or stated[rule.item].at < fact.at):
            stated[rule.item] = fact
    is_dated = today is not None and bool(exceptions or rates)
    return Corrected(
        _with(content, items, exceptions) if exceptions or rules.rates else content,
        stated,
        from_ms(day_bounds(today + _DAY, zone)[0]) if is_dated and today else None,
    )


def _with(content: Content, items: Sequence[Item], exceptions: Sequence[HoursException]) -> Content:
    gate = content.gate
    if exceptions and gate.hours is not None:
        added = {"exceptions": (*gate.hours.exceptions, *exceptions)}
        gate = gate.model_copy(update={"hours": gate.hours.model_copy(update=added)})
    # Made anew: a copy would keep the tables of the items that have gone.
    return Content.model_construct(**{**dict(content), "gate": gate, "items": items})


def correct_lookup(lookup: Lookup, content: Content, said: Said) -> Lookup:
    """Return ``lookup`` with the phones that the gate says.

    Args:
        lookup: of the pack on stage.
        content: of the same.
        said: by the gate's staff.
    """
    numbers = {
        rule.contact: said[rule.id].value
        for rule in content.local_facts.phones
        if rule.id in said and _refused(content, rule, said[rule.id].value) is None
    }
    if not numbers:
        return lookup
    contacts = [
        each.model_copy(update={"phones": (numbers[each.id], *each.phones[1:])})
        if each.id in numbers
        else each
        for each in lookup.contacts
    ]
    return lookup.model_copy(update={"contacts": contacts})


def _is_of(content: Content, rule: Sayable, said: Said, today: date, now: datetime) -> bool:
    """Whether something that counts was said of ``rule`` today, and not by a clock set ahead."""
    fact = said.get(rule.id)
    if fact is None or fact.at > now:
        return False
    day = fact.at.astimezone(ZoneInfo(content.gate.time_zone)).date()
    return day == today and _refused(content, rule, fact.value) is None


def _refused(content: Content, fact: Sayable, value: str) -> Refusal | None:
    match fact:
        case PhoneFact():
            return _refused_phone(fact, value)
        case OpeningFact():
            return _refused_windows(fact, value)
        case RateFact():
            return _refused_rate(content, fact, value)
        case _:
            assert_never(fact)


def _refused_phone(fact: PhoneFact, value: str) -> Refusal | None:
    try:
        _PHONE.validate_python(value)
    except ValidationError:
        return Refusal.FORM
    number = value.replace(" ", "")
    begins = [each.replace(" ", "") for each in fact.begins]
    return None if not begins or number.startswith(tuple(begins)) else Refusal.BEGINS


def _refused_windows(fact: OpeningFact, value: str) -> Refusal | None:
    if value == CLOSED:
        return None
    try:
        windows = list(_windows(value))
    except ValidationError:
        return Refusal.FORM
    first, last = _span(fact.within)
    return (
        None
        if all(first <= start and end <= last for start, end in map(_span, windows))
        else Refusal.OUTSIDE
    )


def _windows(value: str) -> Iterator[ClockRange]:
    """Yield the windows of ``07:00-11:30, 13:30-17:00``."""
    yield from (ClockRange.model_validate(each.strip()) for each in value.split(","))


def _span(window: ClockRange) -> tuple[int, int]:
    """Return the minutes of a window; one that crosses midnight ends beyond the day."""
    is_over_night = window.end_minute <= window.start_minute
    return window.start_minute, window.end_minute + (DAY_MINUTES if is_over_night else 0)


def _refused_rate(content: Content, fact: RateFact, value: str) -> Refusal | None:
    cell = _cell(content.item_by_id.get(fact.item), fact)
    if not isinstance(cell, Amount):
        return Refusal.UNKNOWN
    if not _RATE.match(value):
        return Refusal.FORM
    furthest = cell.amount * Decimal(str(fact.percent)) / 100
    return None if abs(_amount(value) - cell.amount) <= furthest else Refusal.TOO_FAR


def _amount(value: str) -> Decimal:
    return Decimal(value.replace(",", "."))


def _cell(item: Item | None, fact: RateFact) -> Cell | None:
    if not isinstance(item, Table) or fact.row > len(item.rows):
        return None
    row = item.rows[fact.row - 1]
    return row[fact.column - 1] if fact.column <= len(row) else None


def _exception(rule: OpeningFact, value: str, today: date) -> HoursException:
    said = {"closed": [ALL_DAY]} if value == CLOSED else {"open": list(_windows(value))}
    scope = {"lanes": rule.lanes, "activities": rule.activities}
    return HoursException.model_validate({"from": today, "until": today, **scope, **said})


def _priced(item: Item, rules: Sequence[RateFact], rates: Said) -> Item:
    """Return a table with the rates of today; where nobody has said one, it says where to ask."""
    if not isinstance(item, Table):
        return item
    rows = [list(row) for row in item.rows]
    for rule in rules:
        cell = _cell(item, rule) if rule.item == item.id else None
        if not isinstance(cell, Amount):
            continue
        fact = rates.get(rule.id)
        rows[rule.row - 1][rule.column - 1] = (
            dict(rule.ask)
            if fact is None
            else Amount(amount=_amount(fact.value), currency=cell.currency)
        )
    priced = tuple(tuple(row) for row in rows)
    return item if priced == tuple(item.rows) else item.model_copy(update={"rows": priced})

"""Checks of what the gate may say itself: each fact has a name of its own and a place to stand."""

from collections.abc import Iterator
from dataclasses import replace

from player.pack.facts import OpeningFact, RateFact, Sayable
from player.pack.item import Table
from player.pack.language import REFERENCE
from player.pack.table import Amount
from player.publish.check_hours import unknown_ids
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import FACTS_FILE
from player.publish.subject import Subject, fact_words


def check_fact_ids(subject: Subject) -> Iterator[Finding]:
    """Find facts that share an id, of whatever kind they are."""
    first: dict[str, str] = {}
    for field, fact in _facts(subject):
        other = first.setdefault(fact.id, field)
        if other != field:
            values = {"id": fact.id, "other": other}
            yield Finding(FACTS_FILE, Code.ID_DUPLICATE, f"{field}.id", values=values)


def check_fact_places(subject: Subject) -> Iterator[Finding]:
    """Find facts about contacts, lanes and sums that the pack does not have."""
    contacts = [entry.contact.id for entry in subject.source.lookup.contacts]
    for field, fact in _facts(subject):
        if isinstance(fact, OpeningFact):
            yield from _lanes(subject, field, fact)
        elif isinstance(fact, RateFact):
            yield from _sum(subject, field, fact)
        elif fact.contact not in contacts:
            values = {"value": fact.contact, "choices": ", ".join(contacts)}
            yield Finding(FACTS_FILE, Code.CONTACT_UNKNOWN, f"{field}.contact", values=values)


def check_fact_titles(subject: Subject) -> Iterator[Finding]:
    """Find facts that staff, who read Vietnamese, could not tell from another."""
    header = subject.source.header
    for field, words in fact_words(header.local_facts, for_staff=True) if header else ():
        if not words.get(REFERENCE, "").strip():
            yield Finding(FACTS_FILE, Code.WORDS_MISSING, f"{field}.{REFERENCE}", REFERENCE)


def _facts(subject: Subject) -> Iterator[tuple[str, Sayable]]:
    header = subject.source.header
    if header is not None:
        yield from header.local_facts.all()


def _lanes(subject: Subject, field: str, fact: OpeningFact) -> Iterator[Finding]:
    header = subject.source.header
    hours = header.gate.hours if header else None
    if hours is None:
        yield Finding(FACTS_FILE, Code.HOURS_MISSING, f"{field}.lanes")
        return
    for name, finding in unknown_ids(subject, hours, fact.lanes, fact.activities):
        yield replace(finding, file=FACTS_FILE, field=f"{field}.{name}")


def _sum(subject: Subject, field: str, fact: RateFact) -> Iterator[Finding]:
    table = next((item for _, item in subject.items() if item.id == fact.item), None)
    rows = table.rows if isinstance(table, Table) else ()
    row = rows[fact.row - 1] if fact.row <= len(rows) else ()
    cell = row[fact.column - 1] if fact.column <= len(row) else None
    if not isinstance(cell, Amount):
        values = {"item": fact.item, "row": str(fact.row), "column": str(fact.column)}
        yield Finding(FACTS_FILE, Code.RATE_NOWHERE, f"{field}.item", values=values)

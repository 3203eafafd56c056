"""Checks of kinds: whole tables, short-lived rebuttals, and the right kind for what is said."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from player.pack.item import Bilingual, Bulletin, ClaimAndFact, Photo, Poster, Table
from player.pack.table import WHOLE, Amount, Row
from player.publish.check_facts import last_day
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.subject import Subject

LONGEST_REBUTTAL: Final = timedelta(days=183)
"""A false claim that nobody repeats any more should not be repeated by us."""

REBUTTING: Final = "C07"
PROMOTING: Final = frozenset({"C03", "C04", "C13", "C17", "C21"})
"""Categories that promote: their words fall under article 18 of the Law on Advertising."""


def check_tables(subject: Subject) -> Iterator[Finding]:
    """Find empty tables, rows of the wrong length, empty rows, and sums no currency has."""
    for file, item in subject.items():
        if not isinstance(item, Table):
            continue
        for name, entries in (("columns", item.columns), ("rows", item.rows)):
            if not entries:
                yield Finding(file, Code.EMPTY, name)
        for at, row in enumerate(item.rows):
            yield from _row(file, f"rows[{at}]", row, len(item.columns))


def check_rebuttals(subject: Subject) -> Iterator[Finding]:
    """Find rebuttals that stay for good or too long, and those that are told as something else."""
    for file, item in subject.items():
        if isinstance(item, ClaimAndFact):
            end = last_day(item.valid.until)
            if item.lasting:
                yield Finding(file, Code.REBUTTAL_LASTS, "lasting")
            elif end is not None and end > subject.today + LONGEST_REBUTTAL:
                values = {"date": f"{end}", "limit": str(LONGEST_REBUTTAL.days)}
                yield Finding(file, Code.REBUTTAL_LIVES_LONG, "valid.until", values=values)
        elif item.category == REBUTTING:
            yield Finding(file, Code.REBUTTAL_OF_OTHER_KIND, "kind", values={"kind": item.kind})


def check_promotion(subject: Subject) -> Iterator[Finding]:
    """Find promotional pages that are not bilingual; a hint, told once for the whole pack."""
    promoting = [
        item
        for _, item in subject.items()
        if item.category in PROMOTING and isinstance(item, Poster | Photo | Bulletin | Bilingual)
    ]
    others = [item.id for item in promoting if not isinstance(item, Bilingual)]
    if others:
        values = {
            "count": str(len(others)),
            "total": str(len(promoting)),
            "items": ", ".join(sorted(others)),
        }
        yield Finding("", Code.BILINGUAL_ADVISED, values=values)


def _row(file: str, field: str, row: Row, columns: int) -> Iterator[Finding]:
    if len(row) != columns:
        values = {"cells": str(len(row)), "columns": str(columns)}
        yield Finding(file, Code.ROW_LENGTH, field, values=values)
    if not any(row):
        yield Finding(file, Code.EMPTY, field)
    for at, cell in enumerate(row):
        if isinstance(cell, Amount) and cell.currency in WHOLE and cell.amount % 1:
            values = {"value": f"{cell.amount}", "currency": cell.currency}
            yield Finding(file, Code.AMOUNT_FRACTION, f"{field}[{at}].amount", values=values)

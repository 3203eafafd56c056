"""What deserves a mark on a contact sheet, in the reader's words: the same on pages and index."""

from collections.abc import Iterator, Sequence

from player.publish.catalogue import Catalogue
from player.publish.finding import Finding
from player.publish.report import count
from player.publish.sheet import SheetItem, SheetPicture, SheetRow

Mark = tuple[str, str]
"""Tone (``error``, ``warning``) and words."""


def item_marks(item: SheetItem, catalogue: Catalogue) -> Iterator[Mark]:
    """Yield what concerns an item in all its languages."""
    if not item.rows:
        yield "error", catalogue.say("mark_unreadable")
    if item.has_stand_in:
        yield "error", catalogue.say("mark_stand_in")
    yield from finding_marks(item.findings, catalogue)


def row_marks(row: SheetRow, catalogue: Catalogue) -> Iterator[Mark]:
    """Yield what concerns an item in one language."""
    if row.is_missing:
        yield "warning", catalogue.say("mark_missing", language=row.shown_in)
    if row.is_draft:
        yield "warning", catalogue.say("mark_draft")
    if not row.is_offered:
        yield "warning", catalogue.say("mark_not_offered")
    yield from finding_marks(row.findings, catalogue)


def picture_marks(picture: SheetPicture, catalogue: Catalogue) -> Iterator[Mark]:
    """Yield what concerns one picture."""
    if picture.pages > 1:
        yield "warning", catalogue.say("mark_paged", pages=str(picture.pages))
    if picture.reason:
        yield "error", catalogue.say("mark_undrawn", reason=picture.reason)


def worst(marks: Sequence[Mark]) -> str:
    """Return the tone of the worst mark; empty without any."""
    tones = {tone for tone, _ in marks}
    return next((tone for tone in ("error", "warning") if tone in tones), "")


def finding_marks(findings: Sequence[Finding], catalogue: Catalogue) -> Iterator[Mark]:
    """Yield how many errors and warnings there are."""
    counts = count(findings)
    if counts["errors"]:
        yield "error", catalogue.say("mark_errors", count=str(counts["errors"]))
    if counts["warnings"]:
        yield "warning", catalogue.say("mark_warnings", count=str(counts["warnings"]))

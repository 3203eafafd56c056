"""Checks of what an item claims: who says so, until when, and who answers for it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from player.pack.item import Approval
from player.pack.library import DocumentEntry
from player.pack.media import Picture, Rights
from player.pack.window import Moment
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.library_source import takes_validity
from player.publish.subject import Subject

SOON: Final = timedelta(days=14)
"""How early an editor hears that something will leave the screen."""

MAP_TAGS: Final = frozenset({"map", "maps", "ban-do", "bản đồ", "bando"})
_RANK: Final[Mapping[Approval, int]] = {"normal": 0, "sensitive": 1, "sovereignty": 2}
_LEAST_APPROVAL: Final[Mapping[str, Approval]] = {"C05": "sovereignty", "C06": "sensitive"}
"""Category -> the approval class it may not do without (player/README.md, content categories)."""


def check_sources(subject: Subject) -> Iterator[Finding]:
    """Find facts without a source, and sources whose dates cannot be right or have passed."""
    for file, field in _unfounded(subject):
        yield Finding(file, Code.SOURCE_MISSING, field)
    for file, field, source in subject.sources():
        values = {"date": f"{source.review_by}"}
        place = f"{field}.review_by"
        if source.review_by < source.effective:
            values |= {"effective": f"{source.effective}"}
            yield Finding(file, Code.SOURCE_REVIEW_FIRST, place, values=values)
        elif source.review_by < subject.today:
            yield Finding(file, Code.SOURCE_REVIEW_PASSED, place, values=values)


def _unfounded(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield (file, field) where a source must stand and does not; a sample needs none."""
    for file, item in subject.items():
        if item.source is None and not item.sample:
            yield file, "source"
    for topic in subject.source.lookup.topics:
        if not topic.head.sources and not topic.head.sample:
            yield topic.file, "sources"
    stated = [(e.file, e.contact) for e in subject.source.lookup.contacts if e.contact.phones]
    # An entry that stands for an item has the source of that.
    documents = [(e.file, e.entry) for e in subject.source.lookup.library if e.item is None]
    for file, each in (*stated, *documents):
        if each.source is None and not each.sample:
            yield file, "source"


def check_expiry(subject: Subject) -> Iterator[Finding]:
    """Find items and topics without an end, and those whose end has come or is near."""
    library = subject.source.lookup.library
    inheriting = {kept.file for kept in library if takes_validity(kept.entry)}
    for file, item in subject.pages():
        end = last_day(item.valid.until)
        if end is None:
            if not item.lasting and file not in inheriting:
                yield Finding(file, Code.EXPIRY_MISSING, "valid.until")
            continue
        values = {"date": f"{end}"}
        if item.lasting:
            yield Finding(file, Code.EXPIRY_CONTRADICTS, "lasting", values=values)
        if end < subject.today:
            yield Finding(file, Code.ITEM_EXPIRED, "valid.until", values=values)
        elif end < subject.today + SOON:
            yield Finding(file, Code.ITEM_EXPIRES_SOON, "valid.until", values=values)


def check_rights(subject: Subject) -> Iterator[Finding]:
    """Find pictures, clips, recordings and documents whose licence has run out, or soon will."""
    for file, name, rights in _rights(subject):
        until = rights.until
        if until is None:
            continue
        field, values = f"{name}.until", {"date": f"{until}"}
        if until < subject.today:
            yield Finding(file, Code.LICENCE_EXPIRED, field, values=values)
        elif until < subject.today + SOON:
            yield Finding(file, Code.LICENCE_EXPIRES_SOON, field, values=values)


def _rights(subject: Subject) -> Iterator[tuple[str, str, Rights]]:
    for file, name, medium in subject.source.media():
        yield file, f"{name}.rights", medium.rights
    for kept in subject.source.lookup.library:
        if isinstance(kept.entry, DocumentEntry):
            yield kept.file, "rights", kept.entry.rights


def check_approval(subject: Subject) -> Iterator[Finding]:
    """Find sensitive categories without their approval class, and maps nobody signed for."""
    for file, item in subject.pages():
        least = _LEAST_APPROVAL.get(item.category)
        if least is not None and _RANK[item.approval] < _RANK[least]:
            values = {"category": item.category, "least": least}
            yield Finding(file, Code.APPROVAL_TOO_LOW, "approval", values=values)
    for file, name, medium in subject.source.media():
        if isinstance(medium, Picture) and _is_unsigned_map(medium):
            yield Finding(file, Code.MAP_UNSIGNED, f"{name}.sign_off")


def first_day(start: Moment | None) -> date | None:
    """Return the first day on which something with this start shows; None: it has no start."""
    return start.date() if isinstance(start, datetime) else start


def last_day(until: Moment | None) -> date | None:
    """Return the last day on which something with this end still shows; None: it has no end."""
    if isinstance(until, datetime):
        return (until - timedelta(microseconds=1)).date()
    return until


def _is_unsigned_map(picture: Picture) -> bool:
    return picture.sign_off is None and any(tag.casefold() in MAP_TAGS for tag in picture.tags)

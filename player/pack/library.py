"""The electronic library: documents, clips, recordings and bulletins a traveller may open.

A document lies here page by page; everything else is an item of the same pack that is kept at
hand after its slot has passed. What may be opened on a day, and in which languages, is decided
here; pages only draw it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum, auto
from typing import Annotated, Final, Literal, assert_never
from zoneinfo import ZoneInfo

from pydantic import Field

from player.config.naming import Identifier, Tag
from player.pack.instants import DUSK, Interval, day_bounds, end_ms, validity
from player.pack.item import (
    Approval,
    Bulletin,
    Category,
    Clip,
    Item,
    Recording,
    Source,
    media_of,
)
from player.pack.language import choose_language
from player.pack.media import MediaFile, Rights
from player.pack.model import PackModel
from player.pack.occasion import GIVES_WAY, Tone
from player.pack.window import Validity

MOST_ENTRIES: Final = 1000
MOST_PAGES: Final = 40
"""Pages of one document in one language: more is a book, and nobody reads one standing."""

LONGEST_TITLE: Final = 300
LONGEST_SUMMARY: Final = 1000
"""Letters, break marks included."""


PageFiles = Annotated[Sequence[MediaFile], Field(min_length=1, max_length=MOST_PAGES)]
"""Pages in reading order; none of them has a duration."""


class Way(StrEnum):
    """How an entry is had in a language."""

    READ = auto()
    HEARD = auto()
    WATCHED = auto()


class EntryText(PackModel):
    """What an entry is called in one language.

    Attributes:
        title: of the document, clip, recording or bulletin.
        summary: what it is about, in a sentence or two; empty: nobody wrote one.
        review: whether a competent reader of this language has approved it, and who.
        of: stamp of the reference text this one was translated from; not in a built pack.
        search: the words without break marks; set by the build.
    """

    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    summary: str = Field(default="", max_length=LONGEST_SUMMARY)
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    of: str = Field(default="", max_length=40)
    search: str = ""


class _Entry(PackModel):
    """What all kinds of entry share.

    In a source an entry that stands for an item may leave out text, source, sample and validity:
    the build takes them from the item, so that nothing is written or translated twice.

    Attributes:
        issued: the day it came out; the library is in this order, newest first.
        source: who stands behind it; None only for a ``sample``.
        sample: invented for demonstration; the page says so.
        tone: ``festive`` and ``promotional`` give way in hours of mourning, as does what stands for
            such an item.
        lasting: has no expiry on purpose; else ``valid.until`` must be given.
        text: in a built pack at least one.
    """

    id: Identifier
    icon: Identifier
    category: Category
    approval: Approval = "normal"
    issued: date
    source: Source | None = None
    sample: bool = False
    tone: Tone | None = None
    lasting: bool = False
    valid: Validity = Validity()
    text: Mapping[Tag, EntryText] = Field(default_factory=dict)


class DocumentEntry(_Entry):
    """A document, as pictures of its pages.

    Attributes:
        rights: of the document in every language.
        languages: those it was issued in; empty: all of the pack, and one without pages is told
            as missing.
        pages: language -> its pages in reading order, at least one; set by the build.
    """

    kind: Literal["document"]
    rights: Rights
    languages: Sequence[Tag] = Field(default=(), max_length=40)
    pages: Mapping[Tag, PageFiles] = Field(default_factory=dict, max_length=40)


class ClipEntry(_Entry):
    """A clip to watch: ``item`` is the id of an item of kind ``video``."""

    kind: Literal["clip"]
    item: Identifier


class RecordingEntry(_Entry):
    """A recording to listen to: ``item`` is the id of an item of kind ``audio``."""

    kind: Literal["recording"]
    item: Identifier


class BulletinEntry(_Entry):
    """A bulletin to read again: ``item`` is the id of an item of kind ``bulletin``."""

    kind: Literal["bulletin"]
    item: Identifier


Reference = ClipEntry | RecordingEntry | BulletinEntry
"""An entry that stands for an item."""

LibraryEntry = Annotated[DocumentEntry | Reference, Field(discriminator="kind")]

ENTRIES: Final[Mapping[str, type[DocumentEntry | Reference]]] = {
    "bulletin": BulletinEntry,
    "clip": ClipEntry,
    "document": DocumentEntry,
    "recording": RecordingEntry,
}
"""What ``kind`` says -> the model of such an entry."""

KIND_REFERRED: Final[Mapping[str, type[Bulletin | Clip | Recording]]] = {
    "bulletin": Bulletin,
    "clip": Clip,
    "recording": Recording,
}
"""Kind of entry -> the kind of item it may stand for."""

Items = Mapping[str, Item]
"""Item id -> item, as ``Content.item_by_id`` has them."""


def item_of(entry: LibraryEntry, items: Items) -> Bulletin | Clip | Recording | None:
    """Return the item an entry stands for; None for a document, or without such an item."""
    if isinstance(entry, DocumentEntry):
        return None
    item = items.get(entry.item)
    return item if isinstance(item, KIND_REFERRED[entry.kind]) else None


def ways(entry: LibraryEntry, items: Items) -> Mapping[str, Way]:
    """Return the languages an entry can be had in, and how; empty: it cannot be opened.

    A language a recording speaks is heard, whether or not it is written as well; one that has
    its words alone is read.
    """
    if isinstance(entry, DocumentEntry):
        return dict.fromkeys(entry.pages, Way.READ)
    match item_of(entry, items):
        case Bulletin(text=text):
            return dict.fromkeys(text, Way.READ)
        case Clip(text=text):
            return dict.fromkeys(text, Way.WATCHED)
        case Recording(text=text, audio=audio):
            return {**dict.fromkeys(text, Way.READ), **dict.fromkeys(audio, Way.HEARD)}
        case None:
            return {}
        case item:
            assert_never(item)


def version_for(
    entry: LibraryEntry, items: Items, language: str, fallback: Sequence[str]
) -> tuple[str, Way] | None:
    """Return the language an entry opens in for a reader, and how; None: it cannot be opened.

    Args:
        entry: of the library.
        items: of the same pack.
        language: the reader's.
        fallback: languages tried, in order, after it.
    """
    had = ways(entry, items)
    if not had:
        return None
    chosen = choose_language(had, language, fallback)
    return chosen, had[chosen]


def offer_interval(entry: LibraryEntry, items: Items, zone: ZoneInfo) -> Interval:
    """Return between which instants an entry may be opened, half-open, UTC milliseconds.

    Its validity, every licence, and the review of a source that is withdrawn, together. The
    validity of an item it stands for is not asked: a bulletin may be kept after its slot.
    """
    start, end = validity(entry.valid, zone)
    return start, min(end, *(end_ms(day, zone) for day in _last_days(entry, items)), DUSK)


def is_undated(entry: LibraryEntry, items: Items) -> bool:
    """Whether no clock is needed to know that an entry may be opened."""
    is_open = entry.lasting and entry.valid == Validity()
    return is_open and not any(True for _ in _last_days(entry, items))


def on_offer(
    entries: Iterable[LibraryEntry], items: Items, day: date | None, zone: ZoneInfo
) -> tuple[LibraryEntry, ...]:
    """Return what may be opened throughout a day, newest first, then by id.

    Args:
        entries: of the library.
        items: of the same pack.
        day: local day of the gate; None: the clock cannot be believed, so that only what needs
            no clock is offered.
        zone: the gate's.
    """
    offered = [each for each in entries if ways(each, items) and _holds(each, items, day, zone)]
    by_id = sorted(offered, key=lambda entry: entry.id)
    return tuple(sorted(by_id, key=lambda entry: entry.issued, reverse=True))


def gives_way(entry: LibraryEntry, items: Items) -> bool:
    """Whether an entry, or the item it stands for, is not for hours of mourning."""
    item = item_of(entry, items)
    return entry.tone in GIVES_WAY or (item is not None and item.gives_way)


def had_in(
    entries: Iterable[LibraryEntry], items: Items, language: str
) -> tuple[LibraryEntry, ...]:
    """Return the entries that can be had in a language itself, in the order given."""
    return tuple(entry for entry in entries if language in ways(entry, items))


def languages_had(entries: Iterable[LibraryEntry], items: Items) -> Mapping[str, int]:
    """Return language -> how many of the entries can be had in it; languages with none are left."""
    counts: dict[str, int] = {}
    for entry in entries:
        for tag in ways(entry, items):
            counts[tag] = counts.get(tag, 0) + 1
    return counts


def _holds(entry: LibraryEntry, items: Items, day: date | None, zone: ZoneInfo) -> bool:
    if day is None:
        return is_undated(entry, items)
    start, end = offer_interval(entry, items, zone)
    dawn, midnight = day_bounds(day, zone)
    return start <= dawn and midnight <= end


def _last_days(entry: LibraryEntry, items: Items) -> Iterator[date]:
    """Yield the last days that licences and withdrawn sources set; of a whole day each."""
    item = item_of(entry, items)
    sources = [entry.source, item.source if item else None]
    yield from (each.review_by for each in sources if each and each.stale == "withdraw")
    rights = [medium.rights for _, medium in media_of(item)] if item else []
    if isinstance(entry, DocumentEntry):
        rights.append(entry.rights)
    yield from (each.until for each in rights if each.until is not None)

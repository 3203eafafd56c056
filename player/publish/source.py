"""A pack source as read: every item, playlist and gate fact that can be read, and what cannot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import Field

from player.errors import PackError
from player.pack.content import FORMAT, Content, check_format
from player.pack.facts import LocalFacts
from player.pack.hours import Hours
from player.pack.item import KINDS, Item, media_of
from player.pack.media import Medium
from player.pack.notice import Notice
from player.pack.notice_template import NoticeTemplate
from player.pack.occasion import Occasion
from player.pack.playlist import Playlist
from player.pack.ticker import TickerLine
from player.publish.codes import Code
from player.publish.complaint import complain_of_kind
from player.publish.document_reader import DocumentReader, Listed
from player.publish.finding import Finding, is_below
from player.publish.folder import (
    FACTS_FILE,
    HOURS_FILE,
    NOTICES_FILE,
    OCCASIONS_FILE,
    PACK_FILE,
    PLAN_FILE,
    PLAYLISTS_FILE,
    TICKER_FILE,
    SourceFolder,
    read_document,
    scan,
)
from player.publish.known_fields import stranger
from player.publish.lookup_source import NO_LOOKUP, LookupSource, read_lookup
from player.publish.progress import Progress

_IN_OTHER_FILES: Final = frozenset(
    {
        *("items", "playlists", "notices", "ticker", "occasions"),
        *("local_facts", "notice_templates"),
    }
)
_OF_HEADER: Final = ("format", "pack", "sequence", "base", "gate", "languages")


class Header(Content):
    """``pack.toml``: what a pack says of itself; what it shows lies in other files.

    Attributes:
        sequence: rises with every publication of this pack.
        base: way to the folder this source stands on, e.g. ``../viet-nam``; see ``folder.py``.
    """

    items: Sequence[Item] = ()
    playlists: Sequence[Playlist] = ()
    sequence: int = Field(ge=1, lt=2**53)
    base: str = Field(default="", max_length=255)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One file of ``slides/``.

    Attributes:
        file: its relative path.
        document: what it says, as written.
        item: the same as a value, with stand-ins for what was faulty; None when beyond reading.
    """

    file: str
    document: Mapping[str, object]
    item: Item | None


@dataclass(frozen=True, slots=True)
class SourceTemplate:
    """One file of ``notice-templates/``, as a value with stand-ins for what was faulty."""

    file: str
    template: NoticeTemplate


@dataclass(frozen=True, slots=True)
class PackSource:
    """Everything read from a source folder.

    Attributes:
        folder: its files.
        header: ``pack.toml``, with the hours of ``hours.toml``; None when beyond reading.
        documents: file -> what it says, as written.
        items: in the order of their files.
        playlists, notices, ticker, occasions: in the order written.
        lookup: what it answers.
        findings: of reading alone.
        faulty: (file, field) pairs that hold stand-ins.
        templates: of notices, in the order of their files; those that can be read.
    """

    folder: SourceFolder
    header: Header | None
    documents: Mapping[str, Mapping[str, object]]
    items: tuple[SourceItem, ...]
    playlists: tuple[Listed[Playlist], ...]
    notices: tuple[Listed[Notice], ...]
    ticker: tuple[Listed[TickerLine], ...]
    occasions: tuple[Listed[Occasion], ...]
    lookup: LookupSource
    findings: tuple[Finding, ...]
    faulty: frozenset[tuple[str, str]]
    templates: tuple[SourceTemplate, ...] = ()

    def media(self) -> Iterator[tuple[str, str, Medium]]:
        """Yield (file, field, medium) of everything that is shown or played."""
        for entry in self.items:
            if entry.item is not None:
                yield from ((entry.file, *each) for each in media_of(entry.item))
        for topic in self.lookup.topics:
            yield from ((topic.file, *each) for each in media_of(topic.head))
        if self.lookup.plan is not None:
            yield from ((PLAN_FILE, *each) for each in media_of(self.lookup.plan))

    def hides(self, finding: Finding) -> bool:
        """Whether ``finding`` is about a stand-in and not about what an editor wrote."""
        return is_below(
            finding.field, {field for file, field in self.faulty if file == finding.file}
        )


def read_source(root: Path, progress: Progress) -> PackSource:
    """Read a source folder; whatever is wrong with it becomes findings.

    Args:
        root: the folder that holds ``pack.toml``.
        progress: told after each file.
    """
    if not root.is_dir():
        found = (Finding(str(root), Code.FOLDER_MISSING),)
        nothing = SourceFolder(root, "", frozenset(), (), {}, {}, found)
        return PackSource(nothing, None, {}, (), (), (), (), (), NO_LOOKUP, found, frozenset())
    folder = _scan_with_base(root)
    reader = DocumentReader(folder)
    items = []
    for done, file in enumerate(folder.slides, start=1):
        items.append(_read_item(reader, file))
        progress("read", done, len(folder.slides))
    header = _read_header(reader)
    playlists = tuple(reader.read_list(PLAYLISTS_FILE, "playlists", Playlist))
    notices = tuple(reader.read_list(NOTICES_FILE, "notices", Notice, is_optional=True))
    ticker = tuple(reader.read_list(TICKER_FILE, "ticker", TickerLine, is_optional=True))
    occasions = tuple(reader.read_list(OCCASIONS_FILE, "occasions", Occasion, is_optional=True))
    templates = tuple(_read_templates(reader))
    lookup = read_lookup(reader)
    return PackSource(
        folder,
        header,
        reader.documents,
        tuple(items),
        playlists,
        notices,
        ticker,
        occasions,
        lookup,
        (*folder.findings, *reader.findings),
        frozenset(reader.faulty),
        templates,
    )


def _scan_with_base(root: Path) -> SourceFolder:
    """Return the files of a source and of the folder it stands on, if it names one."""
    own = scan(root)
    document, _ = read_document(own, PACK_FILE)
    base = (document or {}).get("base")
    if not isinstance(base, str) or not base:
        return own
    if not (root / base).is_dir():
        missing = Finding(PACK_FILE, Code.BASE_MISSING, "base", values={"value": base})
        return replace(own, findings=(*own.findings, missing))
    return scan(root, base)


def _read_header(reader: DocumentReader) -> Header | None:
    """Return ``pack.toml`` with the hours of ``hours.toml`` and what the gate may say itself."""
    document = reader.open(PACK_FILE)
    if not document:
        return None
    try:
        check_format(document.get("format", FORMAT))
    except PackError:
        values = {"value": str(document["format"]), "known": FORMAT}
        reader.findings.append(Finding(PACK_FILE, Code.FORMAT_UNSUPPORTED, "format", "", values))
        document = {**document, "format": FORMAT}
    own = {key: value for key, value in document.items() if key not in _IN_OTHER_FILES}
    elsewhere = [key for key in document if key in _IN_OTHER_FILES]
    reader.tell(PACK_FILE, (), [stranger(key, _OF_HEADER) for key in elsewhere])
    header = reader.read(PACK_FILE, Header, own)
    if header is None:
        return None
    # A gate need not say when it is open.
    is_timed = HOURS_FILE in reader.folder.others
    hours = reader.read(HOURS_FILE, Hours) if is_timed else None
    gate = header.gate.model_copy(update={"hours": hours})
    is_trusted = FACTS_FILE in reader.folder.others
    facts = reader.read(FACTS_FILE, LocalFacts) if is_trusted else None
    return header.model_copy(update={"gate": gate, "local_facts": facts or LocalFacts()})


def _read_templates(reader: DocumentReader) -> Iterator[SourceTemplate]:
    for file in reader.folder.notice_templates():
        template = reader.read(file, NoticeTemplate)
        if template is not None:
            yield SourceTemplate(file, template)


def _read_item(reader: DocumentReader, file: str) -> SourceItem:
    """Return one file of ``slides/``."""
    document = reader.open(file)
    kind = document.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        if document:
            reader.tell(file, (), [complain_of_kind(kind, KINDS)])
        return SourceItem(file, document, None)
    item = reader.read(file, KINDS[kind], document)
    if item is not None and (file, "id") in reader.faulty:
        item = item.model_copy(update={"id": PurePosixPath(file).stem})
    return SourceItem(file, document, item)

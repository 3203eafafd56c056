"""A pack source as read: every item, playlist and gate fact that can be read, and what cannot."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, Field

from player.config.naming import TAG_PATTERN
from player.errors import PackError
from player.pack.content import FORMAT, Content, check_format
from player.pack.hours import Hours
from player.pack.item import KINDS, Item
from player.pack.notice import Notice
from player.pack.playlist import Playlist
from player.pack.ticker import TickerLine
from player.publish.codes import Code
from player.publish.complaint import Complaint
from player.publish.finding import Finding, field_path
from player.publish.folder import (
    HOURS_FILE,
    NOTICES_FILE,
    PACK_FILE,
    PLAYLISTS_FILE,
    TICKER_FILE,
    SourceFolder,
    read_document,
    scan,
)
from player.publish.known_fields import find_unknown, stranger
from player.publish.mend import Mended, mend
from player.publish.progress import Progress

FieldPath = tuple[str | int, ...]
_Model = TypeVar("_Model", bound=BaseModel)
_IN_OTHER_FILES: Final = frozenset({"items", "playlists", "notices", "ticker"})
_OF_HEADER: Final = ("format", "pack", "sequence", "gate", "languages")
_PER_LANGUAGE: Final = frozenset(
    {"text", "alt", "audio", "authority", "heading", "name", "of", "province", "reason"}
)


class Header(Content):
    """``pack.toml``: what a pack says of itself; what it shows lies in other files.

    Attributes:
        sequence: rises with every publication of this pack.
    """

    items: Sequence[Item] = ()
    playlists: Sequence[Playlist] = ()
    sequence: int = Field(ge=1, lt=2**53)


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
class Listed(Generic[_Model]):
    """One entry of a file that is a list, such as ``playlists.toml``, and its position there."""

    position: int
    value: _Model


@dataclass(frozen=True, slots=True)
class PackSource:
    """Everything read from a source folder.

    Attributes:
        folder: its files.
        header: ``pack.toml``, with the hours of ``hours.toml``; None when beyond reading.
        documents: file -> what it says, as written.
        items: in the order of their files.
        playlists, notices, ticker: in the order written.
        findings: of reading alone.
        faulty: (file, field) pairs that hold stand-ins.
    """

    folder: SourceFolder
    header: Header | None
    documents: Mapping[str, Mapping[str, object]]
    items: tuple[SourceItem, ...]
    playlists: tuple[Listed[Playlist], ...]
    notices: tuple[Listed[Notice], ...]
    ticker: tuple[Listed[TickerLine], ...]
    findings: tuple[Finding, ...]
    faulty: frozenset[tuple[str, str]]

    def hides(self, finding: Finding) -> bool:
        """Whether ``finding`` is about a stand-in and not about what an editor wrote."""
        field = finding.field
        cuts = [place for place, sign in enumerate(field) if sign in ".["]
        return any((finding.file, field[:end]) in self.faulty for end in (*cuts, len(field)) if end)


def read_source(root: Path, progress: Progress) -> PackSource:
    """Read a source folder; whatever is wrong with it becomes findings.

    Args:
        root: the folder that holds ``pack.toml``.
        progress: told after each file.
    """
    if not root.is_dir():
        nothing = SourceFolder(root, (), {}, {}, (Finding(str(root), Code.FOLDER_MISSING),))
        return PackSource(nothing, None, {}, (), (), (), (), nothing.findings, frozenset())
    folder = scan(root)
    reader = _Reader(folder)
    items = []
    for done, file in enumerate(folder.slides, start=1):
        items.append(reader.read_item(file))
        progress("read", done, len(folder.slides))
    header = reader.read_header()
    playlists = tuple(reader.read_list(PLAYLISTS_FILE, "playlists", Playlist))
    notices = tuple(reader.read_list(NOTICES_FILE, "notices", Notice, is_optional=True))
    ticker = tuple(reader.read_list(TICKER_FILE, "ticker", TickerLine, is_optional=True))
    return PackSource(
        folder,
        header,
        reader.documents,
        tuple(items),
        playlists,
        notices,
        ticker,
        (*folder.findings, *reader.findings),
        frozenset(reader.faulty),
    )


class _Reader:
    """Reads file by file, keeping what was said, found and put right on the way."""

    def __init__(self, folder: SourceFolder) -> None:
        self._folder = folder
        self.documents: dict[str, Mapping[str, object]] = {}
        self.findings: list[Finding] = []
        self.faulty: set[tuple[str, str]] = set()

    def read_header(self) -> Header | None:
        """Return ``pack.toml``."""
        document = self._open(PACK_FILE)
        if not document:
            return None
        try:
            check_format(document.get("format", FORMAT))
        except PackError:
            values = {"value": str(document["format"]), "known": FORMAT}
            self.findings.append(Finding(PACK_FILE, Code.FORMAT_UNSUPPORTED, "format", "", values))
            document = {**document, "format": FORMAT}
        own = {key: value for key, value in document.items() if key not in _IN_OTHER_FILES}
        elsewhere = [key for key in document if key in _IN_OTHER_FILES]
        self._tell(PACK_FILE, (), [stranger(key, _OF_HEADER) for key in elsewhere])
        self._tell(PACK_FILE, (), find_unknown(Header, own))
        header = self._mend(PACK_FILE, (), Header, own).value
        if header is None:
            return None
        gate = header.gate.model_copy(update={"hours": self._read_hours()})
        return header.model_copy(update={"gate": gate})

    def _read_hours(self) -> Hours | None:
        """Return ``hours.toml``; a gate need not say when it is open."""
        document = self._open(HOURS_FILE) if HOURS_FILE in self._folder.others else {}
        if not document:
            return None
        self._tell(HOURS_FILE, (), find_unknown(Hours, document))
        return self._mend(HOURS_FILE, (), Hours, document).value

    def read_item(self, file: str) -> SourceItem:
        """Return one file of ``slides/``."""
        document = self._open(file)
        kind = document.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            if document:
                self._tell(file, (), [_kind_complaint(kind)])
            return SourceItem(file, document, None)
        model = KINDS[kind]
        self._tell(file, (), find_unknown(model, document))
        item = self._mend(file, (), model, document).value
        if item is not None and (file, "id") in self.faulty:
            item = item.model_copy(update={"id": PurePosixPath(file).stem})
        return SourceItem(file, document, item)

    def read_list(
        self, file: str, key: str, model: type[_Model], *, is_optional: bool = False
    ) -> Iterator[Listed[_Model]]:
        """Yield the entries of a file that is one list.

        Args:
            file: such as ``playlists.toml``.
            key: name of the list in it.
            model: of an entry.
            is_optional: a pack may do without the file.
        """
        if is_optional and file not in self._folder.others:
            return
        document = self._open(file)
        entries = document.get(key, [])
        strangers = [name for name in document if name != key]
        self._tell(file, (), [stranger(name, [key]) for name in strangers])
        for position, entry in enumerate(entries if isinstance(entries, list) else []):
            place = (key, position)
            if not isinstance(entry, Mapping):
                values = {"value": str(entry), "wanted": f"[[{key}]]"}
                self._tell(file, place, [Complaint((), Code.WRONG_TYPE, values)])
                continue
            self._tell(file, place, find_unknown(model, entry))
            value = self._mend(file, place, model, entry).value
            if value is not None:
                yield Listed(position, value)

    def _open(self, file: str) -> Mapping[str, object]:
        document, findings = read_document(self._folder, file)
        self.findings += findings
        self.documents[file] = document or {}
        return self.documents[file]

    def _mend(
        self, file: str, place: FieldPath, model: type[_Model], document: Mapping[str, object]
    ) -> Mended[_Model]:
        mended = mend(model, document)
        self._tell(file, place, mended.complaints)
        self.faulty |= {(file, field_path((*place, *path))) for path in mended.faulty}
        return mended

    def _tell(self, file: str, place: FieldPath, complaints: Iterable[Complaint]) -> None:
        for complaint in complaints:
            path = (*place, *complaint.path)
            language = language_of(path)
            self.findings.append(
                Finding(file, complaint.code, field_path(path), language, complaint.values)
            )


def language_of(path: Sequence[str | int]) -> str:
    """Return the language a field speaks, e.g. ``lo`` for ``text.lo.title``; empty for none."""
    is_cell = bool(path) and path[0] == "rows"
    return next(
        (
            after
            for before, after in pairwise(path)
            if isinstance(after, str)
            and (before in _PER_LANGUAGE or (is_cell and re.fullmatch(TAG_PATTERN, after)))
        ),
        "",
    )


def _kind_complaint(kind: object) -> Complaint:
    if kind is None:
        return Complaint(("kind",), Code.FIELD_MISSING, {})
    values = {"value": str(kind), "choices": ", ".join(KINDS)}
    return Complaint(("kind",), Code.NOT_A_CHOICE, values)

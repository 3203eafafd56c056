"""A gate's book of notices as its editors keep it: the JSON that screens get, before it is signed.

Read like a pack's source: what is wrong becomes findings, and one bad notice hides no other.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from player.errors import PackError, PackFormatError
from player.pack.content import check_format, parse_json
from player.pack.notice import Notice
from player.pack.notice_book import MAX_BOOK_BYTES, MAX_BOOK_NOTICES, NOTICES
from player.pack.orders import GATE_PATTERN
from player.publish.built_content import built_notice, encode
from player.publish.codes import Code
from player.publish.complaint import Complaint
from player.publish.document_reader import DocumentReader, Listed
from player.publish.finding import Finding
from player.publish.folder import SourceFolder
from player.publish.known_fields import stranger
from player.publish.subject import Tools

FORMAT: Final = "1.0"
_FIELDS: Final = ("format", "gate", "issued", "notices")


@dataclass(frozen=True, slots=True)
class BookSource:
    """A book as read.

    Attributes:
        file: its name, for the findings.
        gate: ``province/gate``; empty when it cannot be read.
        notices: those that could be read, with stand-ins for what was faulty.
        findings: of reading alone.
        faulty: (file, field) pairs that hold stand-ins.
    """

    file: str
    gate: str
    notices: tuple[Listed[Notice], ...]
    findings: tuple[Finding, ...]
    faulty: frozenset[tuple[str, str]] = frozenset()


def read_book_source(path: Path) -> BookSource:
    """Return the book in a file; whatever is wrong with it becomes findings."""
    try:
        document = open_book(path)
        check_format(document.get("format"))
    except PackError as e:
        return _unreadable(path.name, str(e))
    gate, entries = document.get("gate"), document.get("notices")
    if not isinstance(gate, str) or not re.match(GATE_PATTERN, gate):
        return _unreadable(path.name, f"gate: {gate!r}")
    if not isinstance(entries, list):
        return _unreadable(path.name, "notices")
    reader = DocumentReader(SourceFolder(path.parent, "", frozenset(), (), {}, {}, ()))
    strange = [stranger(name, _FIELDS) for name in document if name not in _FIELDS]
    reader.tell(path.name, (), strange)
    if len(entries) > MAX_BOOK_NOTICES:
        values = {"count": str(len(entries)), "limit": str(MAX_BOOK_NOTICES)}
        reader.findings.append(Finding(path.name, Code.BOOK_TOO_LONG, "notices", values=values))
    notices = tuple(_notices(reader, path.name, entries))
    return BookSource(path.name, gate, notices, tuple(reader.findings), frozenset(reader.faulty))


def open_book(path: Path) -> dict[str, object]:
    """Return what a book says, as written.

    Raises:
        PackFormatError: it cannot be read, or is no JSON object.
    """
    try:
        document = parse_json(path.read_bytes(), path.name, limit=MAX_BOOK_BYTES)
        encode(document)
    except OSError as e:
        raise PackFormatError(f"{path}: {e.strerror or e}") from e
    except UnicodeEncodeError as e:
        raise PackFormatError(f"{path.name}: half of a character ({e.reason})") from e
    return document


def write_book(gate: str, notices: Sequence[object], issued: datetime) -> str:
    """Return a book for editors."""
    document = {
        "format": FORMAT,
        "gate": gate,
        "issued": issued.astimezone(UTC).isoformat(timespec="seconds"),
        "notices": notices,
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def build_book(source: BookSource, issued: datetime, tools: Tools) -> bytes:
    """Return ``notices.json`` as screens get it: with break marks, in one line."""
    built = [built_notice(entry.value, tools) for entry in source.notices]
    return encode(
        {
            "format": FORMAT,
            "gate": source.gate,
            "issued": issued.astimezone(UTC).isoformat(timespec="seconds"),
            "notices": [
                each.model_dump(mode="json", by_alias=True, exclude_defaults=True) for each in built
            ],
        }
    )


def _notices(reader: DocumentReader, file: str, entries: Sequence[object]) -> list[Listed[Notice]]:
    found: list[Listed[Notice]] = []
    for position, entry in enumerate(entries):
        place = (NOTICES.removesuffix(".json"), position)
        if not isinstance(entry, Mapping):
            values = {"value": str(entry), "wanted": "{ … }"}
            reader.tell(file, place, [Complaint((), Code.WRONG_TYPE, values)])
            continue
        notice = reader.make(file, place, Notice, entry)
        if notice is not None:
            found.append(Listed(position, notice))
    return found


def _unreadable(file: str, reason: str) -> BookSource:
    found = Finding(file, Code.BOOK_UNREADABLE, values={"reason": reason})
    return BookSource(file, "", (), (found,))

"""Reads the files of a pack source one by one, keeping what they said and what was wrong.

A model is read as far as it can be: faulty fields become findings and get stand-ins (``mend``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

from player.config.naming import TAG_PATTERN
from player.publish.codes import Code
from player.publish.complaint import Complaint
from player.publish.finding import Finding, field_path
from player.publish.folder import SourceFolder, read_document
from player.publish.known_fields import find_unknown, stranger
from player.publish.mend import mend

FieldPath = tuple[str | int, ...]
_Model = TypeVar("_Model", bound=BaseModel)
_PER_LANGUAGE: Final = frozenset(
    {"text", "alt", "audio", "authority", "heading", "name", "note", "of", "province", "reason"}
)


@dataclass(frozen=True, slots=True)
class Listed(Generic[_Model]):
    """One entry of a file that is a list, such as ``playlists.toml``, and its position there."""

    position: int
    value: _Model


class DocumentReader:
    """Reads documents of one source folder.

    Attributes:
        folder: its files.
        documents: file -> what it says, as written.
        findings: of reading alone.
        faulty: (file, field) pairs that hold stand-ins.
    """

    def __init__(self, folder: SourceFolder) -> None:
        self.folder = folder
        self.documents: dict[str, Mapping[str, object]] = {}
        self.findings: list[Finding] = []
        self.faulty: set[tuple[str, str]] = set()

    def open(self, file: str) -> Mapping[str, object]:
        """Return what a file says; nothing when it cannot be read."""
        document, findings = read_document(self.folder, file)
        self.findings += findings
        self.documents[file] = document or {}
        return self.documents[file]

    def read(
        self, file: str, model: type[_Model], document: Mapping[str, object] | None = None
    ) -> _Model | None:
        """Return a file as a value; None when it is missing or beyond reading.

        Args:
            file: relative path.
            model: of the whole file.
            document: what to take it to say instead of what ``open`` would give.
        """
        said = self.open(file) if document is None else document
        return self.make(file, (), model, said) if said else None

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
        if is_optional and file not in self.folder.others:
            return
        document = self.open(file)
        entries = document.get(key, [])
        strangers = [name for name in document if name != key]
        self.tell(file, (), [stranger(name, [key]) for name in strangers])
        for position, entry in enumerate(entries if isinstance(entries, list) else []):
            place = (key, position)
            if not isinstance(entry, Mapping):
                values = {"value": str(entry), "wanted": f"[[{key}]]"}
                self.tell(file, place, [Complaint((), Code.WRONG_TYPE, values)])
                continue
            value = self.make(file, place, model, entry)
            if value is not None:
                yield Listed(position, value)

    def make(
        self, file: str, place: FieldPath, model: type[_Model], document: Mapping[str, object]
    ) -> _Model | None:
        """Return (a part of) a document as a value, with stand-ins for what is faulty."""
        self.tell(file, place, find_unknown(model, document))
        mended = mend(model, document)
        self.tell(file, place, mended.complaints)
        self.faulty |= {(file, field_path((*place, *path))) for path in mended.faulty}
        return mended.value

    def tell(self, file: str, place: FieldPath, complaints: Iterable[Complaint]) -> None:
        """Keep complaints about a part of a document as findings."""
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

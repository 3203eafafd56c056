"""The library as read from a source: entries, and which files are their documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from player.pack.item import Item
from player.pack.language import PackLanguage
from player.pack.library import (
    ENTRIES,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    DocumentEntry,
    LibraryEntry,
)
from player.pack.window import Validity
from player.publish.codes import Code
from player.publish.complaint import complain_of_kind
from player.publish.document_reader import DocumentReader
from player.publish.finding import Finding
from player.publish.folder import ENTRY_FILE


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """A document in one language.

    Attributes:
        path: of the PDF, or of the folder of its pictures.
        files: the PDF, or the pictures in reading order.
    """

    path: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One folder of ``library/``.

    Attributes:
        file: relative path of its ``entry.toml``.
        entry: what that says, with stand-ins for what was faulty.
        documents: language -> its document; none but for an entry of that kind.
    """

    file: str
    entry: LibraryEntry
    documents: Mapping[str, DocumentFiles]

    @property
    def folder(self) -> str:
        """Relative path of its folder."""
        return str(PurePosixPath(self.file).parent)

    @property
    def item(self) -> str | None:
        """Id of the item it stands for; None for a document."""
        return None if isinstance(self.entry, DocumentEntry) else self.entry.item

    def lacks(self, languages: Sequence[PackLanguage]) -> frozenset[str]:
        """Return the languages in which a document ought to be there and is not.

        Args:
            languages: of the pack.
        """
        if not isinstance(self.entry, DocumentEntry):
            return frozenset()
        read = [language.tag for language in languages if language.written]
        return frozenset(self.entry.languages or read) - self.documents.keys()

    def words(self) -> Iterator[tuple[str, str, str, int]]:
        """Yield (field, language, text, letters it may have) of all that is shown in a language."""
        for tag, text in self.entry.text.items():
            yield f"text.{tag}.title", tag, text.title, LONGEST_TITLE
            yield f"text.{tag}.summary", tag, text.summary, LONGEST_SUMMARY

    def is_for(self, tag: str) -> bool:
        """Whether readers of a language may expect it: it says nothing, or names theirs."""
        entry = self.entry
        return not isinstance(entry, DocumentEntry) or not entry.languages or tag in entry.languages


def takes_words(entry: LibraryEntry) -> bool:
    """Whether an entry is called what its item is called."""
    return not isinstance(entry, DocumentEntry) and not entry.text


def takes_validity(entry: LibraryEntry) -> bool:
    """Whether an entry ends when its item does."""
    is_silent = not entry.lasting and entry.valid == Validity()
    return not isinstance(entry, DocumentEntry) and is_silent


def item_named(name: str | None, items: Sequence[tuple[str, Item]]) -> Item | None:
    """Return the item of an id, of (file, item) pairs."""
    return next((item for _, item in items if item.id == name), None)


def read_library(reader: DocumentReader) -> tuple[SourceEntry, ...]:
    """Read every folder of ``library/``; whatever is wrong becomes findings."""
    entries = (
        _read_entry(reader, folder, documents)
        for folder, documents in reader.folder.library().items()
    )
    return tuple(entry for entry in entries if entry is not None)


def _read_entry(
    reader: DocumentReader, folder: str, documents: Mapping[str, tuple[str, ...]]
) -> SourceEntry | None:
    file = f"{folder}/{ENTRY_FILE}"
    document = reader.open(file)
    kind = document.get("kind")
    if not isinstance(kind, str) or kind not in ENTRIES:
        if document:
            reader.tell(file, (), [complain_of_kind(kind, ENTRIES)])
        return None
    entry = reader.read(file, ENTRIES[kind], document)
    if entry is None:
        return None
    if not isinstance(entry, DocumentEntry):
        unread = (name for files in documents.values() for name in files)
        reader.findings += (Finding(name, Code.FILE_UNUSED) for name in unread)
        return SourceEntry(file, entry, {})
    found: dict[str, DocumentFiles] = {}
    for path, files in documents.items():
        tag = PurePosixPath(path).stem if path in files else PurePosixPath(path).name
        other = found.setdefault(tag, DocumentFiles(path, files))
        if other.path != path:
            values = {"path": path, "other": other.path}
            reader.findings.append(Finding(file, Code.PAGES_TWICE, "", tag, values))
    return SourceEntry(file, entry, dict(sorted(found.items())))

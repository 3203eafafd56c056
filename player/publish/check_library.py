"""Checks of the library: every document is there, and what an entry stands for exists."""

from collections.abc import Iterator

from player.pack.item import Bulletin
from player.pack.library import KIND_REFERRED, DocumentEntry
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.library_source import SourceEntry, item_named
from player.publish.subject import Subject


def check_documents(subject: Subject) -> Iterator[Finding]:
    """Find documents that are nowhere, or not there in a language, or faulty."""
    for entry in subject.source.lookup.library:
        if not isinstance(entry.entry, DocumentEntry):
            continue
        if not entry.documents:
            yield Finding(entry.file, Code.PAGES_NONE)
            continue
        yield from _missing(subject, entry)
        for tag, document in entry.documents.items():
            said = subject.documents[document.path]
            for fault in said if isinstance(said, tuple) else said.remarks:
                values = {"path": document.path, **fault.values}
                yield Finding(entry.file, fault.code, "", tag, values)


def check_references(subject: Subject) -> Iterator[Finding]:
    """Find what stands for no item, for one of another kind, or for one of another day."""
    items = list(subject.items())
    for source in subject.source.lookup.library:
        entry = source.entry
        if isinstance(entry, DocumentEntry):
            continue
        item = item_named(entry.item, items)
        yield from _judged(subject, source.file, "item", entry.item, entry.kind)
        if isinstance(item, Bulletin) and item.issued != entry.issued:
            values = {"date": f"{entry.issued}", "item": entry.item, "other": f"{item.issued}"}
            yield Finding(source.file, Code.ISSUED_DIFFERS, "issued", values=values)
    for topic in subject.source.lookup.topics:
        if topic.head.recording is not None:
            yield from _judged(subject, topic.file, "recording", topic.head.recording, "recording")


def _judged(subject: Subject, file: str, field: str, name: str, kind: str) -> Iterator[Finding]:
    """Find an item that is not there, or is no ``kind`` of ``KIND_REFERRED``."""
    items = list(subject.items())
    item = item_named(name, items)
    if item is None:
        if all(entry.item is not None for entry in subject.source.items):  # else it may be there
            choices = [each.id for _, each in items]
            values = {"item": name, "suggestion": suggest(name, choices) or "–"}
            yield Finding(file, Code.REFERENCE_UNKNOWN, field, values=values)
    elif not isinstance(item, KIND_REFERRED[kind]):
        values = {"item": name, "found": item.kind, "kind": kind}
        yield Finding(file, Code.REFERENCE_OF_OTHER_KIND, field, values=values)


def check_entry_lengths(subject: Subject) -> Iterator[Finding]:
    """Find words that break marks make longer than a player takes."""
    for source in subject.source.lookup.library:
        for field, tag, text, limit in source.words():
            length = len(subject.tools.break_words(text, tag)[0])
            if length > limit:
                values = {"limit": str(limit), "length": str(length)}
                yield Finding(source.file, Code.TOO_LONG, field, tag, values)


def _missing(subject: Subject, entry: SourceEntry) -> Iterator[Finding]:
    spoken = [language.tag for language in subject.languages]
    for tag in sorted(entry.lacks(subject.languages)):
        yield Finding(entry.file, Code.PAGES_MISSING, "", tag, {"tag": tag, "folder": entry.folder})
    if subject.source.header is None:
        return
    for tag in sorted(entry.documents.keys() - spoken):
        values = {"choices": ", ".join(sorted(spoken))}
        yield Finding(entry.documents[tag].path, Code.LANGUAGE_NOT_IN_PACK, "", tag, values)

"""From a source to the built library: words with break marks, pages by digest.

What an entry leaves to its item is filled in here, so that a page needs to look in one place.
"""

from collections.abc import Mapping, Sequence

from player.pack.item import Item, Source
from player.pack.library import (
    LONGEST_TITLE,
    DocumentEntry,
    EntryText,
    LibraryEntry,
)
from player.pack.media import MediaFile
from player.publish.built_content import built_words
from player.publish.library_source import (
    SourceEntry,
    item_named,
    takes_validity,
    takes_words,
)
from player.publish.media_facts import DocumentFacts
from player.publish.source import PackSource
from player.publish.subject import Tools

Pages = Mapping[str, Sequence[MediaFile]]
"""Path of a document -> its pages."""


def compose_library(source: PackSource, pages: Pages, tools: Tools) -> list[LibraryEntry]:
    """Return the library as the built pack has it.

    Args:
        source: as read; an entry without its item is left out, and a document without pages.
        pages: what the build made of each document; one that is missing stays unbuilt.
        tools: of the ``[publish]`` extra.
    """
    items = [(entry.file, entry.item) for entry in source.items if entry.item is not None]
    built = (
        _entry(kept, item_named(kept.item, items), pages, tools) for kept in source.lookup.library
    )
    return [entry for entry in built if entry is not None]


def provisional_pages(facts: DocumentFacts) -> list[MediaFile]:
    """Return pages as large in ``lookup.json`` as those the build will make."""
    return [
        MediaFile(sha256=facts.sha256, size=1_000_000, type="image/webp", width=w, height=h)
        for w, h in facts.sizes
    ]


def _entry(kept: SourceEntry, item: Item | None, pages: Pages, tools: Tools) -> LibraryEntry | None:
    entry = kept.entry
    if isinstance(entry, DocumentEntry):
        made = {tag: pages[each.path] for tag, each in kept.documents.items() if each.path in pages}
        return _worded(entry, tools).model_copy(update={"pages": made}) if made else None
    return _worded(_filled(entry, item), tools) if item is not None else None


def _filled(entry: LibraryEntry, item: Item) -> LibraryEntry:
    """Return an entry with what it leaves to its item."""
    update: dict[str, object] = {"sample": entry.sample or item.sample}
    if entry.source is None:
        update["source"] = item.source
    if takes_validity(entry):
        update |= {"lasting": item.lasting, "valid": item.valid}
    if takes_words(entry):
        update["text"] = {
            tag: EntryText(
                title=text.title[:LONGEST_TITLE],
                review=text.review,
                reviewed_by=text.reviewed_by,
            )
            for tag, text in item.text.items()
            if text.title
        }
    return entry.model_copy(update=update)


def _worded(entry: LibraryEntry, tools: Tools) -> LibraryEntry:
    update: dict[str, object] = {
        "text": {tag: _text(text, tag, tools) for tag, text in entry.text.items()}
    }
    if entry.source is not None:
        update["source"] = _source(entry.source, tools)
    return entry.model_copy(update=update)


def _text(text: EntryText, tag: str, tools: Tools) -> EntryText:
    title, called = tools.break_words(text.title, tag)
    summary, said = tools.break_words(text.summary, tag)
    search = "\n".join(filter(None, (called, said)))
    return text.model_copy(update={"title": title, "summary": summary, "of": "", "search": search})


def _source(source: Source, tools: Tools) -> Source:
    return source.model_copy(update={"authority": built_words(source.authority, tools)})

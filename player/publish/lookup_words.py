"""Every text of the lookup that a traveller sees: what the checks judge."""

from collections.abc import Iterator, Sequence

from player.pack.contact import Place
from player.pack.language import Words
from player.pack.lookup import Tile, Traveller
from player.publish.folder import LOOKUP_FILE, PLAN_FILE
from player.publish.lookup_source import LookupSource


def lookup_names(lookup: LookupSource) -> Iterator[tuple[str, str, Words]]:
    """Yield (file, field, words) of every short text that exists in several languages."""
    yield from _names(LOOKUP_FILE, "tiles", lookup.home.tiles)
    yield from _names(LOOKUP_FILE, "travellers", lookup.home.travellers)
    yield from _names(PLAN_FILE, "places", lookup.plan.places if lookup.plan else ())
    for topic in lookup.topics:
        for position, source in enumerate(topic.head.sources):
            yield topic.file, f"sources[{position}].authority", source.authority
    for entry in lookup.contacts:
        yield entry.file, "name", entry.contact.name
        if entry.contact.note:
            yield entry.file, "note", entry.contact.note
        if entry.contact.source is not None:
            yield entry.file, "source.authority", entry.contact.source.authority
    for kept in lookup.library:
        if kept.entry.source is not None:
            yield kept.file, "source.authority", kept.entry.source.authority


def topic_texts(lookup: LookupSource) -> Iterator[tuple[str, str, str, str]]:
    """Yield (file, field, language, text) of every text of the topics."""
    for topic in lookup.topics:
        for tag, body in topic.bodies.items():
            for text in body.words():
                yield topic.body_file(tag), "", tag, text
            for position, question in enumerate(topic.head.text[tag].questions):
                yield topic.file, f"text.{tag}.questions[{position}]", tag, question


def library_texts(lookup: LookupSource) -> Iterator[tuple[str, str, str, str]]:
    """Yield (file, field, language, text) of every text of the library."""
    for kept in lookup.library:
        for field, tag, text, _ in kept.words():
            yield kept.file, field, tag, text


def _names(
    file: str, key: str, entries: Sequence[Tile | Traveller | Place]
) -> Iterator[tuple[str, str, Words]]:
    for position, entry in enumerate(entries):
        yield file, f"{key}[{position}].name", entry.name

"""Checks of single characters: none that turns text round, none that cannot be drawn."""

from collections.abc import Iterator, Mapping
from itertools import chain

from player.pack.item import media_of
from player.pack.library import DocumentEntry
from player.publish.check_notices import notice_texts
from player.publish.check_templates import template_texts
from player.publish.document_reader import FieldPath, language_of
from player.publish.finding import Finding, field_path
from player.publish.folder import FACTS_FILE, HOURS_FILE, PACK_FILE
from player.publish.lookup_words import library_texts, lookup_names, topic_texts
from player.publish.shown import shown_texts
from player.publish.signs_of_texts import missing_glyphs, with_controls, with_markup
from player.publish.subject import Subject, fact_words, hours_words


def check_controls(subject: Subject) -> Iterator[Finding]:
    """Find characters that reorder text or that no text should hold, in any field."""
    for file, document in subject.source.documents.items():
        written = _strings(document, ())
        yield from with_controls(
            (file, field_path(path), language_of(path), text) for path, text in written
        )


def check_markup(subject: Subject) -> Iterator[Finding]:
    """Find markup: pack texts are plain, so it would be seen by travellers."""
    texts = (
        _item_texts(subject),
        notice_texts(subject),
        template_texts(subject),
        library_texts(subject.source.lookup),
    )
    yield from with_markup(chain(*texts))


def check_glyphs(subject: Subject) -> Iterator[Finding]:
    """Find characters no font of their language can draw."""
    yield from missing_glyphs(_drawn(subject), subject.tools)


def _strings(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _strings(entry, (*path, key))
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _strings(entry, (*path, position))


def _drawn(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    yield from _item_texts(subject)
    yield from notice_texts(subject)
    yield from template_texts(subject)
    yield from _gate_names(subject)
    yield from _fact_names(subject)
    yield from topic_texts(subject.source.lookup)
    yield from library_texts(subject.source.lookup)
    yield from _in_every_language(subject)
    for file, field, words in lookup_names(subject.source.lookup):
        yield from ((file, f"{field}.{tag}", tag, text) for tag, text in words.items())
    for file, item in subject.items():
        for tag, text in (item.source.authority if item.source else {}).items():
            yield file, f"source.authority.{tag}", tag, text


def _in_every_language(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is shown as it is to readers of every language."""
    told: list[tuple[str, str, str]] = []
    for file, item in subject.items():
        told += ((file, f"{name}.rights.credit", m.rights.credit) for name, m in media_of(item))
        if item.source is not None:
            told.append((file, "source.document", item.source.document))
    for kept in subject.source.lookup.library:
        if isinstance(kept.entry, DocumentEntry):
            told.append((kept.file, "rights.credit", kept.entry.rights.credit))
        if kept.entry.source is not None:
            told.append((kept.file, "source.document", kept.entry.source.document))
    for file, field, text in told:
        yield from ((file, field, language.tag, text) for language in subject.languages)


def _item_texts(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    for file, item in subject.items():
        for tag in item.text:
            for shown in shown_texts(item, tag):
                yield file, shown.field, shown.language, shown.text


def _gate_names(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    header = subject.source.header
    if header is None:
        return
    names = {
        "gate.name": header.gate.name,
        "gate.province": header.gate.province,
        "gate.neighbour.name": header.gate.neighbour.name,
    }
    for field, words in names.items():
        for tag, text in words.items():
            yield PACK_FILE, f"{field}.{tag}", tag, text
    for field, words in hours_words(header.gate.hours):
        for tag, text in words.items():
            yield HOURS_FILE, f"{field}.{tag}", tag, text


def _fact_names(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    header = subject.source.header
    if header is None:
        return
    for for_staff in (True, False):
        for field, words in fact_words(header.local_facts, for_staff=for_staff):
            for tag, text in words.items():
                yield FACTS_FILE, f"{field}.{tag}", tag, text

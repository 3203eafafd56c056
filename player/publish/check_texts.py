"""Checks of the texts: there is one, it is short enough to be read, and it is a translation."""

from collections.abc import Iterator
from typing import Final

from player.pack.item import REQUIRED_TEXT, Item, ItemText, shown_fields
from player.pack.language import REFERENCE
from player.pack.reading import reading_s
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.shown import read_text, running_text, shown_texts
from player.publish.slide_time import MAX_S
from player.publish.subject import Subject

MAX_WORDS: Final = 100
MAX_HEADLINE_WORDS: Final = 12
SAME_FROM_SIGNS: Final = 20
"""Shorter texts may well be the same in two languages: names, numbers."""

_OPTIONAL_FIELDS: Final = frozenset({"title", "body", "claim", "fact", "caption"})
"""Fields of ``ItemText`` that some kinds show and others do not."""


def check_presence(subject: Subject) -> Iterator[Finding]:
    """Find fields that a kind of item needs and lacks, and those it never shows."""
    for file, item, tag, text in _texts(subject):
        shown = shown_fields(item.kind)
        for name in sorted(_OPTIONAL_FIELDS.difference(shown)):
            if getattr(text, name):
                values = {"kind": item.kind, "choices": ", ".join(shown)}
                yield Finding(file, Code.TEXT_UNSHOWN, f"text.{tag}.{name}", tag, values)
        for name in REQUIRED_TEXT[item.kind]:
            if not getattr(text, name):
                field = f"text.{tag}.{name}"
                yield Finding(file, Code.TEXT_EMPTY, field, tag, {"kind": item.kind})


def check_length(subject: Subject) -> Iterator[Finding]:
    """Find texts nobody can read in the time a slide has, and long headlines."""
    for file, item, tag, text in _texts(subject):
        count = subject.tools.count_words(running_text(item, tag))
        seconds = reading_s(read_text(item, tag))
        if count > MAX_WORDS:
            values = {"count": str(count), "limit": str(MAX_WORDS)}
            yield Finding(file, Code.TEXT_TOO_WORDY, f"text.{tag}", tag, values)
        elif seconds > MAX_S:
            values = {"seconds": f"{seconds:.0f}", "limit": str(MAX_S)}
            yield Finding(file, Code.TEXT_OUTLASTS_SLIDE, f"text.{tag}", tag, values)
        yield from _swollen(subject, file, item, tag)
        headline = subject.tools.count_words(text.title)
        if headline > MAX_HEADLINE_WORDS:
            values = {"count": str(headline), "limit": str(MAX_HEADLINE_WORDS)}
            yield Finding(file, Code.HEADLINE_LONG, f"text.{tag}.title", tag, values)


def check_copies(subject: Subject) -> Iterator[Finding]:
    """Find texts that are the reference text, word for word, under another language's name."""
    for file, item, tag, _ in _texts(subject):
        if tag == REFERENCE or REFERENCE not in item.text:
            continue
        words = running_text(item, tag)
        if len(words) >= SAME_FROM_SIGNS and words == running_text(item, REFERENCE):
            yield Finding(file, Code.TRANSLATION_SAME, f"text.{tag}", tag)


def _swollen(subject: Subject, file: str, item: Item, tag: str) -> Iterator[Finding]:
    # Break marks count: a player would refuse a pack whose field they made too long.
    for shown in shown_texts(item, tag):
        if len(shown.text) * 2 <= shown.limit:
            continue
        length = len(subject.tools.break_words(shown.text, shown.language)[0])
        if length > shown.limit:
            values = {"limit": str(shown.limit), "length": str(length)}
            yield Finding(file, Code.TOO_LONG, shown.field, shown.language, values)


def _texts(subject: Subject) -> Iterator[tuple[str, Item, str, ItemText]]:
    for file, item in subject.items():
        for tag, text in item.text.items():
            yield file, item, tag, text

"""Checks of the texts: there is one, it is short enough to be read, and it is a translation."""

from collections.abc import Iterator
from typing import Final

from annotated_types import MaxLen

from player.pack.item import REQUIRED_TEXT, Item, ItemText
from player.pack.language import REFERENCE
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.slide_time import MAX_S, SHOWN, reading_s, shown_text
from player.publish.subject import Subject

MAX_WORDS: Final = 100
MAX_HEADLINE_WORDS: Final = 12
SAME_FROM_SIGNS: Final = 20
"""Shorter texts may well be the same in two languages: names, numbers."""

_LIMITS: Final = {
    name: rule.max_length
    for name in SHOWN
    for rule in ItemText.model_fields[name].metadata
    if isinstance(rule, MaxLen)
}


def check_presence(subject: Subject) -> Iterator[Finding]:
    """Find fields that a kind of item needs and lacks."""
    for file, item, tag, text in _texts(subject):
        for name in REQUIRED_TEXT[item.kind]:
            if not getattr(text, name):
                field = f"text.{tag}.{name}"
                yield Finding(file, Code.TEXT_EMPTY, field, tag, {"kind": item.kind})


def check_length(subject: Subject) -> Iterator[Finding]:
    """Find texts nobody can read in the time a slide has, and long headlines."""
    for file, _, tag, text in _texts(subject):
        words = shown_text(text)
        count = subject.tools.count_words(words)
        seconds = reading_s(words)
        if count > MAX_WORDS:
            values = {"count": str(count), "limit": str(MAX_WORDS)}
            yield Finding(file, Code.TEXT_TOO_WORDY, f"text.{tag}", tag, values)
        elif seconds > MAX_S:
            values = {"seconds": f"{seconds:.0f}", "limit": str(MAX_S)}
            yield Finding(file, Code.TEXT_OUTLASTS_SLIDE, f"text.{tag}", tag, values)
        yield from _swollen(subject, file, tag, text)
        headline = subject.tools.count_words(text.title)
        if headline > MAX_HEADLINE_WORDS:
            values = {"count": str(headline), "limit": str(MAX_HEADLINE_WORDS)}
            yield Finding(file, Code.HEADLINE_LONG, f"text.{tag}.title", tag, values)


def check_copies(subject: Subject) -> Iterator[Finding]:
    """Find texts that are the reference text, word for word, under another language's name."""
    for file, item, tag, text in _texts(subject):
        reference = item.text.get(REFERENCE)
        if tag == REFERENCE or reference is None:
            continue
        words = shown_text(text)
        if len(words) >= SAME_FROM_SIGNS and words == shown_text(reference):
            yield Finding(file, Code.TRANSLATION_SAME, f"text.{tag}", tag)


def _swollen(subject: Subject, file: str, tag: str, text: ItemText) -> Iterator[Finding]:
    # Break marks count: a player would refuse a pack whose field they made too long.
    for name, limit in _LIMITS.items():
        value = getattr(text, name)
        length = len(subject.tools.break_words(value, tag)[0]) if len(value) * 2 > limit else 0
        if length > limit:
            values = {"limit": str(limit), "length": str(length)}
            yield Finding(file, Code.TOO_LONG, f"text.{tag}.{name}", tag, values)


def _texts(subject: Subject) -> Iterator[tuple[str, Item, str, ItemText]]:
    for file, item in subject.items():
        for tag, text in item.text.items():
            yield file, item, tag, text

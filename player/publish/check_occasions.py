"""Checks of national occasions: they take away what they should, for the days they should."""

from collections.abc import Iterator
from typing import Final

from player.pack.language import REFERENCE
from player.pack.library import DocumentEntry
from player.pack.occasion import GIVES_WAY, Occasion
from player.publish.check_facts import first_day, last_day
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import OCCASIONS_FILE
from player.publish.subject import Subject

MOST_DAYS: Final = 7
"""State mourning lasts two days or so (Decree 105/2012/NĐ-CP); much more is a slip of the pen."""

OFTEN_FESTIVE: Final = frozenset({"C03", "C04", "C13", "C16", "C17", "C21"})
"""Categories of culture, festivals and promotion (player/README.md, content categories)."""


def check_tones(subject: Subject) -> Iterator[Finding]:
    """Find practical help that is said to give way."""
    for file, item in subject.items():
        if item.essential and item.tone in GIVES_WAY:
            values = {"item": item.id, "tone": f"{item.tone}"}
            yield Finding(file, Code.TONE_OF_HELP, "tone", values=values)


def check_words(subject: Subject) -> Iterator[Finding]:
    """Find occasions that nobody can name, or that nobody ordered."""
    for field, occasion in _occasions(subject):
        for name, words in (("name", occasion.name), ("authority", occasion.authority)):
            if not words.get(REFERENCE, "").strip():
                place = f"{field}.{name}.{REFERENCE}"
                yield Finding(OCCASIONS_FILE, Code.WORDS_MISSING, place, REFERENCE)


def check_times(subject: Subject) -> Iterator[Finding]:
    """Find occasions that are over, and those longer than any mourning."""
    for field, occasion in _occasions(subject):
        start, end = first_day(occasion.start), last_day(occasion.until)
        if start is None or end is None:
            continue
        days = (end - start).days + 1
        if end < subject.today:
            values = {"date": f"{end}"}
            yield Finding(OCCASIONS_FILE, Code.OCCASION_OVER, f"{field}.until", values=values)
        elif days > MOST_DAYS and (OCCASIONS_FILE, f"{field}.from") not in subject.source.faulty:
            values = {"days": f"{days}", "limit": f"{MOST_DAYS}"}
            yield Finding(OCCASIONS_FILE, Code.OCCASION_LONG, f"{field}.until", values=values)


def check_effect(subject: Subject) -> Iterator[Finding]:
    """Find occasions to come that nothing gives way to, and what perhaps should."""
    ends = [last_day(occasion.until) for _, occasion in _occasions(subject)]
    if not any(end is not None and end >= subject.today for end in ends):
        return
    library = [(kept.file, kept.entry) for kept in subject.source.lookup.library]
    tones = [item.tone for _, item in subject.items()] + [entry.tone for _, entry in library]
    if not GIVES_WAY.intersection(tones):
        yield Finding(OCCASIONS_FILE, Code.OCCASION_IDLE)
    documents = [(file, each) for file, each in library if isinstance(each, DocumentEntry)]
    for file, each in (*subject.items(), *documents):
        if each.tone is None and each.category in OFTEN_FESTIVE:
            values = {"item": each.id, "category": each.category}
            yield Finding(file, Code.TONE_UNSAID, "tone", values=values)


def _occasions(subject: Subject) -> Iterator[tuple[str, Occasion]]:
    for entry in subject.source.occasions:
        yield f"occasions[{entry.position}]", entry.value

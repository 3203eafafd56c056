"""Checks of the languages: what the pack offers, and what is missing in which."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from player.pack.item import Recording
from player.pack.language import REFERENCE, PackLanguage, Words, choose_language
from player.pack.media import Picture, Video
from player.publish.codes import Code
from player.publish.completeness import State, entries, page_entries
from player.publish.finding import Finding
from player.publish.folder import FACTS_FILE, HOURS_FILE, PACK_FILE
from player.publish.lookup_source import TopicHead
from player.publish.lookup_words import lookup_names
from player.publish.shown import stated_words
from player.publish.subject import Page, Subject, fact_words, hours_words

ENGLISH: Final = "en"
ESSENTIAL: Final = "C12"
"""Category of what helps a traveller through the gate."""

LANGUAGE_OF_COUNTRY: Final[Mapping[str, str]] = {"CN": "zh", "KH": "km", "LA": "lo", "TH": "th"}
"""ISO 3166 code of a neighbour -> its language; like English, no essential item may lack it."""


def check_language_list(subject: Subject) -> Iterator[Finding]:
    """Find languages listed twice, unknown fallbacks, and a list without the reference language."""
    if subject.source.header is None:
        return
    tags = [language.tag for language in subject.languages]
    if REFERENCE not in tags:
        yield Finding(PACK_FILE, Code.REFERENCE_LANGUAGE_MISSING, "languages", REFERENCE)
    for position, language in enumerate(subject.languages):
        if language.tag in tags[:position]:
            field = f"languages[{position}].tag"
            yield Finding(PACK_FILE, Code.LANGUAGE_DUPLICATE, field, language.tag)
        for place, tag in enumerate(language.fallback):
            if tag not in tags:
                field = f"languages[{position}].fallback[{place}]"
                values = {"value": tag, "choices": ", ".join(tags)}
                yield Finding(PACK_FILE, Code.FALLBACK_UNKNOWN, field, language.tag, values)


def check_translations(subject: Subject) -> Iterator[Finding]:
    """Find texts that are missing, and texts in languages the pack does not offer."""
    spoken = {language.tag for language in subject.languages}
    lacking = {kept.file: kept.lacks(subject.languages) for kept in subject.source.lookup.library}
    for entry, page in page_entries(subject):
        # A file that cannot be read, or a document that is not there, is told as such.
        told = page.text.keys() | (lacking.get(entry.file, frozenset()) - {REFERENCE})
        for language in subject.languages:
            if entry.state(language) is State.MISSING and language.tag not in told:
                yield _gap(subject, entry.file, page, language)
        if subject.source.header is not None:
            recorded = page.audio if isinstance(page, Recording) else {}
            for field, tags in (("text", page.text), ("audio", recorded)):
                for tag in tags.keys() - spoken:
                    values = {"choices": ", ".join(sorted(spoken))}
                    place = f"{field}.{tag}"
                    yield Finding(entry.file, Code.LANGUAGE_NOT_IN_PACK, place, tag, values)


def check_stale(subject: Subject) -> Iterator[Finding]:
    """Find translations and recordings whose reference text has changed since they were made."""
    for entry in entries(subject):
        for tag, made in entry.stale():
            values = {"of": made.of, "now": entry.stamp}
            yield Finding(entry.file, Code.TRANSLATION_STALE, made.field, tag, values)


def check_words(subject: Subject) -> Iterator[Finding]:
    """Find names of the gate, of places, of authorities, and cells, that lack a language."""
    header = subject.source.header
    if header is not None:
        gate = header.gate
        yield from _lacking(subject, PACK_FILE, "gate.name", gate.name)
        yield from _lacking(subject, PACK_FILE, "gate.province", gate.province)
        yield from _lacking(subject, PACK_FILE, "gate.neighbour.name", gate.neighbour.name)
        for field, words in hours_words(gate.hours):
            yield from _lacking(subject, HOURS_FILE, field, words)
        for field, words in fact_words(header.local_facts, for_staff=False):
            yield from _lacking(subject, FACTS_FILE, field, words)
    for file, item in subject.items():
        for field, words in stated_words(item):
            yield from _lacking(subject, file, field, words)
    for file, field, words in lookup_names(subject.source.lookup):
        yield from _lacking(subject, file, field, words)


def check_alt(subject: Subject) -> Iterator[Finding]:
    """Find pictures and clips not described for those who cannot see them."""
    written = {file: page.text.keys() for file, page in subject.pages()}
    for file, field, medium in subject.source.media():
        if not isinstance(medium, Picture | Video):
            continue  # a recording's words are the item's text
        for language in subject.languages:
            is_wanted = language.tag in written.get(file, (language.tag,))
            if is_wanted and not medium.alt.get(language.tag, "").strip():
                yield Finding(file, Code.ALT_MISSING, f"{field}.alt", language.tag)


def check_review(subject: Subject) -> Iterator[Finding]:
    """Find reviewed texts nobody has put a name to, and count the drafts of each language."""
    drafts: Counter[str] = Counter()
    for file, page in subject.pages():
        for tag, text in page.text.items():
            is_known = (file, f"text.{tag}.review") not in subject.source.faulty
            drafts[tag] += is_known and text.review == "draft"
            if text.review == "reviewed" and not text.reviewed_by:
                yield Finding(file, Code.REVIEWER_MISSING, f"text.{tag}.reviewed_by", tag)
    total = sum(1 for _ in subject.pages())
    for tag, count in drafts.items():
        if count:
            values = {"count": str(count), "total": str(total)}
            yield Finding("", Code.TEXTS_DRAFT, "", tag, values)


def _gap(subject: Subject, file: str, page: Page, language: PackLanguage) -> Finding:
    tag = language.tag
    field = f"text.{tag}"
    if language.required or tag == REFERENCE:
        return Finding(file, Code.TRANSLATION_MISSING, field, tag)
    if _is_essential(page) and tag in {ENGLISH, _neighbour_language(subject)}:
        return Finding(file, Code.TRANSLATION_MISSING_ESSENTIAL, field, tag)
    present = {**page.text, REFERENCE: None}
    shown = choose_language(present, tag, language.fallback)
    return Finding(file, Code.TRANSLATION_MISSING_OPTIONAL, field, tag, {"shown": str(shown)})


def _is_essential(page: Page) -> bool:
    """Whether no traveller may miss it; the library is for those who have time."""
    if isinstance(page, TopicHead):
        return page.category == ESSENTIAL
    return getattr(page, "essential", False)


def _neighbour_language(subject: Subject) -> str:
    header = subject.source.header
    return LANGUAGE_OF_COUNTRY.get(header.gate.neighbour.country, "") if header else ""


def _lacking(subject: Subject, file: str, field: str, words: Words) -> Iterator[Finding]:
    for language in subject.languages:
        is_wanted = language.required or language.tag == REFERENCE
        if is_wanted and not words.get(language.tag, "").strip():
            yield Finding(file, Code.WORDS_MISSING, f"{field}.{language.tag}", language.tag)

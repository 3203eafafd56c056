"""How far a pack is translated: every text in every language of the pack, and how it stands.

Values only: ``matrix.py`` prints them, ``check_languages.py`` judges the gaps.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from pathlib import PurePosixPath
from typing import Final

from player.pack.item import Item, Recording
from player.pack.language import REFERENCE, PackLanguage
from player.pack.notice import NOTICE_SHOWN, NoticeText
from player.publish.folder import NOTICES_FILE, TICKER_FILE
from player.publish.library_source import SourceEntry, takes_words
from player.publish.lookup_source import SourceTopic
from player.publish.shown import translated_text
from player.publish.stamp import stamp
from player.publish.subject import Page, Subject

WHOLE: Final = 100


class State(StrEnum):
    """How a text stands in one language.

    ``AUDIO_ONLY``: it is heard and needs no text; ``NOT_WANTED``: nobody reads this language.
    """

    READY = auto()
    DRAFT = auto()
    STALE = auto()
    MISSING = auto()
    AUDIO_ONLY = auto()
    NOT_WANTED = auto()


GAPS: Final = frozenset({State.MISSING, State.STALE})
"""What a translator is to be asked for."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text or a recording in one language.

    Attributes:
        field: where it says what it was made from.
        of: stamp of the reference text it was made from; empty: nobody said.
        is_draft: nobody has approved it yet.
    """

    field: str
    of: str
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, a topic, a library entry, a notice or a ticker line.

    Attributes:
        file: that holds it.
        name: to people, e.g. ``slides/welcome``.
        stamp: of its reference text; empty without one.
        texts: language -> what is there.
        heard: language -> the recording there is.
        not_for: languages whose readers do not expect it.
    """

    file: str
    name: str
    stamp: str
    texts: Mapping[str, Translation]
    heard: Mapping[str, Translation] = field(default_factory=dict)
    not_for: frozenset[str] = frozenset()

    def stale(self) -> Iterator[tuple[str, Translation]]:
        """Yield (language, text or recording) made from another reference text than the present."""
        written = ((tag, text) for tag, text in self.texts.items() if tag != REFERENCE)
        for tag, made in (*written, *self.heard.items()):
            if made.of and self.stamp and made.of != self.stamp:
                yield tag, made

    def state(self, language: PackLanguage) -> State:
        """Return how it stands in a language of the pack."""
        tag = language.tag
        text = self.texts.get(tag)
        if text is None and not self._is_served(language):
            return State.MISSING
        if any(tag == stale for stale, _ in self.stale()):
            return State.STALE
        if text is not None:
            return State.DRAFT if text.is_draft else State.READY
        return State.AUDIO_ONLY if tag in self.heard else State.NOT_WANTED

    def _is_served(self, language: PackLanguage) -> bool:
        """Whether nobody misses a text: its readers listen, or there are none."""
        if language.tag in self.not_for:
            return True
        is_optional = language.tag != REFERENCE and not language.required
        return is_optional and (language.tag in self.heard or not language.written)


@dataclass(frozen=True, slots=True)
class Row:
    """How one entry stands, language by language."""

    entry: Entry
    states: Mapping[str, State]

    @property
    def has_gap(self) -> bool:
        """Whether a text of it is missing or stale."""
        return not GAPS.isdisjoint(self.states.values())


@dataclass(frozen=True, slots=True)
class Completeness:
    """How a whole pack stands.

    Attributes:
        languages: tags, in the pack's order.
        rows: items, topics and library by file, then notices and lines as written.
    """

    languages: tuple[str, ...]
    rows: tuple[Row, ...]

    def counts(self, tag: str) -> Mapping[State, int]:
        """Return how many entries stand how in a language."""
        found = Counter(row.states[tag] for row in self.rows)
        return {state: found[state] for state in State}

    def wanted(self, tag: str) -> int:
        """Return how many entries ought to have a text in a language."""
        return len(self.rows) - self.counts(tag)[State.NOT_WANTED]

    def translated(self, tag: str) -> int:
        """Return how many of these have one, or a recording; drafts and stale ones count."""
        return self.wanted(tag) - self.counts(tag)[State.MISSING]


def survey(subject: Subject) -> Completeness:
    """Return how far the pack is translated."""
    languages = {language.tag: language for language in subject.languages}
    rows = (
        Row(entry, {tag: entry.state(language) for tag, language in languages.items()})
        for entry in entries(subject)
    )
    return Completeness(tuple(languages), tuple(rows))


def entries(subject: Subject) -> Iterator[Entry]:
    """Yield every item, topic, notice and ticker line that can be read."""
    for entry, _ in page_entries(subject):
        yield entry
    for notice in subject.source.notices:
        if not notice.value.text:
            continue  # a cancel: there is nothing to translate
        yield _notice_entry(f"notices[{notice.position}]", notice.value.id, notice.value.text)
    for line in subject.source.ticker:
        texts = {
            tag: Translation(f"ticker[{line.position}].of.{tag}", line.value.of.get(tag, ""))
            for tag in line.value.text
        }
        mark = stamp(line.value.text.get(REFERENCE, ""))
        yield Entry(TICKER_FILE, _name(TICKER_FILE, line.value.id), mark, texts)


def page_entries(subject: Subject) -> Iterator[tuple[Entry, Page]]:
    """Yield every item, topic and library entry that can be read, as an entry and as a value.

    A library entry that is called what its item is called has no words to translate.
    """
    for file, item in subject.items():
        yield _item_entry(file, item), item
    for topic in subject.source.lookup.topics:
        yield _topic_entry(topic), topic.head
    for kept in subject.source.lookup.library:
        if not takes_words(kept.entry):
            yield _library_entry(kept, subject.languages), kept.entry


def _item_entry(file: str, item: Item) -> Entry:
    texts = {
        tag: Translation(f"text.{tag}.of", text.of, text.review == "draft")
        for tag, text in item.text.items()
    }
    mark = stamp(translated_text(item, REFERENCE)) if REFERENCE in item.text else ""
    recorded = item.audio if isinstance(item, Recording) else {}
    heard = {tag: Translation(f"audio.{tag}.of", each.of) for tag, each in recorded.items()}
    return Entry(file, str(PurePosixPath(file).with_suffix("")), mark, texts, heard)


def _topic_entry(topic: SourceTopic) -> Entry:
    texts = {
        tag: Translation(f"text.{tag}.of", remarks.of, remarks.review == "draft")
        for tag, remarks in topic.head.text.items()
        if tag in topic.bodies
    }
    reference = topic.bodies.get(REFERENCE)
    mark = stamp("\n".join(reference.words())) if reference else ""
    return Entry(topic.file, topic.folder, mark, texts)


def _library_entry(kept: SourceEntry, languages: Sequence[PackLanguage]) -> Entry:
    """Return an entry; a document that is not there in a language is missing, titled or not."""
    lacking = kept.lacks(languages)
    texts = {
        tag: Translation(f"text.{tag}.of", text.of, text.review == "draft")
        for tag, text in kept.entry.text.items()
        if tag not in lacking
    }
    said = kept.entry.text.get(REFERENCE)
    mark = stamp(f"{said.title}\n{said.summary}") if said else ""
    tags = frozenset(language.tag for language in languages) - {REFERENCE}
    not_for = frozenset(tag for tag in tags if not kept.is_for(tag))
    return Entry(kept.file, kept.folder, mark, texts, not_for=not_for)


def per_cent(part: int, whole: int) -> int:
    """Return a share in per cent: never 100 while something lacks, never 0 where there is some."""
    nearest = round(part * WHOLE / whole) if whole else 0
    return nearest if part in {0, whole} else min(max(nearest, 1), WHOLE - 1)


def _notice_entry(place: str, name: str, text: Mapping[str, NoticeText]) -> Entry:
    texts = {
        tag: Translation(f"{place}.text.{tag}.of", each.of, each.review == "draft")
        for tag, each in text.items()
    }
    said = text.get(REFERENCE)
    words = "\n".join(getattr(said, shown) for shown in NOTICE_SHOWN) if said else ""
    return Entry(NOTICES_FILE, _name(NOTICES_FILE, name), stamp(words), texts)


def _name(file: str, entry_id: str) -> str:
    return f"{PurePosixPath(file).with_suffix('')}/{entry_id}"

"""What the checks look at: a source as read, its media as probed, the day, and the tools."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from player.pack.anniversary import LunarDay
from player.pack.contact import Contact
from player.pack.facts import LocalFacts, RateFact
from player.pack.hours import Hours
from player.pack.item import Item, Source
from player.pack.language import REFERENCE, PackLanguage, Words
from player.pack.library import LibraryEntry
from player.pack.media import PictureType
from player.publish.finding import Finding
from player.publish.lookup_source import TopicHead
from player.publish.media_facts import (
    ClipFacts,
    Converted,
    DocumentFacts,
    Fault,
    Faults,
    MediaFacts,
    PictureFacts,
    SoundFacts,
)
from player.publish.source import PackSource


class Tools(Protocol):
    """What the checks need of the ``[publish]`` extra."""

    def picture(self, path: Path) -> PictureFacts | Faults:
        """Look into a picture."""

    def clip(self, path: Path) -> ClipFacts | Faults:
        """Look into a clip."""

    def sound(self, path: Path) -> SoundFacts | Faults:
        """Look into a recording."""

    def document(self, files: Sequence[Path]) -> DocumentFacts | Faults:
        """Look into a document: a PDF, or pictures of its pages."""

    def missing_signs(self, text: str, language: str) -> frozenset[str]:
        """Return the characters no font of ``language`` draws."""

    def count_words(self, text: str) -> int:
        """Return how many words ``text`` has."""

    def break_words(self, text: str, language: str) -> tuple[str, str]:
        """Return ``text`` as shown, with break marks, and as searched, without."""

    def lunar_days(self, kept: LunarDay) -> tuple[date, ...]:
        """Return the solar days on which a lunar day falls, in order."""

    def pronounce(self, text: str, language: str) -> str:
        """Return how ``text`` is typed by its sound, on one line; empty where nobody does so."""


class BuildTools(Tools, Protocol):
    """What the build needs besides."""

    def convert_picture(self, content: bytes, kind: PictureType) -> Converted:
        """Return a picture upright, in 8-bit sRGB and within the pack's limit."""

    def make_poster(self, content: bytes) -> Converted:
        """Return the picture that stands for a clip."""

    def press_pdf(self, content: bytes) -> tuple[Converted, ...] | Fault:
        """Return pictures of the pages of a PDF, or why there are none."""


_Stated = Item | Contact | LibraryEntry

Page = Item | TopicHead | LibraryEntry
"""What has a category, an end and texts."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a check may look at.

    Attributes:
        source: as read.
        media: path of a file some item uses -> what its probe said.
        today: local day the check is made for.
        tools: of the ``[publish]`` extra.
        documents: path of a document of the library -> what its probe said.
    """

    source: PackSource
    media: Mapping[str, MediaFacts | Faults]
    today: date
    tools: Tools
    documents: Mapping[str, DocumentFacts | Faults] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[PackLanguage, ...]:
        """The pack's languages; the reference language when the header cannot be read."""
        header = self.source.header
        return tuple(header.languages) if header else (PackLanguage(tag=REFERENCE),)

    def items(self) -> Iterator[tuple[str, Item]]:
        """Yield (file, item) for every item that could be read."""
        for entry in self.source.items:
            if entry.item is not None:
                yield entry.file, entry.item

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Yield (file, item, topic or library entry)."""
        yield from self.items()
        yield from ((topic.file, topic.head) for topic in self.source.lookup.topics)
        yield from ((entry.file, entry.entry) for entry in self.source.lookup.library)

    def sources(self) -> Iterator[tuple[str, str, Source]]:
        """Yield (file, field, source) of everything that is said to be so."""
        lookup = self.source.lookup
        stated: list[tuple[str, _Stated]] = [*self.items()]
        stated += ((entry.file, entry.contact) for entry in lookup.contacts)
        stated += ((entry.file, entry.entry) for entry in lookup.library)
        for file, each in stated:
            if each.source is not None:
                yield file, "source", each.source
        for topic in lookup.topics:
            for place, source in enumerate(topic.head.sources):
                yield topic.file, f"sources[{place}]", source


Check = Callable[[Subject], Iterator[Finding]]


def hours_words(hours: Hours | None) -> Iterator[tuple[str, Words]]:
    """Yield field and value of every text in the opening hours of a gate."""
    if hours is None:
        return
    for place, lane in enumerate(hours.lanes):
        yield f"lanes[{place}].name", lane.name
    for place, activity in enumerate(hours.activities):
        yield f"activities[{place}].name", activity.name
    for place, exception in enumerate(hours.exceptions):
        if exception.reason:
            yield f"exceptions[{place}].reason", exception.reason


def fact_words(facts: LocalFacts, *, for_staff: bool) -> Iterator[tuple[str, Words]]:
    """Yield field and value of the words about facts the gate may say.

    Args:
        facts: of the pack.
        for_staff: what staff are asked, in Vietnamese; else what travellers read.
    """
    for place, fact in facts.all():
        if for_staff:
            yield f"{place}.title", fact.title
        elif isinstance(fact, RateFact):
            yield f"{place}.ask", fact.ask

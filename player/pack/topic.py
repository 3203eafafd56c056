"""Lookup topics: what a traveller may ask, answered in blocks a page can set.

A topic answers first and explains after. Its texts are structure, not markup: steps, tables and
phrases are data, so every layout can place them and every language has the same ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from player.config.naming import Identifier, Tag
from player.pack.item import Approval, Category, Source
from player.pack.media import Picture
from player.pack.model import PackModel
from player.pack.table import MOST_COLUMNS, MOST_ROWS, Alignment
from player.pack.window import Validity

LONGEST_PARAGRAPH: Final = 2000
LONGEST_ENTRY: Final = 1000
"""Letters of a step, bullet, phrase or cell, break marks included."""

MOST_BLOCKS: Final = 60
"""Of one section."""

MOST_SECTIONS: Final = 30

LONGEST_LINK: Final = 60
"""A longer address makes a code too fine to be scanned (domain: QR is an extra)."""

Entry = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ENTRY)]
Link = Annotated[str, StringConstraints(pattern=r"^https://[!-~]+$", max_length=LONGEST_LINK)]


class Paragraph(PackModel):
    """Running text."""

    kind: Literal["paragraph"]
    text: str = Field(min_length=1, max_length=LONGEST_PARAGRAPH)


class Step(PackModel):
    """One thing to do; ``place``: where, as the plan of the gate names it."""

    text: Entry
    place: Identifier | None = None


class Steps(PackModel):
    """Things to do, in this order."""

    kind: Literal["steps"]
    steps: Sequence[Step] = Field(min_length=1, max_length=30)


class Bullets(PackModel):
    """Things of equal rank."""

    kind: Literal["bullets"]
    entries: Sequence[Entry] = Field(min_length=1, max_length=60)


class Grid(PackModel):
    """A table in the language of its text.

    Attributes:
        align: how each column is set; as many as there are headings and cells in a row.
    """

    kind: Literal["table"]
    align: Sequence[Alignment] = Field(min_length=1, max_length=MOST_COLUMNS)
    headings: Sequence[str] = Field(min_length=1, max_length=MOST_COLUMNS)
    rows: Sequence[Sequence[str]] = Field(min_length=1, max_length=MOST_ROWS)


class Phrases(PackModel):
    """Sentences to show to staff: the same ones in every language, in the same order."""

    kind: Literal["phrases"]
    phrases: Sequence[Entry] = Field(min_length=1, max_length=30)


class TodaysHours(PackModel):
    """The opening hours of lanes, worked out when the page is shown; none named: all."""

    kind: Literal["hours"]
    lanes: Sequence[Identifier] = Field(default=(), max_length=40)


class ContactCards(PackModel):
    """Whom to call or see."""

    kind: Literal["contacts"]
    contacts: Sequence[Identifier] = Field(min_length=1, max_length=30)


class PlanView(PackModel):
    """The plan of the gate with some of its places pointed out; none named: all."""

    kind: Literal["plan"]
    places: Sequence[Identifier] = Field(default=(), max_length=60)


Block = Annotated[
    Paragraph | Steps | Bullets | Grid | Phrases | TodaysHours | ContactCards | PlanView,
    Field(discriminator="kind"),
]

BLOCKS: Final = frozenset(
    {"paragraph", "steps", "bullets", "table", "phrases", "hours", "contacts", "plan"}
)
"""Kinds of block this player knows."""


class Section(PackModel):
    """A part of a topic.

    Attributes:
        heading: empty for the first, which answers.
        travellers: who sees it; none named: everyone.
    """

    heading: str = Field(default="", max_length=LONGEST_ENTRY)
    travellers: Sequence[Identifier] = Field(default=(), max_length=20)
    blocks: Sequence[Block] = Field(default=(), max_length=MOST_BLOCKS)


class TopicText(PackModel):
    """A topic in one language.

    Attributes:
        sections: the answer first.
        questions: how travellers ask for it, synonyms included; the first is offered as one.
        review: whether a competent reader of this language has approved it, and who.
        search: all words of title and sections without break marks; set by the build.
        sounds: how title and questions sound, where readers type that instead (Chinese): a line
            for the title and one per question, words apart by a space, their syllables by an
            apostrophe, in plain Latin letters; set by the build, empty in older packs.
    """

    title: str = Field(min_length=1, max_length=LONGEST_ENTRY)
    sections: Sequence[Section] = Field(min_length=1, max_length=MOST_SECTIONS)
    questions: Sequence[Entry] = Field(default=(), max_length=60)
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    search: str = ""
    sounds: str = ""


class TopicFacts(PackModel):
    """What a topic is, whatever the language.

    Attributes:
        tile: of the home page, under which it is found.
        sources: where its facts come from; none only for a ``sample``.
        sample: some of it is invented for demonstration; the page says so.
        lasting: has no expiry on purpose; else ``valid.until`` must be given.
        related: topics a reader may want next.
        link: address of an official page, shown as text and as a code to scan.
        recording: id of an item of kind ``audio`` that reads the topic aloud; None: none does.
    """

    id: Identifier
    tile: Identifier
    icon: Identifier
    category: Category
    approval: Approval = "normal"
    sources: Sequence[Source] = Field(default=(), max_length=12)
    sample: bool = False
    lasting: bool = False
    valid: Validity = Validity()
    related: Sequence[Identifier] = Field(default=(), max_length=12)
    link: Link | None = None
    recording: Identifier | None = None
    picture: Picture | None = None


class Topic(TopicFacts):
    """A topic with its texts."""

    text: Mapping[Tag, TopicText] = Field(min_length=1)


def section_words(section: Section) -> Iterator[str]:
    """Yield every text of a section, in reading order."""
    yield section.heading
    for block in section.blocks:
        yield from block_words(block)


def block_words(block: Block) -> Iterator[str]:
    """Yield every text of a block, in reading order; none of one that is worked out."""
    match block:
        case Paragraph(text=text):
            yield text
        case Steps(steps=steps):
            yield from (step.text for step in steps)
        case Bullets(entries=entries):
            yield from entries
        case Grid(headings=headings, rows=rows):
            yield from headings
            for row in rows:
                yield from row
        case Phrases(phrases=phrases):
            yield from phrases
        case _:
            return

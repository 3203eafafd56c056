"""Items: what one slot of the programme shows, in every language it exists in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from player.config.naming import Identifier, Tag
from player.pack.language import Words
from player.pack.media import Audio, Medium, Picture, Video
from player.pack.model import PackModel
from player.pack.occasion import GIVES_WAY, Tone
from player.pack.table import MOST_COLUMNS, MOST_ROWS, Column, Row
from player.pack.window import Validity

Approval = Literal["normal", "sensitive", "sovereignty"]
Category = Annotated[str, Field(pattern=r"^C(0[1-9]|1\d|2[0-3])$")]
"""``C01``..``C23``: the content categories of the information programme (player/README.md)."""


class ItemText(PackModel):
    """The words of an item in one language; which fields a kind shows says ``SHOWN_TEXT``.

    Attributes:
        title, body, caption: shown as plain text; a blank line in ``body`` ends a paragraph.
        claim, fact: what is said and is false, and what is true.
        review: whether a competent reader of this language has approved it, and who.
        of: stamp of the reference text this one was translated from; not in a built pack.
        search: the words without break marks; set by the build.
        duration_s: how long this text needs on screen; set by the build.
    """

    title: str = Field(default="", max_length=300)
    body: str = Field(default="", max_length=5000)
    claim: str = Field(default="", max_length=300)
    fact: str = Field(default="", max_length=5000)
    caption: str = Field(default="", max_length=600)
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    of: str = Field(default="", max_length=40)
    search: str = ""
    duration_s: int = Field(default=0, ge=0)


class Source(PackModel):
    """Who stands behind a fact.

    Attributes:
        authority: issuing body, per language.
        document: its number, e.g. ``1191/QĐ-TTg``.
        effective: since when it holds.
        review_by: last day on which it may be shown as current.
        stale: what happens after that day: ``label`` it as possibly outdated, or ``withdraw``.
    """

    authority: Words
    document: str = Field(min_length=1, max_length=120)
    effective: date
    review_by: date
    stale: Literal["label", "withdraw"] = "label"


class _Item(PackModel):
    """What all kinds of item share.

    Attributes:
        source: where the facts come from; None only for a ``sample``.
        sample: invented for demonstration; says so on screen, in the language shown.
        essential: practical help, absent from the screen for two minutes at most.
        must_show: centrally ordered: joins whatever loop is playing.
        audience: tags; empty: everyone.
        tone: ``festive`` and ``promotional`` give way in hours of mourning; None: nobody has said.
        lasting: has no expiry on purpose; else ``valid.until`` must be given.
        min_duration_s: an editor may lengthen the time on screen, never shorten it.
    """

    id: Identifier
    category: Category
    audience: tuple[Identifier, ...] = ()
    approval: Approval = "normal"
    source: Source | None = None
    sample: bool = False
    essential: bool = False
    must_show: bool = False
    tone: Tone | None = None
    lasting: bool = False
    valid: Validity = Validity()
    min_duration_s: int = Field(default=0, ge=0, le=120)
    text: Mapping[Tag, ItemText] = Field(min_length=1)

    @property
    def gives_way(self) -> bool:
        """Whether it is not for hours of mourning; practical help always is."""
        return self.tone in GIVES_WAY and not self.essential


class Poster(_Item):
    """A full picture with a few large words over it."""

    kind: Literal["poster"]
    picture: Picture


class Photo(_Item):
    """A photograph that may breathe, with a caption below."""

    kind: Literal["photo"]
    picture: Picture


class Bulletin(_Item):
    """A dated text: a headline and paragraphs, beside a picture if there is one.

    Attributes:
        issued: date of issue, shown with the source.
    """

    kind: Literal["bulletin"]
    issued: date
    issue_number: str = Field(default="", max_length=40)
    picture: Picture | None = None


class Clip(_Item):
    """A video with title and body in the reader's language."""

    kind: Literal["video"]
    video: Video


class Table(_Item):
    """Fees, a timetable: a table, with a note below it if ``caption`` has one.

    Attributes:
        columns: at least one.
        rows: at least one, each with as many cells as there are columns.
    """

    kind: Literal["table"]
    picture: ClassVar[None] = None
    columns: tuple[Column, ...] = Field(max_length=MOST_COLUMNS)
    rows: tuple[Row, ...] = Field(max_length=MOST_ROWS)

    @property
    def is_whole(self) -> bool:
        """Whether it has columns and rows, and no row lacks a cell or has one too many."""
        cells = {len(row) for row in self.rows}
        return bool(self.columns) and cells == {len(self.columns)}


class ClaimAndFact(_Item):
    """A false claim, marked as such, and the fact that answers it."""

    kind: Literal["claim-and-fact"]
    picture: ClassVar[None] = None


class Bilingual(_Item):
    """A picture whose words stand in Vietnamese and, smaller and below, in one other language.

    Source: Law on Advertising 2012, article 18(2).
    """

    kind: Literal["bilingual"]
    picture: Picture


class Recording(_Item):
    """A picture with words, and a recording of them for each language that has one.

    Attributes:
        audio: language -> its recording. A language may have a recording and no text: then its
            listeners see the words of its fallback.
    """

    kind: Literal["audio"]
    picture: Picture
    audio: Mapping[Tag, Audio] = Field(min_length=1, max_length=40)

    def heard(self, language: str, shown_in: str) -> str | None:
        """Return the language of the recording that is played, None for silence.

        Args:
            language: whose turn it is.
            shown_in: language of the words shown; a recording of these is better than none.
        """
        return next((tag for tag in (language, shown_in) if tag in self.audio), None)


class HoursBoard(_Item):
    """The opening hours of the gate, worked out for the instant they are shown.

    Attributes:
        lanes, activities: ids of those to show; empty: all.
    """

    kind: Literal["hours"]
    picture: ClassVar[None] = None
    lanes: tuple[Identifier, ...] = Field(default=(), max_length=40)
    activities: tuple[Identifier, ...] = Field(default=(), max_length=20)


Item = Annotated[
    Poster | Photo | Bulletin | Clip | Recording | Table | ClaimAndFact | Bilingual | HoursBoard,
    Field(discriminator="kind"),
]

KINDS: Final[Mapping[str, type[Item]]] = {
    "audio": Recording,
    "bilingual": Bilingual,
    "bulletin": Bulletin,
    "claim-and-fact": ClaimAndFact,
    "hours": HoursBoard,
    "photo": Photo,
    "poster": Poster,
    "table": Table,
    "video": Clip,
}
"""What ``kind`` says -> the model of such an item."""

SHOWN_TEXT: Final[Mapping[str, tuple[str, ...]]] = {
    "bilingual": ("title", "body"),
    "claim-and-fact": ("title", "claim", "fact"),
    "table": ("title", "caption"),
}
"""Kind -> fields of ``ItemText`` a traveller sees, in reading order."""

USUAL_TEXT: Final = ("title", "body", "caption")
"""The same of every other kind."""

REQUIRED_TEXT: Final[Mapping[str, tuple[str, ...]]] = {
    "bilingual": ("title",),
    "bulletin": ("title", "body"),
    "claim-and-fact": ("claim", "fact"),
    "photo": ("caption",),
    "poster": ("title",),
    "table": ("title",),
    "video": ("title",),
    "audio": ("title",),
    "hours": ("title",),
}
"""Kind -> fields of ``ItemText`` that must not be empty."""


def shown_fields(kind: str) -> tuple[str, ...]:
    """Return the fields of ``ItemText`` that items of ``kind`` show, in reading order."""
    return SHOWN_TEXT.get(kind, USUAL_TEXT)


def media_of(holder: PackModel) -> Iterator[tuple[str, Medium]]:
    """Yield (field, value) of every picture, clip and recording of an item, e.g. ``audio.vi``."""
    for name, value in holder:
        if isinstance(value, Medium):
            yield name, value
        elif isinstance(value, Mapping):
            for key, entry in value.items():
                if isinstance(entry, Medium):
                    yield f"{name}.{key}", entry

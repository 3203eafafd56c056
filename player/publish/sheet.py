"""What a contact sheet shows: every item in every language on every shape, and what is amiss.

Values only. ``preview.py`` fills them, ``sheet_pages.py`` and ``sheet_index.py`` write them down.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from player.publish.draft import Draft
from player.publish.finding import Finding


@dataclass(frozen=True, slots=True)
class SheetShape:
    """A screen pages are drawn for.

    Attributes:
        name: ``shape_<name>`` names it in the catalogue.
        width, height: pixels.
        role: whose example configuration says how large it is and from where it is read.
        overscan_percent: share of each edge that it hides.
    """

    name: str
    width: int
    height: int
    role: str = "hall-tv"
    overscan_percent: float = 0


SHAPES: Final = (
    SheetShape("landscape", 1920, 1080),
    SheetShape("portrait", 1080, 1920),
    SheetShape("square", 1080, 1080),
    SheetShape("old-tv", 1024, 768, overscan_percent=2.5),
    SheetShape("strip", 1152, 288, role="led-strip"),
)


@dataclass(frozen=True, slots=True)
class Pixels:
    """One drawn page.

    Attributes:
        width, height: pixels.
        stride: bytes from one row to the next.
        rgb: three bytes a pixel, from the top left.
        pages: in how many pages its words are set; this is the first.
    """

    width: int
    height: int
    stride: int
    rgb: bytes
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A page that cannot be drawn, and why."""

    reason: str


Wanted = tuple[str, str]
"""Key of an item in a draft, and a language."""


class Renderer(Protocol):
    """The player's own way of drawing; lent by whoever may load it."""

    def draw(
        self, draft: Draft, day: date, shape: SheetShape, wanted: Sequence[Wanted]
    ) -> Iterator[Pixels | Undrawn]:
        """Yield a page for each of ``wanted``, in order.

        Args:
            draft: what to draw.
            day: local day; facts to be reviewed before it are shown as such.
            shape: of the screen.
            wanted: items and languages.
        """
        ...


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """One page on one shape.

    Attributes:
        shape: of the screen.
        full, thumb: files relative to the sheet's folder; empty when not drawn.
        pages: in how many pages its words are set; the picture is of the first.
        reason: why it was not drawn; empty when it was.
    """

    shape: SheetShape
    full: str = ""
    thumb: str = ""
    pages: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An item in one language.

    Attributes:
        language: asked for.
        shown_in: the language it is then shown in; another one when a translation is missing.
        is_draft: the words shown were not reviewed.
        is_offered: the pack lists this language.
        findings: about the item in this language.
        pictures: one for each shape.
    """

    language: str
    shown_in: str
    is_draft: bool
    is_offered: bool
    findings: tuple[Finding, ...]
    pictures: tuple[SheetPicture, ...]

    @property
    def is_missing(self) -> bool:
        """Whether this language has no text of its own."""
        return self.shown_in != self.language


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One file of ``slides/``.

    Attributes:
        key: unique in the sheet.
        id: as written, or the file's name.
        file: in the source.
        has_stand_in: its picture or clip is grey.
        findings: about the item in no language, or in none of its rows.
        rows: one for each language; none when the item cannot be read.
    """

    key: str
    id: str
    file: str
    has_stand_in: bool
    findings: tuple[Finding, ...]
    rows: tuple[SheetRow, ...]

    def all_findings(self) -> tuple[Finding, ...]:
        """Return the findings of the item and of its rows."""
        return (*self.findings, *(finding for row in self.rows for finding in row.findings))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole contact sheet.

    Attributes:
        pack: name of the pack.
        sequence: of the pack; empty when nobody knows.
        day: it was checked for and drawn as on.
        items: in the order of their files.
        rest: findings about no single item.
    """

    pack: str
    sequence: str
    day: date
    items: tuple[SheetItem, ...]
    rest: tuple[Finding, ...]

    def rows(self) -> Iterator[SheetRow]:
        """Yield every row."""
        for item in self.items:
            yield from item.rows

    def pictures(self) -> Iterator[SheetPicture]:
        """Yield every picture, drawn or not."""
        for row in self.rows():
            yield from row.pictures

    def counts(self) -> dict[str, str]:
        """Return the sheet in figures, for the sentences of the catalogue."""
        pictures, rows = tuple(self.pictures()), tuple(self.rows())
        return {
            "items": str(len(self.items)),
            "pictures": str(sum(not picture.reason for picture in pictures)),
            "paged": str(sum(picture.pages > 1 for picture in pictures)),
            "undrawn": str(sum(bool(picture.reason) for picture in pictures)),
            "drafts": str(sum(row.is_draft and not row.is_missing for row in rows)),
            "missing": str(sum(row.is_missing for row in rows)),
        }

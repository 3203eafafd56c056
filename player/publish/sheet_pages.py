"""The PNG pages of a contact sheet: small pictures with item, language, shape and marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from player.publish.catalogue import Catalogue
from player.publish.sheet import SHAPES, Sheet, SheetItem, SheetPicture, SheetRow
from player.publish.sheet_marks import Mark, item_marks, picture_marks, row_marks, worst

THUMB: Final = (480, 320)
PAGE_WIDTH: Final = 2160
ROWS: Final = 5
GAP: Final = 24
HEAD: Final = 68
FOOT: Final = 34
LETTER: Final = 22
SMALL_LETTER: Final = 18
FRAME: Final = 4
PAPER, INK, QUIET = "#ffffff", "#1d1d1f", "#5f6368"
COLOURS: Final = {"error": "#b3261e", "warning": "#8a5a00"}


@dataclass(frozen=True, slots=True)
class _Cell:
    """One row of an item; an item that cannot be read has none, and is named all the same."""

    item: SheetItem
    row: SheetRow | None

    @property
    def pictures(self) -> tuple[SheetPicture, ...]:
        return self.row.pictures if self.row else ()


class PageWriter:
    """Writes the pages.

    Args:
        folder: of the sheet; the small pictures lie in it.
        fonts: folder of the bundled fonts.
        catalogue: of the reader's language.
    """

    def __init__(self, folder: Path, fonts: Path, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue
        latin = fonts / "noto-sans"
        self._bold = ImageFont.truetype(latin / "NotoSans-Bold.ttf", LETTER)
        self._plain = ImageFont.truetype(latin / "NotoSans-Regular.ttf", SMALL_LETTER)

    def write(self, sheet: Sheet, pages: str) -> tuple[str, ...]:
        """Write all pages below ``pages`` and return their files, relative to the folder."""
        (self._folder / pages).mkdir(parents=True, exist_ok=True)
        cells = [_Cell(item, row) for item in sheet.items for row in item.rows or (None,)]
        width = _cell_width()
        columns = max(1, PAGE_WIDTH // width)
        names = []
        for number, page in enumerate(_batches(cells, columns * ROWS), start=1):
            name = f"{pages}/page-{number:02}.png"
            self._page(page, columns, width).save(self._folder / name, compress_level=4)
            names.append(name)
        return tuple(names)

    def _page(self, cells: Sequence[_Cell], columns: int, width: int) -> Image.Image:
        height = HEAD + THUMB[1] + FOOT + GAP
        lines = -(-len(cells) // columns)
        page = Image.new("RGB", (columns * width + GAP, lines * height + GAP), PAPER)
        pen = ImageDraw.Draw(page)
        for place, cell in enumerate(cells):
            left = GAP + (place % columns) * width
            top = GAP + (place // columns) * height
            self._cell(page, pen, cell, (left, top))
        return page

    def _cell(
        self, page: Image.Image, pen: ImageDraw.ImageDraw, cell: _Cell, at: tuple[int, int]
    ) -> None:
        left, top = at
        room = _cell_width() - GAP
        heading = f"{cell.row.language} · {cell.item.id}" if cell.row else cell.item.id
        pen.text(at, _fit(heading, self._bold, room), fill=INK, font=self._bold)
        marks = (
            *(row_marks(cell.row, self._catalogue) if cell.row else ()),
            *item_marks(cell.item, self._catalogue),
        )
        self._marks(pen, marks, (left, top + HEAD // 2), room)
        for picture in cell.pictures:
            self._picture(page, pen, picture, (left, top + HEAD))
            left += _thumb_size(picture)[0] + GAP

    def _marks(
        self, pen: ImageDraw.ImageDraw, marks: Sequence[Mark], at: tuple[int, int], room: int
    ) -> None:
        # The worst decides the colour: on paper the words tell the rest.
        line = _fit(" · ".join(dict.fromkeys(words for _, words in marks)), self._plain, room)
        pen.text(at, line, fill=COLOURS[worst(marks) or "warning"], font=self._plain)

    def _picture(
        self,
        page: Image.Image,
        pen: ImageDraw.ImageDraw,
        picture: SheetPicture,
        at: tuple[int, int],
    ) -> None:
        (left, top), (width, height) = at, _thumb_size(picture)
        marks = tuple(picture_marks(picture, self._catalogue))
        if picture.thumb:
            with Image.open(self._folder / picture.thumb) as thumb:
                page.paste(thumb, at)
        edge = COLOURS.get(worst(marks), QUIET)
        frame = (left, top, left + width - 1, top + height - 1)
        pen.rectangle(frame, outline=edge, width=FRAME if marks else 1)
        words = [self._catalogue.say(f"shape_{picture.shape.name}"), *(said for _, said in marks)]
        label = _fit(" · ".join(words), self._plain, width)
        pen.text((left, top + height + 4), label, fill=edge, font=self._plain)


def thumb_size(width: int, height: int) -> tuple[int, int]:
    """Return the size of the small picture of a page of ``width`` x ``height`` pixels."""
    scale = min(THUMB[0] / width, THUMB[1] / height)
    return round(width * scale), round(height * scale)


def _thumb_size(picture: SheetPicture) -> tuple[int, int]:
    return thumb_size(picture.shape.width, picture.shape.height)


def _cell_width() -> int:
    return sum(thumb_size(shape.width, shape.height)[0] + GAP for shape in SHAPES)


def _batches(cells: Sequence[_Cell], size: int) -> Iterator[Sequence[_Cell]]:
    rest = iter(cells)
    while batch := tuple(islice(rest, size)):
        yield batch


def _fit(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text}…"

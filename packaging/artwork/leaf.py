"""Pages of a printed booklet, A4, set from top to bottom in the bundled typefaces.

Words are words in the PDF, lines break where the player would break them, and what does not fit
on a page is refused: nothing is cut off.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from artwork.palette import BRICK, CREAM, INK, JADE_PALE, PINE, SLATE, STONE, ink
from artwork.shape import block
from player import resources
from player.publish.wording import word
from player.shell.immortal import keep_constants
from player.shell.typefaces import line_heights, load_fonts, read_typefaces

DOTS_AN_INCH: Final = 720
"""A unit is a tenth of a point."""

WIDTH, HEIGHT = 5950.0, 8420.0
MARGIN: Final = 560.0
COLUMN: Final = WIDTH - 2 * MARGIN
FOOT: Final = HEIGHT - 480.0
BODY, HEADING, TITLE, SMALL = 148, 195, 335, 105
GAP: Final = 90.0
PICTURE_PX: Final = (1600, 900)

_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MADE: Final = (
    (rb"(?<=Date \(D:)\d{14}", b"20260101000000"),
    (rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2026-01-01T00:00:00"),
    (rb"(?<=uuid:)[0-9a-f-]{36}", b"0" * 36),
    (rb"(?<=<)[0-9a-f]{72}(?=>)", b"0" * 72),
)
"""What differs from one run to the next -> what stands for it, of the same length."""


class Leaf:
    """The page being set; everything is put below what was put before."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, language: str, foot: str) -> None:
        self._writer = writer
        self._painter = painter
        self._language = language
        self._faces = read_typefaces(resources.assets() / "fonts")
        self._foot = foot
        self._number = 0
        self._y = MARGIN
        self._begin()

    def turn(self) -> None:
        """Begin the next page."""
        self._writer.newPage()
        self._y = MARGIN
        self._begin()

    def title(self, words: str) -> None:
        """Set the title of the booklet."""
        self._set(words, TITLE, PINE, bold=True)
        self._y += GAP

    def heading(self, words: str) -> None:
        """Set what a page or a part of it is about."""
        self._y += GAP
        self._set(words, HEADING, BRICK, bold=True)
        self._y += GAP / 2

    def part(self, words: str) -> None:
        """Set a heading below a heading."""
        self._y += GAP / 2
        self._set(words, BODY + 10, PINE, bold=True)
        self._y += GAP / 3

    def paragraph(self, words: str) -> None:
        """Set running text."""
        self._set(words, BODY, INK)
        self._y += GAP

    def entries(self, entries: Sequence[str], mark: str = "•") -> None:
        """Set bullets, or steps when ``mark`` is empty."""
        for number, words in enumerate(entries, start=1):
            top = self._y
            self._set(words, BODY, INK, left=260.0)
            bottom, self._y = self._y, top
            self._set(mark or f"{number}.", BODY, BRICK, bold=True)
            self._y = bottom + GAP / 2
        self._y += GAP / 2

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Set sentences to show to staff: for them above, for the reader below."""
        for theirs, ours in pairs:
            top = self._y
            self._y += GAP / 3
            self._set(theirs, BODY, INK, left=160.0, bold=True, language="vi")
            if ours != theirs:
                self._set(ours, BODY, SLATE, left=160.0)
            block(self._painter, MARGIN, top, 36, self._y - top + GAP / 3, JADE_PALE)
            self._y += GAP

    def grid(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Set a table whose columns are as wide as each other."""
        wide = COLUMN / len(headings)
        for number, row in enumerate((headings, *rows)):
            top, bottom = self._y, self._y
            for place, words in enumerate(row):
                self._y = top + GAP / 2
                self._set(words, BODY, INK, left=place * wide, wide=wide - GAP, bold=not number)
                bottom = max(bottom, self._y + GAP / 2)
            block(self._painter, MARGIN, bottom, COLUMN, 8, PINE if number == 0 else STONE)
            self._y = bottom
        self._y += GAP

    def picture(self, image: QImage) -> None:
        """Put a picture across the column."""
        high = COLUMN * image.height() / image.width()
        self._fits(high)
        self._painter.drawImage(QRectF(MARGIN, self._y, COLUMN, high), image)
        self._y += high + GAP

    def _begin(self) -> None:
        self._number += 1
        block(self._painter, 0, 0, WIDTH, HEIGHT, CREAM)
        block(self._painter, 0, 0, WIDTH, 170, PINE)
        block(self._painter, 0, 170, WIDTH, 22, BRICK)
        below, self._y = self._y, FOOT + 120
        self._draw(f"{self._foot}    {self._number}", SMALL, SLATE)
        self._y = below

    def _set(
        self,
        words: str,
        size: int,
        colour: str,
        *,
        left: float = 0.0,
        wide: float | None = None,
        bold: bool = False,
        language: str = "",
    ) -> None:
        high = self._draw(words, size, colour, left=left, wide=wide, bold=bold, language=language)
        self._fits(high)
        self._y += high

    def _draw(
        self,
        words: str,
        size: int,
        colour: str,
        *,
        left: float = 0.0,
        wide: float | None = None,
        bold: bool = False,
        language: str = "",
    ) -> float:
        """Draw a text and return how high it stands."""
        tag = language or self._language
        font = self._faces.font(tag, size, bold=bold)
        self._painter.setFont(font)
        self._painter.setPen(ink(colour))
        room = QRectF(MARGIN + left, self._y, COLUMN - left if wide is None else wide, HEIGHT)
        said = word(words, tag).shown
        taken = self._painter.boundingRect(room, int(_WRAP), said)
        self._painter.drawText(room, int(_WRAP), said)
        lines = round(taken.height() / self._painter.fontMetrics().lineSpacing())
        return max(taken.height(), lines * size * line_heights(tag).title)

    def _fits(self, high: float) -> None:
        if self._y + high > FOOT:
            raise ValueError(f"page {self._number} in {self._language} is too full")


@cache
def _start() -> QGuiApplication:
    """Return the application without which Qt has no fonts; it stays until the process ends."""
    application = QGuiApplication([])
    if load_fonts(resources.assets() / "fonts"):
        raise OSError("a bundled font cannot be loaded")
    return application


@contextmanager
def printed(target: Path, title: str, language: str, foot: str) -> Iterator[Leaf]:
    """Yield the first page of the PDF ``target``; it is closed whatever happens.

    Raises:
        OSError: the file cannot be written.
    """
    keep_constants()
    _start()
    writer = QPdfWriter(str(target))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    writer.setResolution(DOTS_AN_INCH)
    writer.setTitle(title)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"cannot write {target}")
    try:
        yield Leaf(writer, painter, language, foot)
    finally:
        painter.end()
    target.write_bytes(undated(target.read_bytes()))


def undated(content: bytes) -> bytes:
    """Return a PDF without the time and the chance of its making; every place stays where it is."""
    for pattern, fixed in _MADE:
        content = re.sub(pattern, fixed, content)
    return content

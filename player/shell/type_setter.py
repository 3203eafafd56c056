"""Faces and line heights for QML, by language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from PySide6.QtCore import QLocale, QObject, QPoint, QRectF, QSizeF, Qt, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.typefaces import Typefaces, line_heights

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

BALANCE_GRAIN: Final = 0.25
"""How near, in letter heights, the balanced width is sought."""

MOST_BALANCED: Final = 4
"""Text of more lines is read as a block, whose last line may end anywhere."""

SMALLEST: Final = 0.7
"""Of the size wanted: below it words are better set in another way than in smaller letters."""

SIZES_KEPT: Final = 1024
"""While its bindings settle, a page asks some ten times for the letters of each button."""

_TOO_WIDE: Final = 1000
_ENDLESS: Final = 1_000_000


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TypeSetter(QObject):  # type: ignore[operator]
    """Answers which face draws a language; constant for the life of the process."""

    def __init__(self, typefaces: Typefaces) -> None:
        super().__init__()
        self._typefaces = typefaces
        self._boxed_px = lru_cache(SIZES_KEPT)(self._find_boxed_px)

    @Slot(str, int, bool, result=QFont)
    def font(self, language: str, pixel_size: int, bold: bool) -> QFont:  # noqa: FBT001  (QML passes by position)
        """Return the face for text in ``language`` at ``pixel_size`` pixels."""
        return self._typefaces.font(language, pixel_size, bold=bold)

    @Slot(str, bool, result=float)
    def lineHeight(self, language: str, headline: bool) -> float:  # noqa: FBT001  (QML passes by position)
        """Return the distance of lines as a multiple of the letters' pixel size."""
        lines = line_heights(language)
        return lines.title if headline else lines.body

    @Slot(str, QFont, float, result=float)
    def balancedWidth(self, text: str, font: QFont, width: float) -> float:
        """Return the width at which a short text breaks into lines of like length.

        Args:
            text: a headline, or a few lines standing alone; longer text is left as it is.
            font: their face.
            width: what there is, pixels.

        Returns:
            The least width, at most ``width``, that takes no more lines than ``width`` does.
        """
        lines = _line_count(text, font, width)
        if lines == 1 or lines > MOST_BALANCED:
            return width
        least, most = width / lines, width
        while most - least > font.pixelSize() * BALANCE_GRAIN:
            middle = (least + most) / 2
            if _line_count(text, font, middle) > lines:
                least = middle
            else:
                most = middle
        return min(width, float(ceil(most)) + 1)

    @Slot(str, QFont, float, int, result=int)
    def wholeWordsPx(self, text: str, font: QFont, width: float, most: int) -> int:
        """Return the largest size of letters at which no line ends within a word.

        Args:
            text: of a headline or a button.
            font: its face, at the size wanted.
            width: of a line, pixels.
            most: lines; 0: as many as it takes.

        Returns:
            That size or a smaller one, pixels; 0: none will do that is at least ``SMALLEST`` of it.
        """
        return _whole_px(text, font, width, lambda _: most or _ENDLESS)

    @Slot(str, str, int, bool, QSizeF, result=int)
    def boxedWordsPx(
        self,
        text: str,
        language: str,
        pixel_size: int,
        bold: bool,  # noqa: FBT001  (QML passes by position)
        box: QSizeF,
    ) -> int:
        """Return the same for a headline that is to lie within ``box``, pixels.

        Smaller letters have room for more lines, so a height says more than a number of lines.
        """
        return self._boxed_px(text, language, pixel_size, bold, (box.width(), box.height()))

    def _find_boxed_px(
        self,
        text: str,
        language: str,
        pixel_size: int,
        bold: bool,  # noqa: FBT001  (as in the slot)
        box: tuple[float, float],
    ) -> int:
        width, height = box
        line = self.lineHeight(language, True)  # noqa: FBT003  (a slot of QML)
        font = self.font(language, pixel_size, bold)
        return _whole_px(text, font, width, lambda px: int(height / round(px * line)))

    @Slot("QStringList", "QStringList", int, bool, QSizeF, result=int)
    def sharedWordsPx(
        self,
        texts: list[str],
        languages: list[str],
        pixel_size: int,
        bold: bool,  # noqa: FBT001  (QML passes by position)
        box: QSizeF,
    ) -> int:
        """Return the same for headlines side by side, each in a box of its own; 0: one has no size.

        Args:
            texts: of all of them.
            languages: as many.
            pixel_size: wanted.
            bold: whether their strokes are.
            box: of each, pixels.
        """
        told = zip(texts, languages, strict=False)
        sizes = (self.boxedWordsPx(*each, pixel_size, bold, box) for each in told)
        return min(sizes, default=pixel_size)

    @Slot(str, QFont, float, int, result="QStringList")
    def pages(self, text: str, font: QFont, width: float, most: int) -> list[str]:
        """Cut a text that is too long into pages of whole lines.

        Args:
            text: any length; a line feed ends a line.
            font: its face.
            width: of a line, pixels.
            most: lines to a page, at least 1.

        Returns:
            The pages in order, none empty. One ends early where a paragraph does, if that
            leaves at most a third of it free.
        """
        lines = _lines(text, font, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return list(_paged(text, lines, max(1, most)))

    @Slot(int, int, float, float, float, result=QPoint)
    def sharedLines(
        self, first: int, second: int, first_line: float, second_line: float, room: float
    ) -> QPoint:
        """Share a page out between two texts; see ``share_lines``. (0, 0): they have no room."""
        return QPoint(*(share_lines(first, second, first_line, second_line, room) or (0, 0)))

    @Slot(str, QFont, float, "QVariantList", result="QVariantList")
    def marked(self, text: str, font: QFont, width: float, spans: list[int]) -> list[QRectF]:
        """Return where parts of a text lie, to be marked behind it.

        Args:
            text: as set.
            font: its face.
            width: of a line, pixels.
            spans: first and last-but-one sign of each part, one after another.

        Returns:
            A rectangle for each part in each line, pixels; its ``y`` counts lines.
        """
        return list(_marked(text, font, width, list(pairwise(spans))[::2]))

    @Slot(str, result=bool)
    def isMirrored(self, language: str) -> bool:
        """Return whether ``language`` is written from right to left."""
        return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def _marked(
    text: str, font: QFont, width: float, parts: Sequence[tuple[int, int]]
) -> Iterator[QRectF]:
    layout = _layout(text, font, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        for start, end in parts:
            begin, over = _unit(text, start), _unit(text, end)
            if begin < last and over > first:
                left, right = (line.cursorToX(at) for at in (max(begin, first), min(over, last)))
                x = min(_x(left), _x(right))
                yield QRectF(x, number, abs(_x(right) - _x(left)), 1)


def _x(place: object) -> float:
    """Return the place of a cursor; PySide6 hands it over with the cursor it stands for."""
    return float(place[0]) if isinstance(place, tuple) else float(str(place))


def _unit(text: str, sign: int) -> int:
    """Return where a sign stands as Qt counts: in UTF-16 units."""
    return len(text[:sign].encode("utf-16-le", "surrogatepass")) // 2


def share_lines(
    first: int, second: int, first_line: float, second_line: float, room: float
) -> tuple[int, int] | None:
    """Return how many lines of two texts to put on a page, so that both end on the same one.

    Args:
        first: lines of one text; 0: there is none.
        second: lines of the other.
        first_line: height of its lines.
        second_line: likewise.
        room: height of a page.

    Returns:
        The most that fit; None where not even a line of each does.
    """
    for pages in range(1, max(first, second) + 1):
        most = ceil(first / pages), ceil(second / pages)
        if most[0] * first_line + most[1] * second_line <= room:
            return most
    return None


def _line_count(text: str, font: QFont, width: float) -> int:
    # A word wider than the line would be broken inside: never worth a better balance.
    lines = _lines(text, font, width, QTextOption.WrapMode.WordWrap)
    return sum(1 if line.width <= width + 1 else _TOO_WIDE for line in lines)


def _whole_px(text: str, font: QFont, width: float, most: Callable[[int], int]) -> int:
    """Return the size at which ``text`` has whole words; see ``TypeSetter.wholeWordsPx``.

    Args:
        text: as set.
        font: at the size wanted.
        width: of a line, pixels.
        most: size of letters -> lines it may take then.
    """
    wanted = font.pixelSize()
    if width <= 0 or not text:  # nothing has been laid out as yet
        return wanted
    tried = QFont(font)
    for px in range(wanted, ceil(wanted * SMALLEST) - 1, -1):
        tried.setPixelSize(px)
        lines = _lines(text, tried, width, QTextOption.WrapMode.WordWrap)
        if len(lines) <= most(px) and all(line.width <= width for line in lines):
            return px
    return 0


@dataclass(frozen=True, slots=True)
class _SetLine:
    """One line: ``text[start:end]``, and how wide its letters are; pixels."""

    start: int
    end: int
    width: float


def _lines(text: str, font: QFont, width: float, wrap: QTextOption.WrapMode) -> list[_SetLine]:
    """Set ``text`` as QML's text element does: same metrics, same breaks."""
    layout = _layout(text, font, width, wrap)
    # Qt counts in UTF-16 units, Python in characters.
    units = layout.text().encode("utf-16-le", "surrogatepass")
    found: list[_SetLine] = []
    at = 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        inside = units[2 * first : 2 * (first + line.textLength())]
        length = len(inside.decode("utf-16-le", "surrogatepass"))
        found.append(_SetLine(at, at + length, line.naturalTextWidth()))
        at += length
    return found


def _layout(text: str, font: QFont, width: float, wrap: QTextOption.WrapMode) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(wrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _paged(text: str, lines: Sequence[_SetLine], most: int) -> Iterator[str]:
    """Yield the lines of ``text`` in pages of ``most``; see ``TypeSetter.pages``."""
    at = 0
    while at < len(lines):
        end = min(at + most, len(lines))
        if end < len(lines):
            paragraphs = (
                line for line in range(end, at, -1) if text[: lines[line - 1].end].endswith("\n")
            )
            last = next(paragraphs, at)
            end = last if (last - at) * 3 >= most * 2 else end
        page = text[lines[at].start : lines[end - 1].end].strip()
        if page:
            yield page
        at = end

"""The built-in page: the last thing a traveller may see, drawn with no file at all.

One painting function serves the stage (as an item) and, when QML itself cannot be loaded, a
plain window (``plain_window.py``). Its colours and words are constants, its sizes follow from the
area given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QTextLayout,
    QTextOption,
)
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from player.config.geometry import shape_of
from player.shell.typefaces import Typefaces, line_heights
from player.stage.builtin_words import GREETINGS, Greeting

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

GROUND: Final = "#0f2a33"
INK: Final = "#f8f3e8"
QUIET: Final = "#d3ddd9"
GOLD: Final = "#e0b963"

_FIRST_SHARE: Final = 0.082
"""Letters of the first welcome against the shorter side, before anything is made smaller."""
_OTHERS: Final = 0.7
_ADVICE: Final = 0.56
_MARK_SHARE: Final = 0.13
_MARGIN_SHARE: Final = 0.06
_LEAST_GAP, _MOST_GAP = 0.035, 0.085
_SMALLER: Final = 0.94
_LEAST_SCALE: Final = 0.2
_STRIP_SCALE: Final = 2.0
_NO_FAMILIES: Final = Typefaces((), {})


@dataclass(frozen=True, slots=True)
class _Line:
    """Text set in a box of a width: ``height`` is what it takes."""

    layout: QTextLayout
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A greeting set in a column of ``width``."""

    lines: tuple[_Line, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Page:
    """Rows of greetings under a mark of ``mark`` pixels; ``height`` without the gaps."""

    rows: tuple[tuple[_Block, ...], ...]
    mark: float
    height: float


def paint_builtin(painter: QPainter, size: QSizeF, typefaces: Typefaces = _NO_FAMILIES) -> None:
    """Paint the page over the whole of ``size``.

    Args:
        painter: active, its origin the page's upper left corner.
        size: pixels.
        typefaces: faces per language; without any, whatever Qt finds.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(), size), QColor(GROUND))
    shorter = min(size.width(), size.height())
    margin = shorter * _MARGIN_SHARE
    area = QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin)
    columns, scale = _arrangement(size)
    page = _set_page(area.width(), shorter * scale, columns, typefaces)
    while _with_gaps(page, shorter * _LEAST_GAP * scale) > area.height() and scale > _LEAST_SCALE:
        scale *= _SMALLER
        page = _set_page(area.width(), shorter * scale, columns, typefaces)
    spare = (area.height() - page.height) / (len(page.rows) + 2)
    gap = min(shorter * _MOST_GAP, max(shorter * _LEAST_GAP * scale, spare))
    top = area.top() + max(0.0, (area.height() - _with_gaps(page, gap)) / 2)
    paint_gate(painter, QRectF(area.center().x() - page.mark / 2, top, page.mark, page.mark))
    area.setTop(top + page.mark + gap)
    _paint_rows(painter, page.rows, area, gap)


def _arrangement(size: QSizeF) -> tuple[int, float]:
    """Return in how many columns the other greetings stand, and the scale to begin with.

    A strip is read from afar and has width to spare: its letters begin as large as may be.
    """
    if shape_of(round(size.width()), max(1, round(size.height()))) == "strip":
        return len(GREETINGS) - 1, _STRIP_SCALE
    return (2 if size.width() > size.height() else 1), 1.0


def _with_gaps(page: _Page, gap: float) -> float:
    return page.height + gap * len(page.rows)


def _set_page(width: float, shorter: float, columns: int, typefaces: Typefaces) -> _Page:
    first = shorter * _FIRST_SHARE
    others = tuple(
        _set_block(greeting, width / columns * 0.94, first * _OTHERS, typefaces)
        for greeting in GREETINGS[1:]
    )
    rows = (
        (_set_block(GREETINGS[0], width, first, typefaces),),
        *(others[at : at + columns] for at in range(0, len(others), columns)),
    )
    mark = shorter * _MARK_SHARE
    return _Page(rows, mark, mark + sum(max(block.height for block in row) for row in rows))


def _set_block(greeting: Greeting, width: float, pixels: float, typefaces: Typefaces) -> _Block:
    tag = greeting.tag
    lines = (
        _set_line(greeting.welcome, typefaces.font(tag, round(pixels), bold=True), width, INK, tag),
        _set_line(
            greeting.advice,
            typefaces.font(tag, round(pixels * _ADVICE), bold=False),
            width,
            QUIET,
            tag,
        ),
    )
    return _Block(lines, width, sum(line.height for line in lines))


def _set_line(text: str, font: QFont, width: float, colour: str, language: str) -> _Line:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    step = font.pixelSize() * line_heights(language).title
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += step
    layout.endLayout()
    return _Line(layout, height, colour)


def _paint_rows(
    painter: QPainter, rows: Sequence[Sequence[_Block]], area: QRectF, gap: float
) -> None:
    top = area.top()
    for row in rows:
        column = area.width() / len(row)
        for at, block in enumerate(row):
            left = area.left() + at * column + (column - block.width) / 2
            _paint_block(painter, block, QPointF(left, top))
        top += max(block.height for block in row) + gap


def _paint_block(painter: QPainter, block: _Block, at: QPointF) -> None:
    for line in block.lines:
        painter.setPen(QColor(line.colour))
        line.layout.draw(painter, at)
        at += QPointF(0, line.height)


def paint_gate(painter: QPainter, box: QRectF) -> None:
    """Paint the mark of the house into ``box``: an open doorway within an arch."""
    wall = box.width() * 0.13
    ground = box.height() * 0.09
    arch = box.adjusted(wall, 0, -wall, -ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(GOLD))
    painter.drawPath(_arch(arch).subtracted(_arch(arch.adjusted(wall, wall, -wall, 0))))
    painter.drawPath(_arch(arch.adjusted(2 * wall, 2.4 * wall, -2 * wall, 0)))
    painter.drawRect(QRectF(box.left(), box.bottom() - ground, box.width(), ground))


def _arch(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.bottomLeft())
    path.lineTo(box.left(), box.top() + box.width() / 2)
    path.arcTo(QRectF(box.left(), box.top(), box.width(), box.width()), 180, -180)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path


@QmlElement
class BuiltinPage(QQuickPaintedItem):
    """The page as an item of the stage."""

    typefaces: Typefaces = _NO_FAMILIES
    """Set once by the application, before any item exists: QML makes these items itself."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setOpaquePainting(True)

    def paint(self, painter: QPainter) -> None:
        """Paint the whole item."""
        paint_builtin(painter, self.size(), BuiltinPage.typefaces)

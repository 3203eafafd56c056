"""Paints an emergency page with a plain painter, for the window that stands in without QML.

The same plan and drawings as ``layouts/GatePlayer/Alarm``, and the same colours; a test compares
them. It is the last resort: everything it needs is in the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from player.shell.alarm_plan import AlarmPlan, SignPlace, WordsPlace
from player.shell.alarm_view import hatch
from player.shell.typefaces import Typefaces, line_heights
from player.stage.alarm.page import Tone
from player.stage.alarm.signs import DRAWINGS, Plate

DANGER: Final = "#b40000"
SAFE: Final = "#006633"
CAUTION: Final = "#f7c600"
CAUTION_INK: Final = "#14120a"
DAY: Final = "#ffffff"
DRILL: Final = "#123a6b"
DRILL_PALE: Final = "#c3ccd8"
DRILL_INK: Final = "#0d2340"
LEVEL_GROUNDS: Final = (DAY, "#a9d8f5", "#fff3a3", "#ff9d2e", DANGER, "#5b2483")

DARK_LEVELS: Final = 4
"""From this level on its number is white."""

SIDE: Final = 100.0
EDGE: Final = 1.6
TRIANGLE: Final = "M 50 7 L 95 91 L 5 91 Z"
TRIANGLE_EDGE: Final = 7.0


@dataclass(frozen=True, slots=True)
class Colours:
    """Of one tone."""

    ground: str
    ink: str
    band: str
    band_ink: str


COLOURS: Final[Mapping[Tone, Colours]] = {
    "act": Colours(DANGER, DAY, DAY, DANGER),
    "prepare": Colours(CAUTION, CAUTION_INK, CAUTION_INK, CAUTION),
    "safe": Colours(SAFE, DAY, DAY, SAFE),
    "drill": Colours(DAY, DRILL_INK, DRILL, DAY),
}

_PLATES: Final[Mapping[Plate, tuple[str, str]]] = {
    "safe": (SAFE, DAY),
    "fire": (DANGER, DAY),
    "warning": (CAUTION, CAUTION_INK),
}
"""Ground and ink of a sign."""


def paint_alarm(painter: QPainter, size: QSizeF, plan: AlarmPlan, faces: Typefaces) -> None:
    """Paint a page over the whole of ``size``.

    Args:
        painter: active, its origin the page's upper left corner.
        size: for which the page was set.
        plan: where everything stands.
        faces: by language.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = COLOURS[plan.tone]
    page = QRectF(QPointF(), size)
    painter.fillRect(page, QColor(colours.ground))
    if plan.frame > 0:
        inside = page.adjusted(plan.frame, plan.frame, -plan.frame, -plan.frame)
        painter.fillRect(page, QColor(DRILL_PALE))
        stripes = path_of(hatch(round(size.width()), round(size.height()), plan.frame))
        painter.fillPath(stripes, QColor(DRILL))
        painter.fillRect(inside, QColor(colours.ground))
    painter.fillRect(plan.band.rect, QColor(colours.band))
    if plan.level:
        painter.setPen(QColor(colours.ink))
        painter.setBrush(QColor(LEVEL_GROUNDS[0 if plan.tone == "drill" else plan.level]))
        painter.drawRect(plan.level_box.rect)
    for sign in plan.signs:
        _paint_sign(painter, sign, plan.tone)
    level_ink = DAY if plan.level >= DARK_LEVELS else CAUTION_INK
    if plan.tone == "drill":
        level_ink = colours.ink
    inks = {"ink": colours.ink, "band": colours.band_ink, "level": level_ink}
    for words in plan.words:
        _paint_words(painter, words, faces, inks[words.ink])


def _paint_words(painter: QPainter, words: WordsPlace, faces: Typefaces, ink: str) -> None:
    font = faces.font(words.language, words.letter_px, bold=words.is_strong)
    heights = line_heights(words.language)
    line = round(words.letter_px * (heights.title if words.is_headline else heights.body))
    painter.setFont(font)
    painter.setPen(QColor(ink))
    baseline = words.y + QFontMetricsF(font).ascent()
    for text in words.text.split("\n"):
        painter.drawText(QPointF(words.x, baseline), text)
        baseline += line


def _paint_sign(painter: QPainter, place: SignPlace, tone: Tone) -> None:
    drawing = DRAWINGS[place.sign]
    plate, ink = _PLATES[drawing.plate]
    if tone == "drill" and drawing.plate != "safe":
        plate, ink = DRILL, DAY
    painter.save()
    painter.translate(place.x, place.y)
    painter.scale(place.side / SIDE, place.side / SIDE)
    if drawing.plate == "warning":
        painter.setPen(_pen(plate if tone == "drill" else ink, TRIANGLE_EDGE))
        painter.setBrush(QColor(plate))
        painter.drawPath(path_of(TRIANGLE))
    else:
        painter.setPen(Qt.PenStyle.NoPen if tone == "drill" else _pen(COLOURS[tone].ink, EDGE))
        painter.setBrush(QColor(plate))
        painter.drawRect(QRectF(0, 0, SIDE, SIDE))
    if place.is_mirrored:
        painter.translate(SIDE, 0)
        painter.scale(-1, 1)
    for stroke in drawing.strokes:
        colour = plate if stroke.is_cut else ink
        painter.setPen(_pen(colour, stroke.width) if stroke.width else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if stroke.width else QColor(colour))
        painter.drawPath(path_of(stroke.path))
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def path_of(text: str) -> QPainterPath:
    """Return the shape that a path of ``M``, ``L``, ``C`` and ``Z`` describes."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, numbers in _steps(text):
        points = [QPointF(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        match letter:
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "C":
                path.cubicTo(*points)
            case _:
                path.closeSubpath()
    return path


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    letter, numbers = "", list[float]()
    for piece in text.split():
        if not piece.isalpha():
            numbers.append(float(piece))
            continue
        if letter:
            yield letter, numbers
        letter, numbers = piece, []
    yield letter, numbers

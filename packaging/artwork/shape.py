"""Lines and areas: paths through points, fills, soft edges. Everything else is made of these."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from artwork.palette import ink
from artwork.sheet import HEIGHT, WIDTH

Point = tuple[float, float]


def through(points: Sequence[Point], *, closed: bool = True) -> QPainterPath:
    """Return the straight-edged path through ``points``."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    if closed:
        path.closeSubpath()
    return path


def curve(points: Sequence[Point], *, closed: bool = False) -> QPainterPath:
    """Return the smooth path through ``points`` (Catmull-Rom)."""
    if closed:
        knots = [points[-1], *points, points[0], points[1]]
    else:
        knots = [points[0], *points, points[-1]]
    path = QPainterPath(QPointF(*knots[1]))
    for before, start, end, after in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            end[0],
            end[1],
        )
    if closed:
        path.closeSubpath()
    return path


def down_to(path: QPainterPath, floor: float) -> QPainterPath:
    """Return the area between an open ``path`` and the level ``floor``."""
    inside = QPainterPath(path)
    start, end = path.elementAt(0), path.currentPosition()
    inside.lineTo(end.x(), floor)
    inside.lineTo(start.x, floor)
    inside.closeSubpath()
    return inside


def outline(start: Point, *parts: tuple[float, ...]) -> QPainterPath:
    """Return the path from ``start`` along ``parts``.

    Args:
        start: first point.
        parts: of 2 numbers: a straight line to that point; of 4: a curve with one handle, then
            the point; of 6: a curve with two handles, then the point.

    Raises:
        ValueError: a part has another length.
    """
    path = QPainterPath(QPointF(*start))
    for part in parts:
        match part:
            case (x, y):
                path.lineTo(x, y)
            case (cx, cy, x, y):
                path.quadTo(cx, cy, x, y)
            case (ax, ay, bx, by, x, y):
                path.cubicTo(ax, ay, bx, by, x, y)
            case _:
                raise ValueError(f"{part} is no part of an outline")
    return path


def blot(
    p: QPainter, colour: str, start: Point, *parts: tuple[float, ...], alpha: float = 1.0
) -> None:
    """Print the area within ``outline(start, *parts)``."""
    fill(p, outline(start, *parts), colour, alpha)


def area(p: QPainter, colour: str, *points: Point, alpha: float = 1.0) -> None:
    """Print the straight-edged area within ``points``."""
    fill(p, through(points), colour, alpha)


def line(p: QPainter, colour: str, width: float, *points: Point, alpha: float = 1.0) -> None:
    """Draw a smooth line through ``points``, ``width`` units wide."""
    stroke(p, curve(points), colour, width, alpha)


def fill(p: QPainter, path: QPainterPath, colour: str, alpha: float = 1.0) -> None:
    """Print ``path`` in one flat ink."""
    p.fillPath(path, ink(colour, alpha))


def stroke(p: QPainter, path: QPainterPath, colour: str, width: float, alpha: float = 1.0) -> None:
    """Draw the line of ``path``, ``width`` units wide, with round ends."""
    pen = QPen(ink(colour, alpha), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.strokePath(path, pen)


def disc(p: QPainter, x: float, y: float, radius: float, colour: str, alpha: float = 1.0) -> None:
    """Print a disc."""
    oval(p, x, y, radius, radius, colour, alpha)


def oval(
    p: QPainter, x: float, y: float, rx: float, ry: float, colour: str, alpha: float = 1.0
) -> None:
    """Print an ellipse with the half axes ``rx`` and ``ry``."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ink(colour, alpha))
    p.drawEllipse(QPointF(x, y), rx, ry)


def block(
    p: QPainter, x: float, y: float, w: float, h: float, colour: str, radius: float = 0.0
) -> None:
    """Print a rectangle, its corners rounded by ``radius``."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ink(colour))
    p.drawRoundedRect(QRectF(x, y, w, h), radius, radius)


def wash(p: QPainter, top: float, bottom: float, stops: Sequence[tuple[str, float]]) -> None:
    """Print a graded band across the sheet, as a brush wiped over the block (bokashi).

    Args:
        p: painter in sheet units.
        top: first level.
        bottom: last level.
        stops: inks and their opacity from top to bottom, evenly spaced.
    """
    grade = QLinearGradient(0, top, 0, bottom)
    for index, (colour, alpha) in enumerate(stops):
        grade.setColorAt(index / (len(stops) - 1), ink(colour, alpha))
    p.fillRect(QRectF(0, top, WIDTH, bottom - top), QBrush(grade))


def ground(p: QPainter, colour: str) -> None:
    """Print the whole sheet in one ink."""
    p.fillRect(QRectF(0, 0, WIDTH, HEIGHT), ink(colour))


def ring_points(x: float, y: float, radius: float, count: int, turn: float = 0.0) -> list[Point]:
    """Return ``count`` points evenly on a circle, the first at the top, plus ``turn`` radians."""
    angles = (2 * pi * step / count + turn - pi / 2 for step in range(count))
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


@contextmanager
def within(p: QPainter, path: QPainterPath) -> Iterator[None]:
    """Keep what is drawn in this block inside ``path``."""
    p.save()
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    try:
        yield
    finally:
        p.restore()


@contextmanager
def moved(
    p: QPainter, x: float, y: float, *, turn: float = 0.0, scale: float = 1.0
) -> Iterator[None]:
    """Draw what follows around (``x``, ``y``), turned by ``turn`` degrees and scaled."""
    p.save()
    p.translate(x, y)
    p.rotate(turn)
    p.scale(scale, scale)
    try:
        yield
    finally:
        p.restore()

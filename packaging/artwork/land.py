"""Hills, terraced fields and roads."""

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath

from artwork.noise import between, rough, swell
from artwork.palette import ink
from artwork.shape import Point, curve, down_to, fill, line, through, within
from artwork.sheet import HEIGHT, WIDTH


def ridge(
    p: QPainter,
    seed: int,
    level: float,
    swing: float,
    colour: str,
    *,
    grain: float = 260.0,
    floor: float = HEIGHT,
    foot: str | None = None,
    octaves: int = 5,
) -> QPainterPath:
    """Draw a long hill across the sheet.

    Args:
        p: painter in sheet units.
        seed: series of chance.
        level: mean height of the crest.
        swing: units the crest rises and falls.
        colour: its ink.
        grain: units from one top to the next.
        floor: lowest level it fills.
        foot: ink it grades into at ``floor``; None: flat.
        octaves: how broken the crest is; 2 is a meadow, 5 a rocky range.

    Returns:
        The area drawn.
    """
    steps = range(-20, int(WIDTH) + 31, 10)
    points = [(float(x), level - swing * rough(seed, x / grain, octaves)) for x in steps]
    area = down_to(through(points, closed=False), floor)
    if foot is None:
        fill(p, area, colour)
        return area
    grade = QLinearGradient(0, level - swing, 0, floor)
    grade.setColorAt(0.0, ink(colour))
    grade.setColorAt(0.3, ink(colour))
    grade.setColorAt(1.0, ink(foot))
    p.fillPath(area, QBrush(grade))
    return area


def terraces(
    p: QPainter,
    seed: int,
    top: float,
    bottom: float,
    inks: Sequence[str],
    *,
    steps: int = 14,
    swing: float = 60.0,
    rim: str | None = None,
    plots: int = 0,
) -> None:
    """Draw rice terraces: contour bands that crowd together far away and widen near the eye.

    Args:
        p: painter in sheet units.
        seed: series of chance.
        top: mean level of the furthest band.
        bottom: mean level of the nearest.
        inks: taken in turn.
        steps: bands.
        swing: units the nearest band rises and falls.
        rim: ink of the dyke along each band; None: no dykes.
        plots: dykes across each band.
    """
    for step in range(steps):
        share = (step / steps) ** 1.5
        reach = swing * (0.35 + share)
        level = top + (bottom - top) * share
        steps_x = range(-40, int(WIDTH) + 81, 40)
        edge = curve([_contour(x, level, reach, seed, step) for x in steps_x])
        fill(p, down_to(edge, HEIGHT + 40), inks[step % len(inks)])
        if rim is not None:
            outer = down_to(edge.translated(0, 1.5 + 3.5 * share), HEIGHT + 40)
            inner = down_to(edge.translated(0, 2.9 + 6.0 * share), HEIGHT + 40)
            fill(p, outer.subtracted(inner), rim, 0.85)
            with within(p, outer):
                _plots(p, edge, seed * 53 + step, plots, rim, 4.0 + 90.0 * share)


def _plots(
    p: QPainter, edge: QPainterPath, seed: int, count: int, colour: str, high: float
) -> None:
    for index in range(count):
        at = edge.pointAtPercent(between(seed, index, 0.02, 0.98))
        lean = between(seed + 1, index, -0.5, 0.5) * high
        line(
            p, colour, 0.8 + high / 45, (at.x(), at.y()), (at.x() + lean, at.y() + high), alpha=0.85
        )


def _contour(x: float, level: float, reach: float, seed: int, step: int) -> Point:
    broad = 0.75 * swell(seed, x / 430 + step * 0.035)
    fine = 0.25 * swell(seed + 5, x / 170 + step * 0.06)
    return float(x), level - reach * (broad + fine)


def road(
    p: QPainter, points: Sequence[tuple[float, float, float]], colour: str, edge: str | None = None
) -> QPainterPath:
    """Draw a road through ``points`` of (x, y, width), widening as it comes.

    Args:
        p: painter in sheet units.
        points: from far to near.
        colour: of its surface.
        edge: ink of the kerb on its right; None: no kerb.

    Returns:
        The area of the road.
    """
    left = curve([(x - w / 2, y) for x, y, w in points])
    right = curve([(x + w / 2, y) for x, y, w in reversed(points)])
    area = QPainterPath(left)
    area.connectPath(right)
    area.closeSubpath()
    if edge is not None:
        shadow = curve([(x - w / 2, y) for x, y, w in points])
        shadow.connectPath(curve([(x + w * 0.57, y) for x, y, w in reversed(points)]))
        fill(p, shadow, edge)
    fill(p, area, colour)
    return area

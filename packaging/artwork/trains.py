"""A passenger train, and the viaduct it crosses."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.palette import BRICK, CREAM, DEEP, GOLD, INDIGO, INK, PERSIMMON, SLATE, STONE, mix
from artwork.shape import area, block, blot, disc, fill, line, moved, stroke

COACH: Final = 214.0
"""Units from one coach to the next at ``scale`` 1."""


def viaduct(p: QPainter, level: float, foot: float, *, span: float = 228.0) -> None:
    """Draw a stone viaduct right across the sheet, its rails on ``level``.

    Args:
        p: painter in sheet units.
        level: of the rails.
        foot: where its piers stand.
        span: units from pier to pier.
    """
    stone = mix(STONE, CREAM, 0.25)
    shade = mix(STONE, SLATE, 0.55)
    body = QPainterPath()
    body.addRect(QRectF(-20, level + 8, 1640, foot - level - 8))
    deep = body
    for step in range(-1, 9):
        x = step * span - 40
        arch = QPainterPath()
        wide = span - 44
        arch.moveTo(x, foot + 10)
        arch.lineTo(x, level + 46 + wide / 2)
        arch.arcTo(QRectF(x, level + 46, wide, wide), 180, -180)
        arch.lineTo(x + wide, foot + 10)
        arch.closeSubpath()
        body = body.subtracted(arch)
        deep = deep.subtracted(arch.translated(14, 0))
    fill(p, body.united(deep).translated(0, 0), shade)
    fill(p, body.intersected(deep), stone)
    stroke(p, body, mix(shade, INK, 0.15), 2.0)
    for row in range(3):
        y = level + 18 + row * 11
        line(p, shade, 1.4, (-10, y), (1610, y), alpha=0.5)
    block(p, -20, level, 1640, 12, mix(STONE, CREAM, 0.55))
    for post in range(56):
        block(p, post * 30 - 10, level - 18, 4, 18, mix(SLATE, STONE, 0.5))
    block(p, -20, level - 20, 1640, 4, mix(SLATE, STONE, 0.4))


def train(p: QPainter, x: float, level: float, scale: float, *, coaches: int = 5) -> None:
    """Draw a train heading left: an engine at ``x``, then its coaches."""
    with moved(p, x, level, scale=scale):
        for index in range(coaches):
            _coach(p, 150 + index * COACH)
        _engine(p)


def _coach(p: QPainter, x: float) -> None:
    block(p, x - 10, -26, 14, 10, INK)
    block(p, x, -96, COACH - 10, 76, CREAM, 8)
    block(p, x, -44, COACH - 10, 22, INDIGO, 4)
    block(p, x, -48, COACH - 10, 5, GOLD)
    block(p, x + 4, -102, COACH - 18, 10, mix(SLATE, CREAM, 0.4), 5)
    for pane in range(6):
        block(p, x + 16 + pane * 30, -84, 21, 28, mix(DEEP, SLATE, 0.35), 4)
        area(
            p,
            CREAM,
            (x + 20 + pane * 30, -84),
            (x + 27 + pane * 30, -84),
            (x + 20 + pane * 30, -62),
            alpha=0.28,
        )
    _bogies(p, (x + 34, x + COACH - 46))


def _engine(p: QPainter) -> None:
    blot(
        p,
        BRICK,
        (-132, -22),
        (-140, -58, -104, -88),
        (-90, -102, -66, -104),
        (134, -104),
        (142, -104, 142, -96),
        (142, -22),
    )
    blot(p, mix(DEEP, CREAM, 0.35), (-112, -62), (-102, -84, -82, -92), (-52, -92), (-52, -62))
    line(p, BRICK, 4, (-78, -92), (-78, -60))
    block(p, -134, -48, 276, 8, GOLD)
    block(p, -136, -38, 278, 18, mix(BRICK, INK, 0.4))
    for vent in range(5):
        block(p, -20 + vent * 28, -88, 18, 26, mix(BRICK, INK, 0.25), 3)
    block(p, -60, -112, 120, 9, mix(SLATE, INK, 0.2), 4)
    disc(p, -124, -44, 7, mix(GOLD, PERSIMMON, 0.2))
    disc(p, -124, -44, 4, CREAM)
    _bogies(p, (-84, 82))


def _bogies(p: QPainter, places: tuple[float, float]) -> None:
    for x in places:
        block(p, x - 30, -24, 60, 10, INK, 3)
        for wheel in (-18, 18):
            disc(p, x + wheel, -11, 11, INK)
            disc(p, x + wheel, -11, 5, SLATE)

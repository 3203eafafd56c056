"""Bridges."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.palette import CREAM, INK, SLATE, STONE, mix
from artwork.shape import block, curve, fill, line, outline, stroke, within


def arch_bridge(
    p: QPainter, x: float, base: float, span: float, rise: float, stone: str = STONE
) -> None:
    """Draw a humped stone bridge with one round arch.

    Args:
        p: painter in sheet units.
        x: of its middle.
        base: level of the water.
        span: end to end.
        rise: water to the top of the deck.
        stone: its ink.
    """
    half = span / 2
    body = outline(
        (x - half, base),
        (x - half, base - rise * 0.25),
        (x - half * 0.4, base - rise, x, base - rise),
        (x + half * 0.4, base - rise, x + half, base - rise * 0.25),
        (x + half, base),
    )
    hole = QPainterPath()
    hole.addEllipse(QPointF(x, base), half * 0.5, rise * 0.78)
    body = body.subtracted(hole)
    fill(p, body, stone)
    with within(p, body):
        _courses(p, x, base, half, rise, mix(stone, SLATE, 0.35))
        stroke(p, hole, mix(stone, INK, 0.35), 12)
    _parapet(p, x, base, half, rise, stone)


def _courses(p: QPainter, x: float, base: float, half: float, rise: float, joint: str) -> None:
    high = rise / 6.5
    for row in range(7):
        y = base - high * row
        line(p, joint, 1.4, (x - half, y), (x + half, y))
        for step in range(int(half / 23)):
            at = x - half + 46 * step + (23 if row % 2 else 0)
            line(p, joint, 1.4, (at, y), (at, y - high))


def _parapet(p: QPainter, x: float, base: float, half: float, rise: float, stone: str) -> None:
    slope = ((-1.0, 0.25), (-0.46, 0.82), (0.0, 1.0), (0.46, 0.82), (1.0, 0.25))
    deck = curve([(x + half * across, base - rise * up) for across, up in slope])
    stroke(p, deck.translated(0, -9), mix(stone, CREAM, 0.45), 11)
    for step in range(17):
        at = deck.pointAtPercent(step / 16)
        block(p, at.x() - 4, at.y() - 34, 8, 30, mix(stone, INK, 0.12), 2)
    stroke(p, deck.translated(0, -34), mix(stone, CREAM, 0.3), 6)


def hanging_bridge(
    p: QPainter, left: float, right: float, level: float, high: float, colour: str, light: str
) -> None:
    """Draw a suspension bridge between two towers.

    Args:
        p: painter in sheet units.
        left: of the left tower.
        right: of the right tower.
        level: of the deck.
        high: deck to tower top.
        colour: of towers and ropes.
        light: of the deck.
    """
    span = right - left
    for tower in (left, right):
        block(p, tower - 13, level - high, 9, high + 70, colour)
        block(p, tower + 7, level - high, 9, high + 70, mix(colour, INK, 0.3))
        for cross in (0.0, 0.45):
            block(p, tower - 16, level - high * (1 - cross), 34, 9, colour)
    for step in range(1, 36):
        share = step / 36
        x = left + span * share
        rope = level - 18 - (high - 22) * (2 * share - 1) ** 2
        line(p, colour, 1.6, (x, rope), (x, level))
    cable = curve(
        [(left + span * s / 12, level - 18 - (high - 22) * (s / 6 - 1) ** 2) for s in range(13)]
    )
    stroke(p, cable, colour, 4.5)
    line(p, colour, 4, (left, level - high), (left - span * 0.28, level + 14))
    line(p, colour, 4, (right, level - high), (right + span * 0.28, level + 14))
    block(p, left - span * 0.3, level, span * 1.6, 11, light)
    block(p, left - span * 0.3, level + 11, span * 1.6, 6, mix(colour, INK, 0.2))

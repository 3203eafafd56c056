"""Star anise and coffee, near the eye."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from artwork.noise import between
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    FOREST,
    GOLD,
    INK,
    LEAF,
    MOSS,
    PERSIMMON,
    PINE,
    SOIL,
    STRAW,
    VERMILION,
    mix,
)
from artwork.shape import Point, blot, curve, disc, moved, oval, stroke
from artwork.trees import leaf


def anise(
    p: QPainter, x: float, y: float, size: float, colour: str, turn: float, *, flat: float = 1.0
) -> None:
    """Draw one fruit of star anise: eight boats around a middle, a seed in each."""
    dark, light = mix(colour, BARK, 0.6), mix(colour, STRAW, 0.35)
    p.save()
    p.translate(x, y)
    p.scale(size / 100, size / 100 * flat)
    p.rotate(turn)
    for step in range(8):
        with moved(p, 0, 0, turn=45 * step):
            blot(p, dark, (0, -8), (-30, -40, -26, -74, 0, -104), (26, -74, 30, -40, 0, -8))
            blot(p, light, (-3, -14), (-26, -44, -20, -72, -4, -92), (-10, -66, -10, -40, -3, -14))
            blot(p, colour, (4, -22), (16, -44, 14, -68, 2, -88), (2, -66, 0, -44, 4, -22))
            oval(p, 3, -52, 6.5, 11, mix(SOIL, VERMILION, 0.25))
            oval(p, 1.5, -55, 2, 4, CREAM)
    disc(p, 0, 0, 13, dark)
    p.restore()


def anise_branch(p: QPainter, points: Sequence[Point], seed: int) -> None:
    """Draw a leafy branch of the anise tree along ``points``."""
    limb = curve(points)
    stroke(p, limb, BARK, 17)
    for index in range(26):
        at = limb.pointAtPercent(0.06 + 0.94 * index / 25)
        long, wide = between(seed, index, 150, 230), between(seed + 1, index, 34, 48)
        below = index % 2 == 1
        turn = (34 if below else -34) + between(seed + 3, index, -14, 30)
        light, dark = (FOREST, PINE) if below else (MOSS, FOREST)
        leaf(p, at.x(), at.y(), long, wide, turn, light, dark)


def coffee_branch(p: QPainter, points: Sequence[Point], seed: int) -> None:
    """Draw a coffee branch: paired glossy leaves, cherries crowded at each knot."""
    limb = curve(points)
    stroke(p, limb, BARK, 15)
    shares = [0.08 + 0.15 * knot for knot in range(7)]
    for knot, share in enumerate(shares):
        at, slope = limb.pointAtPercent(share), -limb.angleAtPercent(share)
        for turn in (slope - 58, slope + 58):
            long, vein = between(seed, knot, 170, 230), mix(LEAF, CREAM, 0.3)
            leaf(p, at.x(), at.y(), long, 50, turn, mix(MOSS, LEAF, 0.25), FOREST)
            leaf(p, at.x(), at.y(), 176, 4, turn, vein, vein)
    for knot, share in enumerate(shares):
        at = limb.pointAtPercent(share)
        for index in range(9):
            s = seed * 11 + knot * 13 + index
            ripe = (VERMILION, BRICK, VERMILION, PERSIMMON, mix(LEAF, GOLD, 0.4))[index % 5]
            _cherry(p, at.x() + between(s, 1, -52, 52), at.y() + between(s, 2, -34, 44), ripe)


def _cherry(p: QPainter, x: float, y: float, colour: str) -> None:
    disc(p, x + 2, y + 4, 24, mix(colour, INK, 0.45))
    disc(p, x, y, 23, colour)
    oval(p, x - 7, y - 9, 7, 5, CREAM, 0.75)
    disc(p, x + 9, y + 12, 3.4, mix(colour, INK, 0.5))

"""Gongs of the Annamite range, hung on a beam in order of their notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun
from artwork.cloth import brocade
from artwork.land import ridge
from artwork.moods import hills
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DAWN,
    DUSK,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_PALE,
    LILAC,
    MOSS,
    OCHRE,
    PEACH,
    PERSIMMON,
    SOIL,
    STRAW,
    mix,
)
from artwork.shape import block, disc, line, oval, ring_points


@dataclass(frozen=True, slots=True)
class Hung:
    """A gong: where its middle hangs, and how large it is, units."""

    x: float
    y: float
    radius: float


GONGS: Sequence[Hung] = (
    Hung(356, 520, 156),
    Hung(645, 490, 132),
    Hung(915, 468, 112),
    Hung(1140, 450, 94),
    Hung(1330, 436, 78),
)
BEAM: float = 250


def gong_greeting(p: QPainter) -> None:
    """Five bronze gongs on a beam with tasselled cords, forest ranges at first light behind."""
    sky(p, 560, (mix(LILAC, CREAM, 0.45), mix(DAWN, CREAM, 0.3), mix(PEACH, STRAW, 0.4)))
    sun(p, 1420, 330, 96, mix(GOLD, PERSIMMON, 0.3), CREAM)
    hills(p, 311, 420, mix(JADE_PALE, LILAC, 0.35), mix(JADE, MOSS, 0.4), CREAM, count=4, step=54)
    mist(p, 91, 600, 18, CREAM, count=4)
    ridge(p, 317, 760, 26, mix(MOSS, FOREST, 0.4), grain=420, foot=FOREST, octaves=2)
    _frame(p)
    for gong in GONGS:
        _hang(p, gong)


def _frame(p: QPainter) -> None:
    dark = mix(BARK, INK, 0.35)
    for x in (140, 1440):
        block(p, x, BEAM - 70, 38, 720, BARK, 8)
        block(p, x + 25, BEAM - 70, 13, 720, dark, 6)
        block(p, x - 40, 880, 118, 34, dark, 10)
    block(p, 90, BEAM - 26, 1440, 44, SOIL, 16)
    block(p, 90, BEAM + 4, 1440, 14, dark, 8)
    cloth = QRectF(200, BEAM - 22, 1220, 30)
    brocade(p, cloth, BRICK, (GOLD, CREAM, JADE), 30)


def _hang(p: QPainter, gong: Hung) -> None:
    x, y, r = gong.x, gong.y, gong.radius
    for side in (-0.42, 0.42):
        line(p, BRICK, 6, (x + side * r, BEAM + 12), (x + side * r * 0.9, y - r * 0.86))
    bronze, rim, dark = mix(OCHRE, GOLD, 0.45), mix(OCHRE, BARK, 0.35), mix(BARK, SOIL, 0.4)
    disc(p, x, y, r, rim)
    disc(p, x - r * 0.02, y - r * 0.02, r * 0.94, bronze)
    disc(p, x, y, r * 0.70, mix(bronze, rim, 0.35))
    disc(p, x - r * 0.02, y - r * 0.02, r * 0.66, mix(bronze, STRAW, 0.22))
    for px, py in ring_points(x, y, r * 0.81, 24):
        disc(p, px, py, r * 0.026, dark)
    disc(p, x + r * 0.03, y + r * 0.03, r * 0.25, rim)
    disc(p, x, y, r * 0.23, mix(GOLD, STRAW, 0.25))
    oval(p, x - r * 0.07, y - r * 0.08, r * 0.09, r * 0.06, CREAM, 0.7)
    for step, colour in enumerate((BRICK, mix(DUSK, INDIGO, 0.4), BRICK)):
        line(p, colour, 5, (x - 12 + step * 12, y + r), (x - 14 + step * 14, y + r + 66))

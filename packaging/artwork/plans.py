"""Schematic plans of the demo gates, seen from above: halls, lanes, yard and trees, all invented.

Flat shapes without a word: the player writes the names of the places over them, in the reader's
language. There is no compass and nothing outside the yard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.noise import between
from artwork.palette import (
    CREAM,
    FOREST,
    JADE,
    JADE_PALE,
    LATERITE,
    LEAF,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    PEACH,
    RICE,
    SLATE,
    STONE,
    STRAW,
    TEAL,
    mix,
)
from artwork.shape import block, disc, fill, line, stroke, through

CORNER: Final = 14.0
WALL: Final = 6.0

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True)
class GatePlan:
    """What stands in a gate's yard, in units of the sheet.

    Attributes:
        ground, road, roof: inks of the yard, of what is driven on and of the canopy.
        roads: lanes for vehicles, with a dashed line along the middle.
        hall: outer walls of the passenger hall.
        rooms: (box, ink) of the rooms in it.
        canopies: roofs over lanes.
        walks: ways of passengers, from door to door.
        trees: (x, y, radius).
    """

    ground: str
    road: str
    roof: str
    roads: Sequence[Box]
    hall: Box
    rooms: Sequence[tuple[Box, str]]
    canopies: Sequence[Box]
    walks: Sequence[Sequence[tuple[float, float]]]
    trees: Sequence[tuple[float, float, float]] = field(default=())


def draw_plan(p: QPainter, plan: GatePlan) -> None:
    """Draw a plan, the yard first and the walks last."""
    block(p, 0, 0, 1600, 900, plan.ground)
    for road in plan.roads:
        _road(p, road, plan.road)
    for x, y, radius in plan.trees:
        _tree(p, x, y, radius)
    for left, top, width, height in plan.canopies:
        _slab(p, (left, top, width, height), plan.roof, mix(plan.roof, SLATE, 0.35))
        for rib in range(1, 6):
            x = left + width * rib / 6
            line(p, mix(plan.roof, CREAM, 0.4), 3, (x, top + 10), (x, top + height - 10))
    _slab(p, plan.hall, PAPER, SLATE)
    for box, colour in plan.rooms:
        _slab(p, box, colour, mix(SLATE, STONE, 0.5), WALL / 2)
    for walk in plan.walks:
        _walk(p, walk)


def huu_nghi(p: QPainter) -> None:
    """The demo gate on the Chinese border: a long hall between coach lane and freight road."""
    draw_plan(
        p,
        GatePlan(
            ground=mix(JADE_PALE, CREAM, 0.55),
            road=mix(STONE, CREAM, 0.45),
            roof=mix(TEAL, JADE_PALE, 0.5),
            roads=[(0, 622, 1600, 84), (0, 742, 1600, 104), (1290, 60, 172, 582)],
            hall=(340, 130, 900, 450),
            rooms=[
                ((360, 150, 200, 130), mix(JADE_PALE, CREAM, 0.4)),
                ((574, 150, 180, 130), mix(STRAW, CREAM, 0.5)),
                ((768, 150, 200, 130), mix(PEACH, CREAM, 0.55)),
                ((982, 150, 238, 130), mix(MIST, CREAM, 0.3)),
                ((360, 450, 860, 110), mix(MIST, JADE_PALE, 0.35)),
            ],
            canopies=[(600, 734, 260, 120)],
            walks=[
                [(60, 366), (200, 366), (560, 366), (820, 366), (1200, 366), (1400, 366)],
            ],
            trees=_rows(31, (70, 60, 320), (64, 880, 1560), (110, 520, 300)),
        ),
    )


def lao_bao(p: QPainter) -> None:
    """The demo gate on the Lao border: two halls beside one street under a wide roof."""
    draw_plan(
        p,
        GatePlan(
            ground=mix(RICE, CREAM, 0.62),
            road=mix(mix(LATERITE, STONE, 0.5), CREAM, 0.55),
            roof=mix(OCHRE, STRAW, 0.5),
            roads=[(0, 74, 1600, 96), (0, 214, 1600, 84), (96, 290, 190, 560)],
            hall=(340, 336, 930, 450),
            rooms=[
                ((360, 356, 890, 110), mix(RICE, CREAM, 0.6)),
                ((360, 636, 210, 130), mix(JADE_PALE, CREAM, 0.4)),
                ((584, 636, 190, 130), mix(PEACH, CREAM, 0.55)),
                ((788, 636, 200, 130), mix(STRAW, CREAM, 0.5)),
                ((1002, 636, 248, 130), mix(MIST, CREAM, 0.3)),
            ],
            canopies=[(640, 66, 300, 112)],
            walks=[
                [(1540, 552), (1400, 552), (1200, 552), (820, 552), (560, 552), (190, 552)],
            ],
            trees=_rows(12, (320, 850, 1540), (76, 40, 1560), (1400, 700, 1560), (1420, 370, 1580)),
        ),
    )


def _rows(seed: int, *rows: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    """Return trees along (first x, y, last x), at uneven distances."""
    trees: list[tuple[float, float, float]] = []
    for first, y, last in rows:
        x = first
        while x < last:
            at = 3 * len(trees)
            trees.append((x, y + between(seed, at, -14, 14), between(seed, at + 1, 18, 32)))
            x += between(seed, at + 2, 52, 96)
    return trees


def _tree(p: QPainter, x: float, y: float, radius: float) -> None:
    disc(p, x, y, radius, mix(MOSS, FOREST, 0.25))
    disc(p, x - radius * 0.2, y - radius * 0.22, radius * 0.68, mix(MOSS, LEAF, 0.55))
    disc(p, x - radius * 0.34, y - radius * 0.36, radius * 0.28, mix(LEAF, JADE, 0.4))


def _road(p: QPainter, road: Box, colour: str) -> None:
    left, top, width, height = road
    block(p, left, top, width, height, colour)
    dash, pale = 34.0, mix(colour, CREAM, 0.7)
    if width > height:
        for at in range(int(left) + 20, int(left + width), int(dash * 2)):
            block(p, at, top + height / 2 - 2, dash, 4, pale)
    else:
        for at in range(int(top) + 20, int(top + height) - 20, int(dash * 2)):
            block(p, left + width / 2 - 2, at, 4, dash, pale)


def _slab(p: QPainter, box: Box, colour: str, edge: str, width: float = WALL) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(*box), CORNER, CORNER)
    fill(p, path, colour)
    stroke(p, path, edge, width)


def _walk(p: QPainter, walk: Sequence[tuple[float, float]]) -> None:
    """Draw a way with heads along it that point where it goes."""
    colour = mix(TEAL, CREAM, 0.45)
    line(p, colour, 12, *walk)
    for (x, y), (on, _) in pairwise(walk):
        middle, way = (x + on) / 2, 1 if on > x else -1
        back = middle - 16 * way
        head = through([(back, y - 22), (middle + 10 * way, y), (back, y + 22)], closed=False)
        stroke(p, head, colour, 12)

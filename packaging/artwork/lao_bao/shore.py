"""Lao Bảo: where the province ends in dunes, sea and islands."""

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun
from artwork.birds import swallow
from artwork.land import terraces
from artwork.moods import TREES
from artwork.noise import between, chance
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DAWN,
    DEEP,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    JADE_PALE,
    LAKE,
    LEAF,
    LILAC,
    MOSS,
    PEACH,
    PERSIMMON,
    PINE,
    RICE,
    RIVER,
    ROSE,
    SKY,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.sails import fishing_boat, lighthouse
from artwork.shape import area, block, curve, disc, fill, line, moved, oval, wash
from artwork.travel import walker
from artwork.trees import grove, palm
from artwork.water import ripples


def hills_to_sea(p: QPainter) -> None:
    """Rice terraces falling from blue hills to pale dunes and the sea, a walker in between."""
    sky(p, 420, (mix(SKY, CREAM, 0.25), mix(DAWN, CREAM, 0.4), mix(STRAW, CREAM, 0.4)))
    sun(p, 420, 210, 70, mix(GOLD, STRAW, 0.3), CREAM)
    wash(p, 350, 560, [(mix(LAKE, SKY, 0.3), 1), (mix(RIVER, JADE_PALE, 0.5), 1)])
    ripples(p, 311, 356, 470, CREAM, count=70, alpha=0.55)
    for x, y, size in ((520, 388, 0.36), (760, 374, 0.26), (1010, 396, 0.4)):
        fishing_boat(p, x, y, size, hull=BRICK)
    headland = [(1640, 300), (1480, 310), (1340, 350), (1200, 400), (1640, 470)]
    fill(p, curve(headland, closed=True), mix(PINE, LILAC, 0.35))
    slope = [(-60, 290), (140, 320), (330, 400), (480, 480), (-60, 560)]
    fill(p, curve(slope, closed=True), mix(PINE, MOSS, 0.4))
    grove(p, 313, 420, 90, TREES, left=-20, right=260, count=5)
    dunes = [(-40, 470), (260, 440), (560, 470), (900, 430), (1240, 500), (1640, 470)]
    fill(p, curve([*dunes, (1640, 640), (-40, 640)], closed=False), mix(STRAW, CREAM, 0.45))
    for index in range(5):
        x = 120 + index * 300
        line(p, mix(STRAW, PEACH, 0.5), 4, (x, 500), (x + 90, 488), (x + 190, 510), alpha=0.8)
    grove(p, 317, 560, 80, TREES, left=-20, right=1640, count=22)
    terraces(p, 331, 560, 900, (RICE, LEAF, mix(RICE, STRAW, 0.4)), steps=9, rim=MOSS)
    palm(p, 1330, 720, 330, 4, MOSS, FOREST, BARK)
    palm(p, 1440, 760, 270, 9, MOSS, FOREST, BARK)
    walker(p, 700, 760, 0.8, cloth=INDIGO, baskets=True)
    walker(p, 560, 800, 0.84, cloth=VERMILION)


def quiet_sea(p: QPainter) -> None:
    """Fishing boats coming home over a calm sea at first light, a lighthouse on the point."""
    sky(p, 520, (mix(SKY, LILAC, 0.35), mix(ROSE, CREAM, 0.4), DAWN))
    sun(p, 760, 430, 96, mix(GOLD, PERSIMMON, 0.25), CREAM)
    mist(p, 351, 470, 16, CREAM, count=4, alpha=0.7)
    wash(p, 500, 900, [(mix(PEACH, CREAM, 0.3), 1), (mix(RIVER, LILAC, 0.4), 1), (LAKE, 1)])
    for step in range(9):
        long = 170 - 14 * step
        block(p, 760 - long / 2, 520 + step * 34, long, 6, mix(GOLD, CREAM, 0.4), 3)
    ripples(p, 353, 510, 900, CREAM, count=110, alpha=0.5)
    point = [(1640, 470), (1420, 500), (1250, 560), (1130, 606), (1320, 640), (1640, 650)]
    fill(p, curve(point, closed=True), mix(PINE, FOREST, 0.4))
    grove(p, 357, 560, 90, TREES, left=1380, right=1620, count=5)
    lighthouse(p, 1300, 560, 0.66)
    for x, y, size, hull in (
        (300, 610, 0.7, BRICK),
        (620, 560, 0.46, INDIGO),
        (930, 640, 0.84, TEAL),
        (480, 760, 1.3, mix(BRICK, INK, 0.2)),
    ):
        fishing_boat(p, x, y, size, hull=hull)
    for x, y, size, turn in ((420, 220, 44, -8), (520, 180, 34, 6), (1060, 250, 38, -4)):
        swallow(p, x, y, size, DEEP, turn=turn)


def con_co(p: QPainter) -> None:
    """A green island with a lighthouse; below the water line, corals and fish."""
    sky(p, 330, (mix(SKY, CREAM, 0.2), mix(SKY, CREAM, 0.6)))
    for x, y, wide in ((260, 110, 190), (1180, 80, 240), (1420, 150, 150)):
        for part in range(3):
            oval(p, x + part * wide * 0.3, y - 14 * (part % 2), wide * 0.34, 26, CREAM, 0.9)
    isle = [(420, 330), (520, 262), (680, 226), (860, 214), (1030, 250), (1180, 330)]
    fill(p, curve(isle), mix(MOSS, FOREST, 0.3))
    grove(p, 361, 300, 66, TREES, left=500, right=1110, count=12)
    lighthouse(p, 820, 240, 0.4)
    fishing_boat(p, 1370, 326, 0.55, hull=BRICK)
    wash(p, 322, 900, [(mix(RIVER, JADE_PALE, 0.5), 1), (mix(TEAL, RIVER, 0.3), 1), (DEEP, 1)])
    block(p, 0, 320, 1600, 5, CREAM)
    for ray in range(7):
        x = 130 + ray * 220
        area(p, CREAM, (x, 325), (x + 46, 325), (x - 60, 760), (x - 190, 760), alpha=0.10)
    bed = [(-40, 800), (300, 770), (700, 820), (1100, 776), (1640, 810), (1640, 940), (-40, 940)]
    fill(p, curve(bed, closed=True), mix(STRAW, TEAL, 0.45))
    for index in range(14):
        tone = (PERSIMMON, ROSE, GOLD, LILAC, mix(PEACH, CREAM, 0.2))[index % 5]
        coral(p, between(367, index, 10, 1590), between(369, index, 800, 880), 371 + index, tone)
    for index in range(26):
        at, deep = between(373, index, 60, 1540), between(377, index, 400, 740)
        fish(p, at, deep, between(379, index, 0.5, 1.15), (GOLD, PERSIMMON, CREAM, ROSE)[index % 4])


def fish(p: QPainter, x: float, y: float, scale: float, colour: str) -> None:
    """Draw a reef fish swimming left, 56 units long at ``scale`` 1."""
    with moved(p, x, y, scale=scale):
        area(p, mix(colour, INK, 0.2), (12, 0), (34, -16), (28, 0), (34, 16))
        oval(p, -6, 0, 24, 14, colour)
        for stripe in (-8, 4):
            oval(p, stripe, 0, 3, 13, mix(colour, DEEP, 0.45))
        disc(p, -20, -3, 2.6, INK)


def coral(p: QPainter, x: float, base: float, seed: int, colour: str) -> None:
    """Draw a branching coral."""
    for branch in range(7):
        lean = between(seed, branch, -70, 70)
        high = between(seed, branch + 10, 50, 120)
        top = (x + lean, base - high)
        line(p, colour, 13, (x, base + 20), (x + lean * 0.3, base - high * 0.4), top)
        disc(p, *top, 9 + 4 * chance(seed, branch + 20), mix(colour, CREAM, 0.25))

"""Lao Bảo: neighbours, fields and work on both banks of the river."""

from math import sin
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import glow, mist, sky, stars, sun
from artwork.birds import egret, swallow
from artwork.bridges import arch_bridge
from artwork.cloth import brocade, shoulder_bag
from artwork.flowers import flowers, frangipani
from artwork.freight import shed, stack
from artwork.homes import stilt_house
from artwork.land import ridge, terraces
from artwork.moods import CHAMPA, ROSE_CHAMPA, TREES, hills
from artwork.noise import between
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DAWN,
    DEEP,
    DUSK,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_PALE,
    LAKE,
    LEAF,
    LILAC,
    MOSS,
    OCHRE,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
    RICE,
    RIVER,
    ROSE,
    SKY,
    SLATE,
    SOIL,
    STONE,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.shape import block, blot, curve, disc, fill, line, moved, oval, wash
from artwork.travel import boat, truck, walker
from artwork.trees import bamboo, grass, grove, palm
from artwork.water import mirror, ripples


def asean_thirty(p: QPainter) -> None:
    """Ten sheaves of ripe rice standing in a field before sunrise hills."""
    sky(p, 520, (mix(SKY, LILAC, 0.3), mix(PEACH, CREAM, 0.3), DAWN))
    sun(p, 800, 400, 120, mix(GOLD, PERSIMMON, 0.2), CREAM)
    hills(p, 401, 400, mix(LILAC, PEACH, 0.4), mix(PINE, MOSS, 0.5), DAWN, count=3, step=50)
    mist(p, 403, 520, 14, CREAM, count=4)
    wash(p, 560, 900, [(mix(RICE, STRAW, 0.3), 1), (mix(OCHRE, STRAW, 0.4), 1)])
    grass(p, 405, 640, 60, mix(OCHRE, STRAW, 0.5), count=220, left=-20, right=1620)
    grass(p, 407, 760, 80, mix(OCHRE, GOLD, 0.4), count=200, left=-20, right=1620)
    for base, scale, places in _SHEAVES:
        for x in places:
            sheaf(p, x, base, scale, 411 + x)
    grass(p, 409, 908, 70, mix(OCHRE, SOIL, 0.4), count=150, left=-20, right=1620)


_SHEAVES: Final = ((720, 1.0, (320, 560, 800, 1040, 1280)), (860, 1.3, (200, 500, 800, 1100, 1400)))
"""Base line, scale, places of each row of sheaves."""


def equal_peoples(p: QPainter) -> None:
    """People in the clothes of many hills walking one path over the terraces."""
    sky(p, 430, (mix(SKY, CREAM, 0.3), mix(DAWN, CREAM, 0.4)))
    hills(p, 421, 270, mix(LILAC, SKY, 0.4), mix(PINE, JADE, 0.3), CREAM, count=4, step=44)
    terraces(p, 423, 430, 760, (RICE, LEAF, mix(JADE, RICE, 0.5)), steps=10, rim=MOSS)
    path = [(-40, 640), (360, 600), (760, 640), (1180, 596), (1640, 640)]
    fill(p, curve([*path, (1640, 700), (-40, 700)], closed=False), mix(SOIL, PEACH, 0.45))
    cloths = (INDIGO, VERMILION, PLUM, TEAL, BRICK, mix(INDIGO, LILAC, 0.4), MOSS, ROSE, LAKE)
    hats = (STRAW, mix(STRAW, CREAM, 0.5), STRAW, CREAM)
    for index, cloth in enumerate(cloths):
        x = 130 + index * 168
        level = 640 + 24 * sin(index * 1.4)
        walker(p, x, level, 1.06, cloth=cloth, hat=hats[index % 4], baskets=index % 3 == 1)
    brocade(p, QRectF(0, 716, 1600, 190), mix(PLUM, INK, 0.2), (VERMILION, GOLD, CREAM), 82)
    block(p, 0, 706, 1600, 12, GOLD)


def peaceful_means(p: QPainter) -> None:
    """Egrets crossing a broad river in the morning, an old stone bridge behind them."""
    sky(p, 520, (mix(SKY, CREAM, 0.3), CREAM, DAWN))
    sun(p, 1130, 230, 78, mix(GOLD, STRAW, 0.2), CREAM)
    hills(p, 431, 340, mix(JADE_PALE, SKY, 0.4), mix(PINE, TEAL, 0.4), CREAM, count=4, step=50)
    mist(p, 433, 530, 18, CREAM, count=4)
    wash(p, 560, 900, [(mix(RIVER, CREAM, 0.4), 1), (mix(RIVER, JADE, 0.4), 1), (TEAL, 1)])
    arch_bridge(p, 800, 600, 760, 150, mix(STONE, PEACH, 0.25))
    grove(p, 435, 596, 150, TREES, left=-20, right=400, count=5)
    grove(p, 437, 596, 150, TREES, left=1200, right=1620, count=5)
    mirror(p, 600, 260, alpha=0.45, wave=8)
    ripples(p, 439, 610, 900, CREAM, count=100, alpha=0.45)
    for index in range(7):
        x, y = 380 + index * 120, 330 - 46 * index + 10 * (index % 2)
        egret(p, x, y, 40 - 2 * index, CREAM, SLATE, sin(index * 1.7))
    bamboo(p, 1560, 940, 560, 13, PINE, DEEP)
    grass(p, 441, 905, 80, FOREST, count=60, left=-10, right=520)


def twin_villages(p: QPainter) -> None:
    """Two villages face each other over the river at evening, a boat goes across."""
    sky(p, 500, (mix(INDIGO, DUSK, 0.4), mix(DUSK, ROSE, 0.5), PEACH))
    stars(p, 443, 150, CREAM, count=26)
    sun(p, 800, 430, 92, mix(GOLD, PERSIMMON, 0.2), CREAM)
    hills(p, 445, 360, mix(ROSE, DUSK, 0.4), mix(DUSK, PINE, 0.5), PEACH, count=3, step=56)
    wash(p, 540, 900, [(mix(PEACH, ROSE, 0.3), 1), (mix(DUSK, LAKE, 0.5), 1), (INDIGO, 1)])
    for bank in (
        [(-40, 560), (260, 556), (500, 600), (430, 690), (120, 760), (-40, 780)],
        [(1640, 560), (1340, 556), (1100, 600), (1170, 690), (1480, 760), (1640, 780)],
    ):
        fill(p, curve(bank, closed=True), mix(FOREST, PLUM, 0.35))
    ripples(p, 447, 560, 900, CREAM, count=90, alpha=0.4)
    thatch, wall = mix(SOIL, INK, 0.3), mix(BARK, INK, 0.3)
    for x, base, scale in ((120, 610, 0.8), (330, 640, 0.9), (1270, 640, 0.9), (1490, 610, 0.8)):
        stilt_house(p, x, base, scale, thatch=thatch, wall=wall, lit=True)
        glow(p, x, base - 60, 110, GOLD, alpha=0.06)
    for x, y in ((140, 470), (1470, 470)):
        for puff in range(6):
            disc(p, x + 12 * puff, y - 34 * puff, 12 + 4 * puff, mix(LILAC, CREAM, 0.4), 0.26)
    palm(p, 470, 650, 330, 3, mix(MOSS, INK, 0.3), mix(FOREST, INK, 0.4), INK)
    palm(p, 1140, 650, 330, 8, mix(MOSS, INK, 0.3), mix(FOREST, INK, 0.4), INK)
    boat(p, 800, 700, 1.25, shirt=BRICK)
    for index in range(6):
        disc(p, 560 + index * 96, 800 + 22 * (index % 2), 9, GOLD)
        glow(p, 560 + index * 96, 800 + 22 * (index % 2), 34, GOLD, alpha=0.12)


def invest_lao_bao(p: QPainter) -> None:
    """Warehouses and lorries at sunrise beside a road between coffee hills."""
    sky(p, 480, (mix(SKY, CREAM, 0.3), mix(PEACH, CREAM, 0.3), DAWN))
    sun(p, 340, 300, 84, mix(GOLD, PERSIMMON, 0.2), CREAM)
    hills(p, 451, 330, mix(LILAC, PEACH, 0.4), mix(PINE, MOSS, 0.5), DAWN, count=4, step=46)
    ridge(p, 453, 600, 14, mix(MOSS, LEAF, 0.3), grain=460, foot=MOSS, octaves=2)
    for x, wide, roof in ((500, 430, TEAL), (980, 500, mix(BRICK, SLATE, 0.4))):
        shed(p, x, 640, wide, 130, roof)
    stack(p, 90, 640, ((BRICK, TEAL, OCHRE), (INDIGO, MOSS, BRICK), (TEAL, OCHRE)), 0.82)
    wash(p, 640, 900, [(mix(STONE, PEACH, 0.4), 1), (mix(SLATE, STONE, 0.4), 1)])
    for x in range(40, 1600, 150):
        block(p, x, 776, 84, 7, CREAM, 3)
    truck(p, 520, 750, 1.2, cab=PERSIMMON, load=mix(TEAL, CREAM, 0.2))
    truck(p, 1120, 860, 1.5, cab=INDIGO, load=mix(OCHRE, CREAM, 0.3))
    grove(p, 457, 640, 90, TREES, left=1500, right=1640, count=2)
    for x, y, size in ((1100, 170, 40), (1190, 210, 32), (1010, 220, 28)):
        swallow(p, x, y, size, DEEP)


def lao_spoken_here(p: QPainter) -> None:
    """A khaen of bamboo pipes and a woven bag among frangipani on a mat."""
    wash(p, 0, 900, [(mix(STRAW, CREAM, 0.35), 1), (mix(STRAW, PEACH, 0.4), 1)])
    for row in range(46):
        line(p, mix(STRAW, OCHRE, 0.4), 2, (0, row * 20), (1600, row * 20 + 6), alpha=0.55)
    brocade(p, QRectF(0, 640, 1600, 200), mix(INDIGO, INK, 0.2), (GOLD, ROSE, CREAM), 84)
    shoulder_bag(p, 300, 640)
    khaen(p, 860, 470, -24)
    flowers(p, 461, 1330, 300, 210, 96, 12, CHAMPA)
    for x, y, size, colours in (
        (600, 210, 84, ROSE_CHAMPA),
        (690, 150, 62, CHAMPA),
        (1180, 560, 70, CHAMPA),
        (520, 590, 66, CHAMPA),
        (1470, 560, 60, ROSE_CHAMPA),
    ):
        frangipani(p, x, y, size, colours, turn=x)


def sheaf(p: QPainter, x: float, base: float, scale: float, seed: int) -> None:
    """Draw a bound sheaf of ripe rice, 200 units tall at ``scale`` 1."""
    with moved(p, x, base, scale=scale):
        for stalk in range(26):
            lean = between(seed, stalk, -86, 86)
            tone = mix(GOLD, OCHRE, between(seed, stalk + 40, 0.0, 0.8))
            line(p, tone, 5, (lean * 0.55, 0), (lean * 0.16, -92), (lean, -190 + abs(lean) * 0.4))
            for grain in range(4):
                gx = lean * (0.86 + grain * 0.07)
                oval(p, gx, -176 + abs(lean) * 0.4 + grain * 13, 4.5, 8, mix(GOLD, CREAM, 0.2))
        block(p, -26, -104, 52, 22, mix(BRICK, SOIL, 0.3), 8)
        line(p, mix(CREAM, STRAW, 0.4), 3, (-24, -96), (0, -91), (24, -96))


def khaen(p: QPainter, x: float, y: float, turn: float) -> None:
    """Draw a Lao mouth organ: two rows of bamboo pipes through a wooden chest."""
    with moved(p, x, y, turn=turn):
        for pipe in range(8):
            left = -62 + pipe * 16
            high = 330 - abs(pipe - 3.5) * 26
            tone = mix(OCHRE, STRAW, 0.25 + 0.1 * (pipe % 3))
            block(p, left, -high, 13, high + 190 - abs(pipe - 3.5) * 10, tone, 5)
            for knot in range(4):
                block(p, left, -high + 60 + knot * 112, 13, 4, mix(SOIL, OCHRE, 0.3))
        blot(p, mix(SOIL, BARK, 0.3), (-80, -36), (-96, 0, -74, 44), (74, 44), (96, 0, 80, -36))
        oval(p, 0, 4, 30, 17, mix(BARK, INK, 0.3))
        for y_at in (-130, -230, 120):
            block(p, -68, y_at, 132, 11, mix(BRICK, SOIL, 0.4), 4)

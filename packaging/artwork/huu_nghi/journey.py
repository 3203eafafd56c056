"""Hữu Nghị: on the way: what is in the case, the queue, the weather."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.cloth import brocade, diamonds, zigzag
from artwork.fruit import fruit_basket
from artwork.land import ridge, road
from artwork.lanterns import lamp_post
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
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
    JADE,
    JADE_PALE,
    LAKE,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
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
from artwork.people import guest
from artwork.rock import Rock, karst
from artwork.roofs import gatehouse, swept_roof
from artwork.shape import (
    block,
    blot,
    disc,
    line,
    moved,
    oval,
    wash,
)
from artwork.tools import cup, cup_steam
from artwork.travel import bus_front, officer
from artwork.trees import grass, grove
from artwork.weather import cloud_bank, puddle, rain, umbrella


def books_and_maps(p: QPainter) -> None:
    """An open suitcase ready for the journey: folded cloth, books, a hat, a box of tea."""
    wall = mix(JADE_PALE, CREAM, 0.35)
    block(p, 0, 0, 1600, 900, wall)
    for step in range(17):
        line(p, mix(wall, JADE, 0.28), 2, (step * 100, 0), (step * 100, 560), alpha=0.7)
    _window(p)
    wash(p, 590, 900, [(mix(OCHRE, SOIL, 0.35), 1), (mix(OCHRE, SOIL, 0.75), 1)])
    for row in range(4):
        block(p, 0, 590 + row * 86, 1600, 3, mix(SOIL, BARK, 0.5))
    block(p, 0, 584, 1600, 10, mix(OCHRE, CREAM, 0.3))
    _suitcase(p, 720, 800)
    cup(p, 1340, 770, 1.0)
    cup_steam(p, 1340, 674)
    fruit_basket(p, 180, 800, 210, "orange")


def _window(p: QPainter) -> None:
    wood = mix(SOIL, BARK, 0.3)
    block(p, 1000, 70, 480, 400, wood, 6)
    p.save()
    p.setClipRect(QRectF(1022, 92, 436, 356))
    wash(p, 92, 448, [(SKY, 1), (CREAM, 1)])
    karst(p, 391, 420, BLUE_ROCK.paler(0.4), count=5, high=200, half=66, left=1000, right=1480)
    veil(p, 420, 60, CREAM)
    karst(
        p,
        394,
        470,
        JADE_ROCK.paler(0.2),
        count=4,
        high=170,
        half=80,
        left=1000,
        right=1480,
        dip=0.5,
    )
    p.restore()
    for x in (1163, 1311):
        block(p, x, 92, 12, 356, wood)
    block(p, 1022, 254, 436, 12, wood)
    block(p, 984, 464, 512, 22, mix(wood, CREAM, 0.15), 5)


def _suitcase(p: QPainter, x: float, base: float) -> None:
    leather, dark, lining = mix(SOIL, BRICK, 0.3), mix(BARK, INK, 0.2), mix(PAPER, STRAW, 0.4)
    with moved(p, x, base):
        oval(p, 0, 4, 420, 30, INK, 0.3)
        block(p, -350, -470, 700, 330, leather, 26)
        block(p, -322, -444, 644, 290, lining, 16)
        brocade(p, QRectF(-322, -300, 644, 74), INDIGO, (VERMILION, GOLD, CREAM), 54)
        block(p, -322, -304, 644, 5, dark)
        block(p, -322, -228, 644, 5, dark)
        for strap in (-180, 160):
            block(p, strap, -444, 20, 290, mix(leather, OCHRE, 0.4), 3)
        _packed(p)
        block(p, -370, -150, 740, 154, leather, 22)
        block(p, -370, -150, 740, 22, mix(leather, CREAM, 0.22), 10)
        block(p, -370, -40, 740, 10, dark)
        for corner in (-370, 300):
            block(p, corner, -62, 70, 66, mix(OCHRE, SOIL, 0.5), 16)
        for buckle in (-190, 150):
            block(p, buckle, -150, 42, 154, mix(leather, OCHRE, 0.45), 4)
            block(p, buckle - 4, -92, 50, 34, GOLD, 5)
            block(p, buckle + 8, -84, 26, 18, dark, 3)
        block(p, -64, -122, 128, 22, dark, 10)
        block(p, -46, -112, 92, 22, leather, 8)


def _packed(p: QPainter) -> None:
    for index, colour in enumerate((TEAL, mix(PERSIMMON, BRICK, 0.3), mix(CREAM, STRAW, 0.3))):
        y = -172 - index * 26
        block(p, -320, y, 210, 34, colour, 12)
        zigzag(p, -310, y + 9, 190, 9, mix(colour, INK, 0.35), 22, 3)
    for index, (wide, colour) in enumerate(
        ((214, INDIGO), (196, BRICK), (204, PINE), (176, OCHRE))
    ):
        y = -176 - index * 34
        left = -84 + (index % 2) * 10
        block(p, left, y, wide, 32, colour, 4)
        block(p, left + wide - 16, y + 5, 18, 22, CREAM, 2)
        block(p, left + 14, y, 7, 32, GOLD)
        block(p, left + 28, y, 3, 32, GOLD)
    oval(p, 232, -196, 100, 26, mix(STRAW, OCHRE, 0.3))
    blot(
        p,
        STRAW,
        (164, -200),
        (170, -276, 232, -276),
        (294, -276, 300, -200),
        (232, -180, 164, -200),
    )
    block(p, 166, -222, 133, 20, VERMILION, 6)


def weather_notices(p: QPainter) -> None:
    """Rain over the hills; travellers under umbrellas go up a shining road to a lit shelter."""
    slate = mix(SLATE, LAKE, 0.35)
    sky(p, 620, (mix(slate, INDIGO, 0.35), slate, mix(SLATE, MIST, 0.6), mix(JADE_PALE, MIST, 0.5)))
    for index, level in enumerate((80, 150, 224)):
        cloud_bank(
            p, 101 + 4 * index, level, mix(mix(slate, INDIGO, 0.45), MIST, 0.14 + 0.16 * index)
        )
        cloud_bank(
            p, 103 + 4 * index, level + 24, mix(mix(slate, INDIGO, 0.3), MIST, 0.2 + 0.16 * index)
        )
    wet = Rock(mix(TEAL, SLATE, 0.5), mix(DEEP, SLATE, 0.3), mix(PINE, SLATE, 0.3), MIST)
    karst(p, 401, 560, wet.paler(0.5), count=12, high=260, half=100, dip=0.4)
    veil(p, 560, 110, MIST, alpha=0.9)
    mist(p, 402, 500, 26, MIST, count=5, alpha=0.8)
    karst(p, 405, 640, wet.paler(0.15), count=9, high=320, half=130, dip=0.85)
    mist(p, 406, 590, 16, MIST, count=4, alpha=0.7)
    rain(p, 5, -20, 640, mix(MIST, CREAM, 0.4), count=240, alpha=0.4)
    ridge(p, 407, 640, 18, mix(PINE, SLATE, 0.3), grain=420, foot=mix(FOREST, DEEP, 0.4), octaves=2)
    wet_trees = (mix(MOSS, TEAL, 0.5), mix(FOREST, DEEP, 0.4), mix(BARK, INK, 0.3))
    grove(p, 101, 672, 110, wet_trees, left=-20, right=430, count=5)
    grove(p, 103, 672, 110, wet_trees, left=1220, right=1620, count=5)
    way = [(830, 652, 60), (846, 700, 130), (800, 770, 250), (740, 840, 400), (640, 930, 640)]
    road(p, way, mix(SLATE, SKY, 0.4), mix(DEEP, INK, 0.3))
    gatehouse(p, 1010, 690, 1.1, lit=1.0)
    for x, y, half in ((690, 850, 120), (850, 786, 70), (1000, 872, 100)):
        puddle(p, x, y, half, mix(SLATE, SKY, 0.62), CREAM)
    for x, y, long in ((884, 700, 70), (876, 730, 100), (868, 764, 120)):
        block(p, x - long / 2, y, long, 5, mix(GOLD, CREAM, 0.2), 2.5)
    for x, y, scale, cloth, shade in (
        (780, 730, 0.72, INDIGO, VERMILION),
        (690, 780, 0.95, PLUM, GOLD),
        (880, 830, 1.15, TEAL, PERSIMMON),
    ):
        umbrella(p, x - 6 * scale, y - 110 * scale, 118 * scale, shade, lean=-6)
        guest(
            p, x, y, scale, cloth=cloth, skirt=cloth == PLUM, case=BRICK if cloth == TEAL else None
        )
    rain(p, 9, -20, 900, CREAM, count=190, alpha=0.5)
    lamp_post(p, 1230, 800, 240, lit=0.9, arm=-1)
    grass(p, 51, 912, 70, mix(FOREST, DEEP, 0.4), count=60, left=1060, right=1620)
    grass(p, 52, 912, 70, mix(FOREST, DEEP, 0.4), count=40, left=-20, right=320)


def one_queue(p: QPainter) -> None:
    """Travellers with luggage in one line below the canopy, an officer showing the way."""
    sky(p, 520, (mix(SKY, LAKE, 0.15), mix(DAWN, CREAM, 0.4), mix(PEACH, CREAM, 0.3)))
    sun(p, 330, 240, 70, mix(GOLD, PERSIMMON, 0.3), CREAM)
    karst(p, 411, 520, DAWN_ROCK.paler(0.4), count=12, high=300, half=100, dip=0.2)
    veil(p, 520, 80, CREAM)
    mist(p, 412, 480, 14, CREAM, count=3)
    karst(p, 415, 590, JADE_ROCK.paler(0.1), count=9, high=330, half=120, dip=0.85)
    grove(p, 105, 612, 96, TREES, left=-20, right=430, count=5)
    grove(p, 107, 612, 96, TREES, left=1180, right=1620, count=5)
    wash(p, 604, 900, [(mix(STONE, PEACH, 0.3), 1), (mix(STONE, SLATE, 0.35), 1)])
    for step in range(-6, 7):
        line(
            p,
            mix(STONE, SLATE, 0.45),
            2,
            (800 + step * 110, 606),
            (800 + step * 330, 905),
            alpha=0.6,
        )
    for level in (640, 696, 774, 872):
        line(p, mix(STONE, SLATE, 0.45), 2, (0, level), (1600, level), alpha=0.5)
    _canopy(p, 800, 624)
    bus_front(p, 1440, 706, 1.0, body=CREAM, band=TEAL)
    officer(p, 690, 672, 0.94)
    _rope(p, ((636, 690, 0.8), (716, 762, 1.06), (820, 856, 1.4)))
    _rope(p, ((980, 676, 0.8), (1140, 740, 1.06), (1330, 830, 1.4)))
    for index, (cloth, case, pack, hat) in enumerate(_QUEUE):
        share = (index / (len(_QUEUE) - 1)) ** 1.35
        x, y, scale = 812 + 250 * share, 640 + 226 * share, 0.58 + 1.12 * share
        guest(p, x, y, scale, cloth=cloth, case=case, pack=pack, hat=hat, skirt=index % 3 == 1)


_QUEUE: Final = (
    (INDIGO, None, None, None),
    (BRICK, None, None, None),
    (PINE, GOLD, None, STRAW),
    (OCHRE, None, TEAL, None),
    (PLUM, PERSIMMON, None, None),
    (TEAL, None, BRICK, STRAW),
    (INDIGO, VERMILION, None, None),
    (mix(ROSE, PLUM, 0.35), TEAL, None, mix(CREAM, STRAW, 0.4)),
)
"""From the counter backwards: coat, case, rucksack, hat."""


def _canopy(p: QPainter, x: float, base: float) -> None:
    """Draw the roof over the lanes of the gate, a booth on either side of the way."""
    wall, shade = CREAM, mix(STONE, SLATE, 0.2)
    for column in (-400, -140, 104, 364):
        block(p, x + column, base - 200, 36, 202, wall)
        block(p, x + column + 22, base - 200, 14, 202, shade)
        block(p, x + column - 9, base - 16, 54, 18, shade)
    for booth in (-290, 240):
        block(p, x + booth - 46, base - 104, 98, 104, mix(TEAL, DEEP, 0.3), 5)
        block(p, x + booth - 34, base - 90, 74, 44, mix(STRAW, CREAM, 0.4), 3)
        block(p, x + booth - 54, base - 112, 114, 12, mix(DEEP, INK, 0.2), 4)
        disc(p, x + booth + 3, base - 66, 11, mix(SOIL, STRAW, 0.45))
        block(p, x + booth - 15, base - 56, 36, 10, mix(MOSS, TEAL, 0.4), 4)
    block(p, x - 440, base - 226, 880, 30, mix(BRICK, INK, 0.35))
    diamonds(p, x - 430, base - 222, 860, 22, (GOLD, BRICK, CREAM), 30)
    swept_roof(p, x, base - 226, 1080, 118, BRICK, mix(BRICK, INK, 0.4))
    block(p, x - 190, base - 372, 380, 26, mix(BRICK, INK, 0.2))
    swept_roof(p, x, base - 366, 520, 64, BRICK, mix(BRICK, INK, 0.4))


def _rope(p: QPainter, posts: tuple[tuple[float, float, float], ...]) -> None:
    """Draw posts of (x, y, size), a red rope hanging from one to the next."""
    for one, other in pairwise(posts):
        a, b = ((x, y - 62 * size) for x, y, size in (one, other))
        line(p, VERMILION, 7, a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 18), b)
    for x, y, size in posts:
        _rope_post(p, x, y, size)


def _rope_post(p: QPainter, x: float, y: float, scale: float) -> None:
    with moved(p, x, y, scale=scale):
        oval(p, 0, 0, 20, 5, mix(OCHRE, INK, 0.3))
        block(p, -4, -66, 8, 66, GOLD, 3)
        disc(p, 0, -70, 8, GOLD)
        disc(p, -2, -72, 3, CREAM)

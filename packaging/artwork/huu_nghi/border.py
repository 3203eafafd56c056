"""Hữu Nghị: the border area, its marker stones and its rules."""

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.birds import egret, swallow
from artwork.flowers import petal_flower
from artwork.freight import gantry, shed, stack
from artwork.land import ridge, road, terraces
from artwork.marker import marker
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
from artwork.noise import between
from artwork.palette import (
    BRICK,
    CREAM,
    DAWN,
    DEEP,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LAKE,
    LEAF,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
    RICE,
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
from artwork.rock import Rock, karst
from artwork.roofs import gatehouse
from artwork.shape import (
    block,
    curve,
    disc,
    down_to,
    fill,
    line,
    moved,
    wash,
)
from artwork.travel import officer, truck, walker
from artwork.trees import bamboo, grass, grove
from artwork.weather import cloud_bank


def border_markers(p: QPainter) -> None:
    """A granite marker stone among wild flowers on a ridge, the path running on beside it."""
    sky(p, 540, (mix(SKY, LAKE, 0.2), mix(SKY, CREAM, 0.55), mix(DAWN, CREAM, 0.35)))
    sun(p, 420, 250, 74, mix(GOLD, PERSIMMON, 0.2), CREAM)
    cloud_bank(p, 95, 116, mix(CREAM, SKY, 0.1))
    for index, (level, paler) in enumerate(((470, 0.6), (530, 0.42), (596, 0.22))):
        karst(
            p,
            371 + 5 * index,
            level,
            BLUE_ROCK.paler(paler),
            count=12 - index,
            high=190 + 30 * index,
            half=90 + 10 * index,
            dip=0.35 + 0.2 * index,
        )
        veil(p, level, 70, mix(MIST, CREAM, 0.4))
        mist(p, 377 + index, level - 20, 12, CREAM, count=3, alpha=0.8)
    back = curve(
        [(-40, 700), (220, 640), (520, 612), (860, 600), (1180, 622), (1460, 680), (1660, 700)]
    )
    fill(p, down_to(back, 920), mix(MOSS, JADE, 0.25))
    front = curve([(-40, 800), (240, 742), (560, 706), (900, 694), (1240, 716), (1660, 800)])
    fill(p, down_to(front, 920), MOSS)
    fill(p, down_to(front.translated(0, 90), 920), mix(MOSS, FOREST, 0.5))
    way = [
        (560, 628, 8),
        (600, 650, 18),
        (540, 690, 40),
        (600, 760, 84),
        (420, 830, 150),
        (300, 930, 260),
    ]
    road(p, way, mix(STRAW, STONE, 0.35), mix(FOREST, SOIL, 0.3))
    grove(p, 97, 668, 92, TREES, left=60, right=380, count=4)
    grove(p, 99, 652, 84, TREES, left=1250, right=1560, count=4)
    walker(p, 560, 704, 0.5, cloth=INDIGO)
    walker(p, 610, 716, 0.52, cloth=BRICK, baskets=True)
    for index in range(46):
        x = between(131, index, 620, 1620)
        y = 770 + between(132, index, 0, 128)
        size = 9 + (y - 760) * 0.09
        line(p, LEAF, 2.6, (x, y + size * 3), (x, y))
        colours = ((CREAM, STRAW, GOLD), (ROSE, mix(ROSE, PLUM, 0.3), GOLD), (GOLD, OCHRE, BRICK))[
            index % 3
        ]
        petal_flower(p, x, y, size, colours, turn=x)
    marker(p, 960, 760, 1.0)
    grass(p, 47, 912, 66, FOREST, count=60, left=560, right=1620)
    for x, y, size, turn in ((1180, 300, 46, -10), (1290, 240, 36, 4), (1070, 380, 32, -16)):
        swallow(p, x, y, size, DEEP, turn=turn)


def border_area(p: QPainter) -> None:
    """A path through bamboo to a raised barrier and a watch house, terraces in the sun."""
    sky(p, 520, (mix(RICE, CREAM, 0.6), mix(STRAW, CREAM, 0.4), mix(CREAM, PEACH, 0.3)))
    sun(p, 1120, 220, 84, mix(GOLD, PERSIMMON, 0.15), CREAM)
    haze = Rock(mix(MOSS, JADE, 0.5), mix(FOREST, TEAL, 0.4), MOSS, STRAW)
    karst(p, 381, 500, haze.paler(0.55), count=12, high=240, half=96, dip=0.4)
    veil(p, 500, 90, mix(STRAW, CREAM, 0.5))
    karst(p, 385, 570, haze.paler(0.25), count=9, high=300, half=120, dip=0.75)
    mist(p, 386, 530, 14, CREAM, count=4)
    terraces(
        p,
        65,
        560,
        800,
        (LEAF, RICE, mix(LEAF, MOSS, 0.5), mix(RICE, STRAW, 0.5)),
        steps=12,
        swing=40,
        rim=MOSS,
        plots=6,
    )
    fore = curve([(-40, 690), (300, 700), (640, 726), (980, 716), (1300, 698), (1660, 690)])
    fill(p, down_to(fore, 920), MOSS)
    fill(p, down_to(fore.translated(0, 110), 920), mix(MOSS, FOREST, 0.55))
    way = [
        (980, 610, 22),
        (930, 640, 44),
        (880, 690, 96),
        (860, 760, 170),
        (760, 830, 270),
        (600, 930, 430),
    ]
    road(p, way, mix(STRAW, SOIL, 0.3), mix(FOREST, SOIL, 0.35))
    gatehouse(p, 1150, 752, 1.2, lit=0.0)
    _barrier(p, 1046, 770)
    officer(p, 990, 786, 0.92)
    walker(p, 830, 742, 0.62, cloth=INDIGO, baskets=True)
    walker(p, 900, 716, 0.52, cloth=BRICK)
    for x, high, seed in (
        (90, 800, 4),
        (250, 700, 9),
        (-40, 640, 15),
        (1560, 820, 6),
        (1420, 620, 12),
    ):
        bamboo(p, x, 940, high, seed, mix(MOSS, LEAF, 0.35), FOREST)
    grass(p, 49, 912, 84, FOREST, count=64, left=-20, right=480)
    grass(p, 50, 912, 84, FOREST, count=64, left=1080, right=1620)


def _barrier(p: QPainter, x: float, base: float) -> None:
    """Draw a road barrier, its striped arm raised."""
    block(p, x - 14, base - 66, 28, 68, mix(SLATE, INK, 0.3), 4)
    block(p, x - 18, base - 72, 36, 10, mix(SLATE, CREAM, 0.2), 3)
    with moved(p, x, base - 58, turn=-62):
        block(p, -34, -9, 30, 18, mix(SLATE, INK, 0.4), 4)
        for step in range(9):
            block(p, -8 + step * 34, -6, 34, 12, CREAM if step % 2 else VERMILION)
    disc(p, x, base - 58, 8, INK)


def invest_lang_son(p: QPainter) -> None:
    """A freight yard at sunrise: a gantry crane, stacked containers, long sheds, lorries."""
    sky(p, 540, (mix(LAKE, SKY, 0.4), mix(DAWN, CREAM, 0.3), PEACH))
    sun(p, 1180, 330, 92, mix(GOLD, PERSIMMON, 0.45), CREAM)
    karst(p, 421, 540, DAWN_ROCK.paler(0.35), count=13, high=290, half=96, dip=0.3)
    veil(p, 540, 90, DAWN)
    mist(p, 422, 500, 16, CREAM, count=4)
    karst(p, 425, 590, JADE_ROCK.paler(0.2), count=9, high=240, half=110, dip=0.6)
    ridge(p, 427, 600, 10, mix(MOSS, JADE, 0.3), grain=420, foot=FOREST, octaves=2)
    shed(p, 60, 640, 520, 92, mix(TEAL, DEEP, 0.25))
    shed(p, 1130, 640, 430, 92, mix(BRICK, SOIL, 0.3))
    grove(p, 109, 646, 64, TREES, left=590, right=1120, count=9)
    wash(p, 640, 900, [(mix(STONE, PEACH, 0.25), 1), (mix(STONE, SLATE, 0.45), 1)])
    for lane in (690, 866):
        for step in range(12):
            block(p, step * 150 - 30, lane, 80, 6, PAPER, 3)
    stack(
        p,
        170,
        740,
        ((TEAL, BRICK, INDIGO), (OCHRE, PINE, PERSIMMON), (BRICK, mix(CREAM, STONE, 0.3))),
        1.0,
    )
    stack(p, 900, 740, ((PERSIMMON, INDIGO, PINE), (TEAL, OCHRE, BRICK)), 1.0)
    gantry(p, 130, 760, 560, 420, PERSIMMON)
    truck(p, 760, 752, 0.96, cab=VERMILION, load=mix(TEAL, CREAM, 0.3))
    truck(p, 1330, 842, 1.34, cab=INDIGO, load=mix(OCHRE, CREAM, 0.2))
    truck(p, 560, 850, 1.3, cab=TEAL, load=mix(CREAM, STONE, 0.25))
    for x, y, size, beat in ((620, 190, 34, 0.8), (700, 150, 28, 0.4), (780, 206, 32, 0.6)):
        egret(p, x, y, size, CREAM, SLATE, beat)

"""Hữu Nghị: the gate, the border, the land."""

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.birds import swallow
from artwork.bridges import arch_bridge
from artwork.fruit import fruit_basket
from artwork.homes import stilt_house
from artwork.land import ridge, road, terraces
from artwork.lanterns import lamp_post
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
from artwork.palette import (
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
    LAKE,
    LEAF,
    LILAC,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
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
from artwork.rock import Rock, Tower, karst
from artwork.roofs import gate
from artwork.shape import block, disc, wash
from artwork.travel import truck, walker
from artwork.trees import bamboo, grass, grove
from artwork.water import mirror, ripples


def welcome(p: QPainter) -> None:
    """A stone gate between limestone hills at dawn, lanterns along the road."""
    sky(p, 560, (SKY, DAWN, PEACH))
    sun(p, 800, 300, 100, mix(GOLD, PERSIMMON, 0.45), CREAM)
    karst(p, 3, 600, DAWN_ROCK.paler(0.45), count=13, high=330, half=96, dip=0.35)
    veil(p, 600, 90, DAWN)
    mist(p, 1, 545, 20, CREAM, count=3)
    karst(p, 8, 645, DAWN_ROCK.paler(0.1), count=12, high=420, half=104, dip=0.6)
    veil(p, 645, 90, MIST)
    karst(p, 21, 715, JADE_ROCK, count=9, high=560, half=160, dip=0.92)
    mist(p, 4, 660, 14, CREAM, count=3)
    ridge(p, 5, 700, 26, JADE, grain=420, foot=PINE, octaves=2)
    gate(p, 800, 720, 1.12)
    meadow = (MOSS, mix(MOSS, LEAF, 0.35), mix(MOSS, FOREST, 0.35))
    terraces(p, 15, 734, 960, meadow, steps=7, swing=10)
    way = [(800, 716, 78), (806, 770, 150), (790, 830, 250), (760, 910, 420)]
    road(p, way, mix(PAPER, STONE, 0.25), mix(SLATE, FOREST, 0.4))
    grove(p, 4, 722, 86, TREES, left=120, right=560, count=7)
    grove(p, 9, 722, 80, TREES, left=1040, right=1500, count=7)
    for x, base, high in ((650, 752, 88), (556, 806, 136), (400, 892, 210)):
        lamp_post(p, x, base, high, lit=0.7)
        lamp_post(p, 1600 - x, base, high, lit=0.7, arm=-1)
    bamboo(p, 60, 930, 620, 3, PINE, DEEP)
    bamboo(p, 1560, 930, 560, 8, PINE, DEEP)
    walker(p, 842, 790, 0.5, cloth=INDIGO, baskets=True)
    walker(p, 776, 760, 0.36, cloth=BRICK)


def border_of_peace(p: QPainter) -> None:
    """A stone bridge joining the banks of a stream, swallows flying across."""
    sky(p, 520, (mix(SKY, MIST, 0.2), CREAM, DAWN))
    sun(p, 1090, 210, 62, mix(GOLD, PERSIMMON, 0.5), CREAM)
    karst(p, 41, 510, DAWN_ROCK.paler(0.35), count=11, high=300, half=100, dip=0.5)
    veil(p, 510, 80, CREAM)
    karst(p, 47, 560, JADE_ROCK.paler(0.25), count=9, high=330, half=110, dip=0.85)
    mist(p, 8, 528, 14, CREAM, count=3)
    ridge(p, 19, 575, 16, MOSS, grain=380, foot=FOREST, floor=620, octaves=2)
    wash(p, 610, 660, [(mix(RIVER, CREAM, 0.3), 1), (RIVER, 1)])
    grove(p, 6, 588, 120, TREES, left=40, right=330, count=4)
    grove(p, 11, 588, 120, TREES, left=1280, right=1570, count=4)
    arch_bridge(p, 800, 640, 860, 190)
    wash(p, 640, 900, [(RIVER, 1), (LAKE, 1)])
    mirror(p, 640, 260, alpha=0.5)
    ripples(p, 5, 648, 900, CREAM, count=70, alpha=0.4)
    walker(p, 770, 452, 0.6, cloth=INDIGO, baskets=True)
    walker(p, 862, 455, 0.6, cloth=BRICK)
    flock = ((420, 240, 60, -8), (560, 170, 44, 6), (330, 330, 40, -14), (690, 262, 34, 2))
    for x, y, size, turn in flock:
        swallow(p, x, y, size, DEEP, turn=turn)


def border_agreements(p: QPainter) -> None:
    """A paved road winding over a pass between two ranges in early mist."""
    sky(p, 480, (LILAC, mix(ROSE, CREAM, 0.5), CREAM))
    disc(p, 790, 300, 70, CREAM)
    lilac = Rock(LILAC, DUSK, LILAC, CREAM).paler(0.45)
    karst(p, 51, 470, lilac, count=12, high=250, half=90, dip=0.7)
    veil(p, 470, 80, CREAM)
    karst(p, 56, 560, BLUE_ROCK.paler(0.15), count=9, high=420, half=130, dip=0.95)
    mist(p, 3, 500, 22, CREAM, count=4)
    ridge(p, 61, 560, 30, mix(JADE, MIST, 0.2), grain=420, foot=MOSS, octaves=2)
    karst(p, 63, 740, JADE_ROCK, count=8, high=600, half=150, dip=0.99)
    ridge(p, 66, 680, 30, MOSS, grain=520, foot=FOREST, octaves=2)
    far = [(788, 548, 10), (830, 576, 20), (760, 606, 34), (700, 640, 52)]
    near = [(840, 690, 84), (960, 750, 130), (800, 820, 210), (560, 920, 360)]
    road(p, [*far, *near], mix(PAPER, STONE, 0.35), mix(FOREST, INK, 0.25))
    grove(p, 5, 700, 110, TREES, left=1080, right=1560, count=6)
    grove(p, 7, 716, 110, TREES, left=60, right=520, count=6)
    mist(p, 12, 640, 14, CREAM, count=2, alpha=0.6)
    walker(p, 800, 782, 0.62, cloth=INDIGO)
    walker(p, 868, 800, 0.66, cloth=VERMILION, baskets=True)


def geopark(p: QPainter) -> None:
    """A valley of ripe rice among limestone cones, a river winding through."""
    sky(p, 420, (SKY, mix(SKY, CREAM, 0.6), CREAM))
    for index, (level, paler) in enumerate(((330, 0.62), (372, 0.45), (424, 0.28))):
        rock, high, half = BLUE_ROCK.paler(paler), 150 + 40 * index, 70 + 14 * index
        karst(p, 71 + index * 5, level, rock, count=13, high=high, half=half, dip=0.3)
        veil(p, level, 60, MIST)
    fields = (RICE, GOLD, LEAF, mix(RICE, STRAW, 0.5), mix(LEAF, MOSS, 0.4))
    terraces(p, 14, 424, 960, fields, steps=18, swing=30, rim=MOSS, plots=9)
    far = [(900, 424, 8), (980, 450, 16), (860, 490, 30), (700, 540, 48)]
    near = [(800, 610, 78), (1060, 690, 120), (1010, 800, 200), (760, 930, 330)]
    road(p, [*far, *near], RIVER, mix(LAKE, MOSS, 0.3))
    _cones(p)
    mist(p, 15, 420, 8, CREAM, count=4, alpha=0.7)


def _cones(p: QPainter) -> None:
    for cone in (
        Tower(330, 610, 120, 330, 5),
        Tower(560, 560, 70, 200, 8),
        Tower(1290, 640, 150, 400, 11),
        Tower(1080, 556, 66, 170, 15),
    ):
        cone.draw(p, JADE_ROCK)
        cone.skirt(p, FOREST)
    for x, y in ((460, 640), (520, 652), (1180, 690), (1130, 676)):
        stilt_house(p, x, y, 0.24)
    grove(p, 21, 650, 46, TREES, left=380, right=640, count=8)
    grove(p, 27, 690, 46, TREES, left=1080, right=1290, count=6)
    Tower(70, 960, 250, 700, 23).draw(p, Rock(mix(PINE, TEAL, 0.4), DEEP, FOREST, MOSS))


def trade_road(p: QPainter) -> None:
    """Lorries on a mountain road, baskets of fruit at the roadside."""
    sky(p, 520, (SKY, mix(STRAW, CREAM, 0.4)))
    sun(p, 330, 190, 70, GOLD, CREAM)
    karst(p, 101, 500, DAWN_ROCK.paler(0.3), count=11, high=300, half=100, dip=0.3)
    veil(p, 500, 80, CREAM)
    karst(p, 105, 560, JADE_ROCK.paler(0.2), count=8, high=320, half=120, left=200, right=1700)
    mist(p, 18, 520, 18, CREAM, count=3)
    ridge(p, 107, 560, 24, mix(MOSS, JADE, 0.3), grain=420, foot=FOREST, octaves=2)
    grove(p, 12, 606, 92, TREES, left=20, right=1580, count=15)
    block(p, 0, 580, 1600, 40, FOREST)
    wash(p, 606, 726, [(mix(STONE, SLATE, 0.2), 1), (mix(STONE, SLATE, 0.45), 1)])
    block(p, 0, 598, 1600, 10, mix(STONE, CREAM, 0.4))
    for step in range(12):
        block(p, step * 150 - 30, 662, 84, 8, PAPER, 3)
    truck(p, 520, 652, 0.86, cab=PERSIMMON, load=mix(CREAM, STONE, 0.2))
    truck(p, 850, 652, 0.86, cab=TEAL, load=mix(TEAL, CREAM, 0.5))
    truck(p, 1190, 724, 1.15, cab=INDIGO, load=BRICK)
    block(p, 0, 724, 1600, 14, mix(SLATE, INK, 0.3))
    wash(p, 736, 900, [(mix(SOIL, OCHRE, 0.4), 1), (SOIL, 1)])
    for x, wide, fruit in ((170, 230, "dragon"), (430, 220, "orange"), (690, 230, "lychee")):
        fruit_basket(p, x, 876, wide, fruit)
    grass(p, 5, 910, 60, FOREST, count=40, left=860, right=1600)

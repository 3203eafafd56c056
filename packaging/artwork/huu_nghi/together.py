"""Hữu Nghị: what people make and do together, within the country and with its guests."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import glow, mist, sky, stars, sun, veil
from artwork.birds import egret, swallow
from artwork.cloth import brocade, zigzag
from artwork.homes import stilt_house
from artwork.kites import bird_kite, diamond_kite, fish_kite, flute_kite, star_kite
from artwork.land import ridge, terraces
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
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
    MOSS,
    NIGHT,
    OCHRE,
    PERSIMMON,
    PINE,
    PLUM,
    RICE,
    ROSE,
    SKY,
    SOIL,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.people import dancer, fire
from artwork.rock import Rock, karst
from artwork.shape import area, block, curve, line, moved, oval, stroke
from artwork.trains import train, viaduct
from artwork.travel import walker
from artwork.trees import grass, grove

_MIDDLE: Final = 730.0
"""Level of the middle of the ring of dancers."""

_DANCERS: Final = 20
_DRESSES: Final = (
    (INDIGO, VERMILION),
    (mix(PLUM, INK, 0.2), GOLD),
    (mix(TEAL, DEEP, 0.4), ROSE),
    (BRICK, STRAW),
    (mix(NIGHT, INDIGO, 0.5), JADE_PALE),
)
"""Dress, and belt and headscarf."""

CLOTHS: Final = (
    (mix(INDIGO, NIGHT, 0.3), (VERMILION, JADE, CREAM)),
    (mix(BRICK, INK, 0.15), (GOLD, INDIGO, CREAM)),
    (mix(CREAM, STRAW, 0.35), (BRICK, INDIGO, OCHRE)),
    (mix(PINE, INK, 0.2), (GOLD, ROSE, CREAM)),
    (mix(PLUM, INK, 0.2), (ROSE, GOLD, JADE_PALE)),
    (mix(LAKE, INDIGO, 0.4), (CREAM, PERSIMMON, STRAW)),
    (mix(OCHRE, SOIL, 0.35), (INK, CREAM, VERMILION)),
)


def many_peoples(p: QPainter) -> None:
    """Lengths of woven cloth, each of another pattern, airing on one long bamboo pole."""
    sky(p, 520, (mix(SKY, LAKE, 0.1), mix(SKY, CREAM, 0.6), CREAM))
    karst(p, 331, 560, BLUE_ROCK.paler(0.5), count=12, high=270, half=96, dip=0.35)
    veil(p, 560, 80, CREAM)
    mist(p, 332, 520, 16, CREAM, count=4)
    karst(p, 335, 640, JADE_ROCK.paler(0.25), count=9, high=260, half=120, dip=0.75)
    ridge(p, 337, 640, 20, mix(JADE, MOSS, 0.45), grain=420, foot=MOSS, octaves=2)
    terraces(
        p, 51, 668, 980, (LEAF, RICE, mix(LEAF, MOSS, 0.5)), steps=8, swing=24, rim=MOSS, plots=4
    )
    for x in (60, 1530):
        line(p, mix(OCHRE, MOSS, 0.35), 17, (x, 912), (x + 4, 500), (x, 96))
        line(p, mix(OCHRE, BARK, 0.45), 5, (x - 22, 96), (x, 142), (x + 24, 90))
        for joint in (250, 420, 600, 780):
            line(p, mix(OCHRE, BARK, 0.4), 3, (x - 7, joint), (x + 11, joint))
    pole = curve([(-20, 128), (400, 142), (800, 147), (1200, 142), (1620, 128)])
    for index, (base, inks) in enumerate(CLOTHS):
        _hanging(p, 150 + index * 194, index, base, inks)
    stroke(p, pole, mix(OCHRE, MOSS, 0.3), 16)
    stroke(p, pole.translated(0, 4), mix(OCHRE, BARK, 0.4), 5)
    for joint in range(9):
        at = pole.pointAtPercent((joint + 0.5) / 9)
        line(p, mix(OCHRE, BARK, 0.5), 3, (at.x(), at.y() - 8), (at.x(), at.y() + 8))
    grass(p, 43, 912, 74, FOREST, count=70, left=-20, right=1620)


def _hanging(p: QPainter, x: float, index: int, base: str, inks: tuple[str, str, str]) -> None:
    """Draw one cloth over the pole, stirred by the wind, a fringe at its foot."""
    long, wide = between(5, index, 420, 545), 164.0
    top = 140 + 6 * sin(pi * x / 1600)
    with moved(p, x, top, turn=between(6, index, -1.4, 1.4)):
        brocade(p, QRectF(0, 0, wide, long), base, inks, wide / 3)
        for fold, tone, alpha in ((0.22, INK, 0.12), (0.58, CREAM, 0.10), (0.82, INK, 0.16)):
            bend = between(8, index, -14, 14)
            left, right = wide * fold, wide * (fold + 0.11)
            area(
                p,
                tone,
                (left, 0),
                (right, 0),
                (right + bend, long),
                (left + bend * 0.5, long),
                alpha=alpha,
            )
        block(p, 0, long - 12, wide, 12, inks[0])
        for thread in range(17):
            at = 5 + thread * (wide - 10) / 16
            line(
                p,
                (inks[1], inks[2])[thread % 2],
                4,
                (at, long),
                (at + between(9, thread, -3, 3), long + 34),
            )
        zigzag(p, 0, long - 10, wide, 8, inks[2], 16, 2.5)


def great_unity(p: QPainter) -> None:
    """A ring of dancers hand in hand around a fire, stilt houses lit behind them."""
    sky(p, 560, (NIGHT, INDIGO, mix(DUSK, PLUM, 0.4), mix(ROSE, PERSIMMON, 0.4)))
    stars(p, 41, 330, CREAM, count=70)
    dusk = Rock(
        mix(DUSK, PLUM, 0.4), mix(INDIGO, NIGHT, 0.3), mix(DUSK, INDIGO, 0.5), mix(ROSE, DUSK, 0.5)
    )
    karst(p, 341, 560, dusk.paler(0.25), count=11, high=260, half=100, dip=0.6)
    veil(p, 560, 90, mix(ROSE, DUSK, 0.35), alpha=0.8)
    karst(p, 345, 610, dusk, count=8, high=300, half=130, dip=0.9)
    ridge(p, 347, 600, 14, mix(FOREST, NIGHT, 0.55), grain=420, floor=660, octaves=2)
    dark_trees = (mix(MOSS, NIGHT, 0.45), mix(FOREST, NIGHT, 0.6), INK)
    grove(p, 91, 622, 110, dark_trees, left=-30, right=230, count=3)
    grove(p, 93, 622, 110, dark_trees, left=1380, right=1640, count=3)
    for x, size in ((330, 0.78), (1270, 0.78), (560, 0.5), (1050, 0.5)):
        stilt_house(
            p, x, 634, size, thatch=mix(OCHRE, NIGHT, 0.45), wall=mix(BARK, NIGHT, 0.3), lit=True
        )
    block(p, 0, 618, 1600, 290, mix(SOIL, NIGHT, 0.5))
    for step in range(6):
        oval(
            p, 800, 726, 700 - step * 104, 150 - step * 22, mix(PERSIMMON, GOLD, 0.15 * step), 0.13
        )
    for radius in (420, 320, 230, 150):
        glow(p, 800, 620, radius, mix(PERSIMMON, GOLD, 0.5), alpha=0.035)
    _dancers(p, behind=True)
    fire(p, 800, 742, 190)
    for spark in range(16):
        across, up = between(11, spark, 710, 890), between(12, spark, 300, 560)
        oval(p, across, up, 3, 4, GOLD, between(13, spark, 0.4, 0.9))
    _dancers(p, behind=False)


def _dancers(p: QPainter, *, behind: bool) -> None:
    """Draw one half of the ring of dancers, the furthest first."""
    turns = [2 * pi * (place + 0.5) / _DANCERS for place in range(_DANCERS)]
    ring = [(800 + 410 * cos(turn), _MIDDLE + 100 * sin(turn)) for turn in turns]
    size = [1.05 + 0.18 * sin(turn) for turn in turns]
    for place in sorted(range(_DANCERS), key=lambda place: ring[place][1]):
        x, y = ring[place]
        if (y < _MIDDLE) != behind:
            continue
        held = []
        for other in (place - 1, (place + 1) % _DANCERS):
            lift = 78 * (size[place] + size[other]) / 2
            held.append(((x + ring[other][0]) / 2, (y + ring[other][1]) / 2 - lift))
        first, second = sorted(held)
        cloth, sash = _DRESSES[place % len(_DRESSES)]
        dancer(p, x, y, size[place], cloth=cloth, sash=sash, hands=(first, second))


def many_guests(p: QPainter) -> None:
    """A passenger train on a stone viaduct over ripening rice."""
    sky(p, 440, (mix(SKY, LAKE, 0.25), mix(SKY, CREAM, 0.5), mix(DAWN, CREAM, 0.4)))
    sun(p, 1290, 170, 66, mix(GOLD, PERSIMMON, 0.25), CREAM)
    karst(p, 321, 470, DAWN_ROCK.paler(0.42), count=13, high=280, half=92, dip=0.25)
    veil(p, 470, 80, CREAM)
    mist(p, 322, 436, 14, CREAM, count=4)
    karst(p, 325, 560, JADE_ROCK.paler(0.2), count=9, high=330, half=118, dip=0.7)
    ridge(p, 327, 560, 18, mix(JADE, MOSS, 0.35), grain=420, foot=MOSS, octaves=2)
    grove(p, 95, 626, 84, TREES, left=-20, right=1620, count=15)
    fields = (RICE, LEAF, mix(RICE, STRAW, 0.5), mix(LEAF, MOSS, 0.4), GOLD)
    terraces(p, 53, 640, 980, fields, steps=9, swing=14, rim=MOSS, plots=6)
    viaduct(p, 470, 700)
    train(p, 330, 470, 1.02, coaches=6)
    terraces(p, 57, 708, 1000, fields, steps=7, swing=20, rim=MOSS, plots=6)
    walker(p, 420, 842, 0.72, cloth=INDIGO, baskets=True)
    walker(p, 540, 822, 0.66, cloth=BRICK)
    for x, y, size, beat in ((980, 800, 44, 0.8), (1080, 764, 38, 0.2), (1180, 806, 48, 0.5)):
        egret(p, x, y, size, CREAM, mix(OCHRE, BARK, 0.5), beat)


def five_languages(p: QPainter) -> None:
    """Five kites of five shapes in one wind above the terraces."""
    sky(p, 640, (mix(LAKE, SKY, 0.35), SKY, mix(CREAM, DAWN, 0.35)))
    karst(p, 361, 640, DAWN_ROCK.paler(0.45), count=13, high=200, half=96, dip=0.5)
    veil(p, 640, 80, CREAM)
    mist(p, 362, 610, 12, CREAM, count=3)
    karst(p, 365, 700, JADE_ROCK.paler(0.2), count=9, high=210, half=120, dip=0.9)
    terraces(
        p,
        61,
        700,
        980,
        (LEAF, RICE, mix(LEAF, MOSS, 0.5), STRAW),
        steps=9,
        swing=34,
        rim=MOSS,
        plots=5,
    )
    flyers = (
        (470, 806, BRICK),
        (630, 820, INDIGO),
        (790, 812, PINE),
        (950, 824, VERMILION),
        (1110, 808, PLUM),
    )
    kites = ((440, 330), (600, 130), (800, 340), (1000, 120), (1180, 330))
    for (x, y, cloth), (kx, ky) in zip(flyers, kites, strict=True):
        line(
            p,
            mix(SOIL, CREAM, 0.35),
            1.8,
            (x + 8, y - 62),
            ((x + kx) / 2 + 24, (y + ky) / 2 + 70),
            (kx, ky + 20),
            alpha=0.9,
        )
        walker(p, x, y, 0.86, cloth=cloth)
    bird_kite(p, *kites[0], 0.86)
    flute_kite(p, *kites[1], 0.9)
    diamond_kite(p, *kites[2], 0.95)
    fish_kite(p, *kites[3], 0.95)
    star_kite(p, *kites[4], 0.95)
    for x, y, size in ((250, 240, 40), (1400, 190, 46), (170, 350, 30)):
        swallow(p, x, y, size, DEEP, turn=-6)
    grass(p, 45, 912, 60, FOREST, count=60, left=-20, right=1620)

"""The pictures of the factory pack: true at any gate, at any border, in any year."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, stars, sun
from artwork.birds import swallow
from artwork.land import ridge, road, terraces
from artwork.lanterns import lamp_post
from artwork.moods import TREES, hills
from artwork.palette import (
    CREAM,
    DAWN,
    DEEP,
    DUSK,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    LEAF,
    LILAC,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    ROSE,
    SKY,
    SLATE,
    STONE,
    TEAL,
    mix,
)
from artwork.roofs import gatehouse
from artwork.shape import oval
from artwork.sheet import Scene
from artwork.travel import officer, walker
from artwork.trees import bamboo, grass, grove


def welcome(p: QPainter) -> None:
    """A sun rising over layered hills and a road leading on."""
    sky(p, 560, (mix(SKY, CREAM, 0.1), mix(DAWN, CREAM, 0.3), PEACH))
    sun(p, 800, 330, 104, mix(GOLD, PERSIMMON, 0.35), CREAM)
    hills(p, 301, 400, mix(LILAC, PEACH, 0.3), mix(PINE, MOSS, 0.2), DAWN, count=5, step=56)
    mist(p, 101, 560, 30, CREAM, count=4)
    fields = (MOSS, mix(LEAF, MOSS, 0.5), mix(MOSS, FOREST, 0.4))
    terraces(p, 41, 700, 960, fields, steps=8, swing=30, rim=FOREST)
    way = [(806, 600, 10), (840, 630, 24), (770, 672, 54), (830, 740, 120), (760, 920, 460)]
    road(p, way, mix(PAPER, STONE, 0.25), mix(FOREST, INK, 0.2))
    grove(p, 307, 706, 130, TREES, left=80, right=560, count=5)
    grove(p, 311, 706, 130, TREES, left=1060, right=1540, count=5)
    walker(p, 800, 730, 0.6, cloth=INDIGO)
    walker(p, 848, 744, 0.64, cloth=TEAL, baskets=True)
    for x, y, size, turn in ((480, 210, 56, -8), (590, 160, 42, 4), (1120, 230, 46, -12)):
        swallow(p, x, y, size, DEEP, turn=turn)


def ask_an_officer(p: QPainter) -> None:
    """An officer helping two travellers by a lit gatehouse on a mountain road at dusk."""
    sky(p, 560, (INDIGO, DUSK, mix(ROSE, DUSK, 0.3), mix(PEACH, ROSE, 0.2)))
    stars(p, 41, 260, CREAM, count=40)
    far, near = mix(DUSK, ROSE, 0.4), mix(INDIGO, NIGHT, 0.5)
    hills(p, 331, 390, far, near, mix(ROSE, DUSK, 0.4), count=4, step=58)
    mist(p, 111, 560, 24, LILAC, count=3, alpha=0.5)
    ridge(p, 351, 690, 14, mix(FOREST, INDIGO, 0.45), grain=460, foot=NIGHT, octaves=2)
    way = [(930, 690, 30), (1000, 724, 76), (900, 776, 180), (700, 840, 330), (420, 930, 620)]
    road(p, way, mix(OCHRE, DUSK, 0.45), NIGHT)
    grove(p, 353, 706, 190, (mix(PINE, INDIGO, 0.4), NIGHT, INK), left=1080, right=1600, count=5)
    bamboo(p, 120, 930, 560, 17, mix(PINE, NIGHT, 0.5), NIGHT)
    gatehouse(p, 660, 736, 1.7)
    for x, y, rx in ((860, 772, 150), (790, 820, 210)):
        oval(p, x, y, rx, rx * 0.11, GOLD, 0.2)
    lamp_post(p, 1090, 790, 260, lit=1.0, colour=mix(SLATE, INK, 0.7))
    officer(p, 834, 800, 1.35)
    walker(p, 960, 806, 1.2, cloth=TEAL)
    walker(p, 1034, 816, 1.12, cloth=PERSIMMON)
    grass(p, 45, 905, 70, NIGHT, count=40, left=1000, right=1600)


PICTURES: Final[Mapping[str, Scene]] = {"welcome": welcome, "ask-an-officer": ask_an_officer}

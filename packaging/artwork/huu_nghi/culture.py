"""Hữu Nghị: song, spice, drum and blossom."""

from math import cos, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, stars, sun, veil
from artwork.birds import egret
from artwork.cloth import brocade
from artwork.flowers import blossom_branch
from artwork.homes import stilt_house
from artwork.land import ridge, terraces
from artwork.lanterns import lantern
from artwork.moods import DAWN_ROCK, JADE_ROCK, NIGHT_ROCK, TREES
from artwork.noise import between
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
    LAKE,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
    OCHRE,
    PEACH,
    PERSIMMON,
    RICE,
    ROSE,
    SKY,
    SOIL,
    STRAW,
    VERMILION,
    mix,
)
from artwork.rock import Rock, karst
from artwork.roofs import courtyard_house
from artwork.shape import area, block, disc, line, oval
from artwork.spices import anise, anise_branch
from artwork.tools import drum_face, lute
from artwork.trees import grove


def then_singing(p: QPainter) -> None:
    """A tính lute in the doorway of a stilt house, indigo cloth, the moon over the hills."""
    sky(p, 700, (INDIGO, mix(INDIGO, LAKE, 0.5), mix(LAKE, JADE_PALE, 0.35)))
    stars(p, 9, 380, CREAM, count=50)
    sun(p, 1010, 236, 104, mix(CREAM, STRAW, 0.4), CREAM)
    far = NIGHT_ROCK.paler(0.5)
    karst(p, 81, 640, far, count=8, high=300, half=110, left=500, right=1700, dip=0.3)
    veil(p, 640, 100, mix(LAKE, JADE_PALE, 0.3))
    mist(p, 9, 590, 18, JADE_PALE, count=4, alpha=0.6)
    karst(p, 84, 740, NIGHT_ROCK, count=5, high=280, half=140, left=620, right=1700)
    mist(p, 13, 716, 8, JADE_PALE, count=3, alpha=0.45)
    _doorway(p, mix(BARK, SOIL, 0.4), mix(BARK, INK, 0.4))
    brocade(p, QRectF(70, 80, 270, 600), mix(INDIGO, NIGHT, 0.4), (VERMILION, JADE, CREAM), 54)
    block(p, 50, 62, 310, 22, OCHRE, 8)
    lute(p, 640, 690, 1.06, 13)
    for x, y in ((1270, 96), (1390, 130), (1510, 96)):
        lantern(p, x, y, 62, lit=0.8)
        line(p, INK, 2, (x, 0), (x, y - 38))


def _doorway(p: QPainter, wood: str, dark: str) -> None:
    block(p, 0, 0, 470, 900, dark)
    for row in range(9):
        block(p, 0, row * 104, 470, 98, mix(wood, INK, 0.12 + 0.03 * (row % 3)))
    block(p, 440, 0, 64, 900, wood)
    block(p, 486, 0, 18, 900, dark)
    block(p, 0, 744, 1600, 160, wood)
    for plank in range(7):
        x = plank * 250
        area(p, dark, (x - 40, 900), (x + 30, 744), (x + 34, 744), (x - 32, 900))


def star_anise(p: QPainter) -> None:
    """A branch of eight-pointed star anise over a tray of dried fruit."""
    sky(p, 900, (mix(RICE, CREAM, 0.55), mix(JADE_PALE, CREAM, 0.3)))
    ridge(p, 91, 420, 70, mix(JADE_PALE, JADE, 0.35), grain=420, foot=JADE_PALE)
    ridge(p, 93, 500, 60, mix(JADE, MOSS, 0.25), grain=360, foot=mix(JADE_PALE, MOSS, 0.2))
    oval(p, 1010, 820, 640, 190, mix(BARK, INK, 0.2), 0.35)
    oval(p, 1000, 800, 620, 180, mix(OCHRE, BARK, 0.45))
    oval(p, 1000, 786, 612, 172, OCHRE)
    oval(p, 1000, 790, 560, 146, mix(STRAW, OCHRE, 0.45))
    for index in range(40):
        # Steps of the golden angle fill a disc evenly.
        angle, reach = index * 2.39996, ((index + 0.5) / 40) ** 0.5
        x, y = 1000 + 500 * reach * cos(angle), 784 + 118 * reach * sin(angle)
        anise(p, x, y, between(9, index, 58, 74), SOIL, between(5, index, 0, 45), flat=0.55)
    anise_branch(p, [(-40, 120), (220, 190), (520, 170), (800, 262), (1010, 250)], 3)
    fruits = ((300, 330, 112), (560, 312, 128), (800, 398, 118), (470, 110, 88), (980, 352, 96))
    for x, y, size in fruits:
        line(p, MOSS, 9, (x - 10, y - size * 1.2), (x, y))
        anise(p, x, y, size, mix(LEAF, OCHRE, 0.4), size * 7)


def heritage_day(p: QPainter) -> None:
    """A bronze drum face like a sun above the hills."""
    sky(p, 700, (BRICK, VERMILION, PERSIMMON, PEACH))
    for ring in (520, 430, 345, 265):
        disc(p, 800, 390, ring, GOLD, 0.10)
    drum_face(p, 800, 390, 190, GOLD, mix(BRICK, INK, 0.35))
    flock = ((250, 360), (390, 290), (500, 420), (1130, 300), (1260, 420), (1390, 340))
    for index, (x, y) in enumerate(flock):
        egret(p, x, y, 38, CREAM, BRICK, 0.9 - 0.6 * (index % 3))
    red = Rock(mix(BRICK, DUSK, 0.25), mix(BRICK, INK, 0.55), BRICK, PEACH).paler(0.15)
    karst(p, 111, 720, red, count=11, high=250, half=110, dip=0.85)
    veil(p, 720, 80, PEACH)
    mist(p, 21, 690, 12, DAWN, count=3)
    karst(p, 116, 800, JADE_ROCK, count=9, high=300, half=140, dip=0.9)
    terraces(p, 24, 790, 1000, (MOSS, LEAF, mix(MOSS, FOREST, 0.5)), steps=8, swing=26, rim=FOREST)
    stilt_house(p, 330, 808, 0.5)
    stilt_house(p, 1270, 812, 0.46)
    grove(p, 31, 812, 80, TREES, left=120, right=280, count=3)
    grove(p, 33, 816, 80, TREES, left=1340, right=1540, count=4)


def spring_greeting(p: QPainter) -> None:
    """Peach blossom before a tiled roof, hills in distant mist."""
    sky(p, 620, (mix(JADE_PALE, SKY, 0.5), CREAM, mix(ROSE, CREAM, 0.7)))
    sun(p, 560, 300, 96, mix(GOLD, PEACH, 0.4), CREAM)
    karst(p, 121, 600, DAWN_ROCK.paler(0.5), count=12, high=300, half=96, dip=0.3)
    veil(p, 600, 90, CREAM)
    mist(p, 23, 560, 20, CREAM, count=3)
    karst(p, 126, 660, JADE_ROCK.paler(0.35), count=9, high=260, half=110, dip=0.5)
    veil(p, 660, 70, MIST)
    ridge(p, 128, 660, 18, mix(JADE, MOSS, 0.4), grain=420, foot=MOSS, octaves=2)
    courtyard_house(p, 440, 738)
    blossom_branch(p, [(1640, 720), (1400, 600), (1230, 420), (1010, 330), (760, 200)], 30, 5)
    blossom_branch(p, [(1380, 585), (1260, 560), (1110, 590), (960, 540), (850, 570)], 14, 9)
    blossom_branch(p, [(1250, 440), (1240, 330), (1190, 220), (1090, 130), (960, 96)], 14, 13)

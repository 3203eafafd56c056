"""Lao Bảo: what a traveller must know and have in hand."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import glow, sky, stars
from artwork.cloth import brocade, shoulder_bag
from artwork.flowers import frangipani
from artwork.fruit import bananas, basket, dragon_fruit, mango, plaited_rim, seedling
from artwork.homes import stilt_house
from artwork.land import ridge, road
from artwork.lanterns import lamp_post, lantern
from artwork.market import awning, parasol
from artwork.moods import CHAMPA, TREES, hills
from artwork.noise import chance
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
    LATERITE,
    LILAC,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    PEACH,
    PINE,
    PLUM,
    ROSE,
    SKY,
    SLATE,
    SOIL,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.papers import banknote, coin, paper, passport
from artwork.roofs import first_aid
from artwork.shape import block, curve, disc, down_to, fill, line, oval, wash, within
from artwork.tools import clock
from artwork.travel import boat, walker
from artwork.trees import frond, grass, grove, palm
from artwork.water import mirror, ripples


def documents_ready(p: QPainter) -> None:
    """A woven bag with a passport and papers on a wooden roadside bench."""
    sky(p, 460, (mix(SKY, CREAM, 0.3), mix(STRAW, CREAM, 0.5), PEACH))
    hills(p, 31, 300, mix(LILAC, CREAM, 0.3), mix(PINE, JADE, 0.3), CREAM, count=4, step=46)
    ridge(p, 45, 500, 20, MOSS, grain=420, foot=mix(MOSS, FOREST, 0.5), octaves=3)
    road(
        p,
        [(1230, 492, 20), (1290, 530, 56), (1200, 590, 130), (1010, 690, 300)],
        mix(LATERITE, PEACH, 0.35),
        SOIL,
    )
    grove(p, 17, 520, 120, TREES, left=60, right=760, count=7)
    wood, dark = mix(OCHRE, SOIL, 0.55), mix(SOIL, BARK, 0.6)
    wash(p, 610, 900, [(wood, 1), (mix(wood, BARK, 0.3), 1)])
    for row, y in enumerate((610, 700, 800)):
        block(p, 0, y, 1600, 8 + row * 2, dark)
        block(p, 0, y - 4, 1600, 4, mix(wood, CREAM, 0.35))
    paper(p, 940, 640, 240, 8)
    paper(p, 1050, 668, 240, 16, tint=PAPER)
    shoulder_bag(p, 560, 800)
    passport(p, 850, 690, 200, -14, INDIGO)
    passport(p, 966, 724, 200, 5, mix(PLUM, INK, 0.2))
    for x, y, size in ((1230, 780, 58), (1310, 744, 44), (290, 830, 50)):
        frangipani(p, x, y, size, CHAMPA, turn=x)


def declare_cash(p: QPainter) -> None:
    """A market stall with bamboo baskets, banknotes and coins under a parasol."""
    sky(p, 560, (mix(STRAW, CREAM, 0.3), PEACH))
    hills(p, 51, 330, mix(LILAC, PEACH, 0.5), mix(PINE, JADE, 0.4), DAWN, count=3, step=56)
    for index, colour in enumerate((TEAL, BRICK, INDIGO, PLUM)):
        awning(p, 60 + index * 420, 400, 330, colour)
    parasol(p, 800, 330, 560)
    top = mix(OCHRE, SOIL, 0.4)
    wash(p, 620, 900, [(top, 1), (mix(top, BARK, 0.35), 1)])
    brocade(p, QRectF(0, 726, 1600, 190), mix(PLUM, INK, 0.2), (VERMILION, GOLD, CREAM), 76)
    block(p, 0, 612, 1600, 16, mix(top, CREAM, 0.35))
    for left, level, turn, colour in (
        (560, 676, -7, TEAL),
        (606, 656, 5, PLUM),
        (572, 634, -2, INDIGO),
        (620, 612, 8, FOREST),
    ):
        banknote(p, left, level, 320, turn, colour)
    basket(p, 1030, 690, 300, 120)
    for index in range(19):
        x, y = 920 + 220 * chance(3, index), 550 + 26 * chance(5, index)
        coin(p, x, y, 34, GOLD if index % 3 else OCHRE, flat=0.7)
    for stack, row in (*((250, n) for n in range(6)), *((346, n) for n in range(3))):
        coin(p, stack + (row % 2) * 4, 690 - row * 20, 52, flat=0.36)
    coin(p, 1290, 672, 58)


def emergency(p: QPainter) -> None:
    """A lamp on a riverside porch under the stars."""
    sky(p, 620, (NIGHT, mix(INDIGO, DUSK, 0.3), mix(DUSK, PLUM, 0.4)))
    stars(p, 13, 420, CREAM, count=110)
    ridge(p, 61, 420, 80, mix(DUSK, INDIGO, 0.4), grain=360, foot=mix(DUSK, PLUM, 0.3))
    ridge(p, 64, 500, 70, mix(INDIGO, NIGHT, 0.4), grain=300, foot=INDIGO)
    ridge(p, 67, 570, 30, NIGHT, grain=260)
    wash(p, 600, 900, [(mix(INDIGO, DUSK, 0.4), 1), (NIGHT, 1)])
    mirror(p, 600, 300, alpha=0.35)
    ripples(p, 7, 612, 900, LILAC, count=70, alpha=0.35)
    glow(p, 560, 470, 300, GOLD, alpha=0.06)
    stilt_house(p, 420, 640, 1.7, thatch=mix(OCHRE, INK, 0.45), wall=mix(BARK, INK, 0.35), lit=True)
    block(p, 190, 628, 560, 14, mix(BARK, INK, 0.4))
    for post in range(7):
        block(p, 210 + post * 84, 640, 9, 90, mix(BARK, INK, 0.6))
    lantern(p, 660, 452, 70, lit=1.0)
    first_aid(p, 258, 540, 46)
    line(p, INK, 4, (646, 388), (660, 380), (660, 420))
    for step in range(9):
        oval(p, 650 + 14 * (-1) ** step, 668 + step * 24, 60 - step * 4, 5, GOLD, 0.4 - step * 0.03)
    palm(p, 150, 660, 470, 5, mix(FOREST, NIGHT, 0.6), NIGHT, INK)
    grass(p, 15, 905, 80, INK, count=50, left=1100, right=1600)


def same_clock(p: QPainter) -> None:
    """One clock face over one river between two banks, the sun setting in its middle."""
    sky(p, 560, (mix(DUSK, PLUM, 0.4), ROSE, PEACH, STRAW))
    hills(p, 71, 430, mix(ROSE, DUSK, 0.4), mix(PLUM, INDIGO, 0.5), PEACH, count=3, step=44)
    wash(p, 560, 900, [(PEACH, 1), (mix(ROSE, DUSK, 0.4), 1), (mix(DUSK, INDIGO, 0.5), 1)])
    _two_banks(p)
    ripples(p, 9, 580, 900, STRAW, count=90, alpha=0.55)
    for ring in (420, 330, 250):
        disc(p, 800, 370, ring, CREAM, 0.13)
    disc(p, 800, 370, 186, mix(GOLD, PEACH, 0.35), 0.95)
    clock(p, 800, 370, 186, 5.17, rim=mix(PLUM, INK, 0.3), hand=mix(PLUM, INK, 0.5))
    for step in range(7):
        x, y = 800 + 12 * (-1) ** step, 640 + step * 34
        oval(p, x, y, 190 - step * 18, 7, mix(GOLD, CREAM, 0.3), 0.55)
    boat(p, 1000, 716, 0.9, hull=mix(PLUM, INK, 0.6), shirt=mix(PLUM, INK, 0.4))
    boat(p, 610, 760, 1.0, hull=mix(PLUM, INK, 0.6), shirt=INDIGO)


def _two_banks(p: QPainter) -> None:
    left = ((-20, 560), (300, 566), (520, 590), (430, 640), (180, 720), (-20, 780))
    for bank in (left, tuple((1600 - x, y) for x, y in left)):
        fill(p, curve(bank, closed=True), mix(PLUM, INK, 0.35))
    trees = (mix(PLUM, INDIGO, 0.4), mix(PLUM, INK, 0.5), INK)
    grove(p, 73, 590, 130, trees, left=20, right=440, count=5)
    grove(p, 77, 590, 130, trees, left=1160, right=1580, count=5)
    for x in (250, 1350):
        thatch, wall = mix(SOIL, INK, 0.3), mix(BARK, INK, 0.4)
        stilt_house(p, x, 600, 0.6, thatch=thatch, wall=wall, lit=True)


def plants_and_fruit(p: QPainter) -> None:
    """A bamboo basket of bananas, mangoes, dragon fruit and seedlings."""
    sky(p, 900, (mix(JADE_PALE, CREAM, 0.4), mix(STRAW, CREAM, 0.5), mix(STRAW, PEACH, 0.5)))
    for index in range(9):
        long, pale = 430 + 40 * (index % 3), mix(JADE, CREAM, 0.4)
        frond(p, 1660, 120 + index * 60, long + 90, 200 - index * 7, pale)
        frond(p, -60, 80 + index * 70, long, -20 + index * 9, pale)
    wash(p, 720, 900, [(mix(SOIL, OCHRE, 0.35), 1), (SOIL, 1)])
    oval(p, 820, 850, 470, 40, INK, 0.25)
    for x, turn in ((1130, -62), (1090, -84), (1170, -48)):
        seedling(p, x, 620, turn)
    basket(p, 800, 850, 720, 330)
    bananas(p, 590, 372)
    for x, y, size in ((930, 440, 96), (1070, 492, 88)):
        dragon_fruit(p, x, y, size)
    for x, y, turn in ((760, 470, -30), (700, 520, 8), (840, 530, 18)):
        mango(p, x, y, 96, turn)
    for index in range(15):
        x, y = 900 + 40 * (index % 5) + 16 * (index // 5), 576 - 32 * (index // 5)
        disc(p, x, y, 24, BRICK)
        disc(p, x - 4, y - 5, 17, VERMILION)
    front = curve([(430, 520), (800, 584), (1170, 520)])
    with within(p, down_to(front, 900)):
        basket(p, 800, 850, 720, 330)
    plaited_rim(p, 800, 522, 724)


def safe_offers(p: QPainter) -> None:
    """A fork in the road at dusk, a lamp lighting the way to a stilt house."""
    sky(p, 560, (INDIGO, DUSK, mix(ROSE, DUSK, 0.35), mix(PEACH, ROSE, 0.3)))
    stars(p, 21, 240, CREAM, count=30)
    far, near, air = mix(DUSK, ROSE, 0.4), mix(INDIGO, PINE, 0.4), mix(ROSE, DUSK, 0.3)
    hills(p, 101, 380, far, near, air, count=3, step=56)
    green, low = mix(FOREST, INDIGO, 0.35), mix(FOREST, NIGHT, 0.6)
    field = ridge(p, 111, 600, 18, green, grain=420, foot=low, octaves=2)
    home = [(380, 602, 14), (430, 640, 44), (560, 700, 96), (740, 780, 190), (820, 930, 420)]
    away = [(1240, 600, 10), (1210, 640, 34), (1090, 700, 80), (900, 790, 170), (810, 930, 420)]
    with within(p, field):
        road(p, home, mix(OCHRE, DUSK, 0.35))
        road(p, away, mix(SLATE, INDIGO, 0.45))
    trees = (mix(PINE, INDIGO, 0.45), NIGHT, INK)
    grove(p, 113, 640, 170, trees, left=1060, right=1600, count=5)
    thatch, wall = mix(OCHRE, INDIGO, 0.3), mix(BARK, INK, 0.2)
    stilt_house(p, 300, 620, 0.9, thatch=thatch, wall=wall, lit=True)
    grove(p, 117, 630, 130, trees, left=-20, right=150, count=2)
    lamp_post(p, 620, 760, 330, lit=1.0)
    oval(p, 690, 764, 150, 22, GOLD, 0.2)
    oval(p, 690, 764, 96, 14, GOLD, 0.2)
    walker(p, 660, 768, 1.05, cloth=BRICK)
    walker(p, 736, 776, 1.0, cloth=TEAL)

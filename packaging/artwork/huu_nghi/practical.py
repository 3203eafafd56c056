"""Hữu Nghị: what a traveller must know and have in hand."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.air import mist, sky, stars, sun, veil
from artwork.birds import egret
from artwork.cloth import brocade
from artwork.homes import stilt_house
from artwork.land import ridge, road, terraces
from artwork.lanterns import lamp_post
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, NIGHT_ROCK, TREES
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
    LEAF,
    LILAC,
    MIST,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    RICE,
    SKY,
    SLATE,
    SOIL,
    TEAL,
    VERMILION,
    mix,
)
from artwork.papers import banknote, coin, paper, passport
from artwork.rock import Rock, karst
from artwork.roofs import first_aid, gatehouse
from artwork.shape import block, disc, ground, line, moved, oval, stroke, wash, within
from artwork.tools import balance, clock, cup, cup_steam
from artwork.trees import grass, grove


def documents_ready(p: QPainter) -> None:
    """A passport and papers laid ready on a wooden table before a window on the hills."""
    sky(p, 480, (SKY, DAWN, CREAM))
    karst(p, 14, 420, DAWN_ROCK.paler(0.2), count=9, high=280, half=100, dip=0.3)
    veil(p, 420, 80, DAWN)
    karst(p, 33, 470, JADE_ROCK.paler(0.15), count=7, high=260, half=120, dip=0.5)
    mist(p, 7, 430, 16, CREAM, count=3)
    wood = mix(SOIL, BARK, 0.35)
    for x in (0, 520, 1048, 1560):
        block(p, x, 0, 40, 480, wood)
        block(p, x + 30, 0, 10, 480, mix(wood, INK, 0.3))
    block(p, 0, 0, 1600, 34, wood)
    block(p, 0, 210, 1600, 16, wood)
    block(p, 0, 452, 1600, 40, mix(wood, CREAM, 0.12))
    wash(p, 486, 900, [(mix(OCHRE, SOIL, 0.5), 1), (mix(OCHRE, SOIL, 0.7), 1)])
    for row in range(5):
        block(p, 0, 486 + row * 88, 1600, 3, mix(SOIL, BARK, 0.5))
    brocade(p, QRectF(300, 520, 1000, 400), INDIGO, (VERMILION, GOLD, CREAM), 62)
    paper(p, 1000, 690, 250, 9)
    paper(p, 880, 690, 250, -4, tint=PAPER)
    passport(p, 590, 690, 216, -11, PINE)
    passport(p, 700, 706, 216, 6, BRICK)
    line(p, INK, 13, (1050, 812), (1160, 712))
    line(p, VERMILION, 13, (1056, 806), (1122, 746))
    cup(p, 1420, 640, 1.1)
    cup_steam(p, 1420, 540)


def declare_cash(p: QPainter) -> None:
    """Banknotes and coins beside a brass balance, before a round window on the hills."""
    sky(p, 640, (mix(TEAL, DEEP, 0.35), TEAL))
    moon_window(p, 800, 350, 320)
    wash(p, 640, 900, [(mix(SOIL, BARK, 0.2), 1), (mix(SOIL, BARK, 0.6), 1)])
    brocade(p, QRectF(0, 668, 1600, 120), mix(BRICK, INK, 0.15), (INDIGO, GOLD, CREAM), 58)
    balance(p, 800, 668)
    for x, y, turn, colour in (
        (330, 640, -8, TEAL),
        (372, 622, 4, BRICK),
        (346, 600, -3, INDIGO),
        (388, 580, 9, PINE),
    ):
        banknote(p, x, y, 330, turn, colour)
    for stack, tall in ((1180, 5), (1290, 8), (1400, 3)):
        for step in range(tall):
            coin(p, stack + (step % 2) * 4, 650 - step * 21, 56, flat=0.36)
    coin(p, 1230, 628, 62)
    coin(p, 1096, 640, 46, OCHRE)


def moon_window(p: QPainter, x: float, y: float, radius: float) -> None:
    """Draw a round window on misty hills."""
    disc(p, x, y, radius + 16, mix(TEAL, INK, 0.45))
    hole = QPainterPath()
    hole.addEllipse(QPointF(x, y), radius, radius)
    left, right = x - radius - 30, x + radius + 30
    far, near = BLUE_ROCK.paler(0.55), JADE_ROCK.paler(0.45)
    with within(p, hole):
        wash(p, y - radius, y + radius, [(mix(SKY, JADE_PALE, 0.5), 1), (CREAM, 1)])
        karst(p, 131, y + 180, far, count=6, high=260, half=80, left=left, right=right)
        veil(p, y + 180, 90, CREAM)
        karst(p, 136, y + 260, near, count=5, high=250, half=96, left=left, right=right, dip=0.5)
        veil(p, y + 290, 120, CREAM)
        mist(p, 31, y + 170, 16, CREAM, count=4)


def emergency(p: QPainter) -> None:
    """The lamp of a gatehouse beside a mountain road at night."""
    sky(p, 700, (NIGHT, INDIGO, DUSK))
    stars(p, 3, 460, CREAM)
    sun(p, 1240, 190, 58, CREAM, LILAC)
    karst(p, 17, 640, NIGHT_ROCK.paler(0.45), count=11, high=330, half=110, dip=0.4)
    veil(p, 640, 90, mix(DUSK, INDIGO, 0.3))
    mist(p, 5, 590, 16, LILAC, count=3, alpha=0.5)
    karst(p, 29, 720, NIGHT_ROCK, count=8, high=470, half=150, dip=0.8)
    ridge(p, 6, 706, 20, mix(FOREST, NIGHT, 0.6), grain=400, foot=NIGHT, octaves=2)
    road(
        p,
        [(980, 708, 46), (1040, 742, 96), (960, 790, 190), (760, 850, 330), (480, 930, 560)],
        mix(DUSK, SLATE, 0.4),
        INK,
    )
    gatehouse(p, 700, 742, 1.35)
    first_aid(p, 756, 670, 40)
    for step, (x, y) in enumerate(((900, 760), (800, 806), (660, 862))):
        oval(p, x, y, 90 + 40 * step, 10 + 5 * step, GOLD, 0.22)
    grass(p, 8, 905, 70, mix(FOREST, NIGHT, 0.75), count=46, left=1020, right=1600)
    lamp_post(p, 1130, 812, 210, lit=1.0)


def two_clocks(p: QPainter) -> None:
    """Two round clock faces, each a landscape; the right one is an hour ahead."""
    ground(p, DEEP)
    for index in range(13):
        disc(p, 800, 1180, 1180 - index * 62, mix(DEEP, TEAL, 0.03 + 0.025 * index))
    for index, (level, share) in enumerate(((690, 0.62), (800, 0.4), (930, 0.12))):
        tone, air = mix(DEEP, TEAL, share), mix(DEEP, TEAL, share + 0.15)
        rock = Rock(tone, mix(tone, DEEP, 0.5), mix(tone, DEEP, 0.3), air)
        karst(p, 151 + index * 3, level, rock, count=8, high=290, half=150, dip=0.8)
        veil(p, level, 60, air)
        wash(p, level, 900, [(air, 1), (mix(air, DEEP, 0.4), 1)])
    mist(p, 145, 700, 20, mix(TEAL, JADE_PALE, 0.4), count=4, alpha=0.4)
    _view(p, 560, 380, 186, ((DAWN, PEACH), 20, PERSIMMON))
    clock(p, 560, 380, 186, 8.0, rim=GOLD, hand=DEEP)
    _view(p, 1040, 380, 186, ((SKY, DAWN), -56, mix(GOLD, PERSIMMON, 0.4)))
    clock(p, 1040, 380, 186, 9.0, rim=GOLD, hand=DEEP)
    for step in range(5):
        disc(p, 768 + step * 16, 380, 5, GOLD)


def _view(
    p: QPainter, x: float, y: float, radius: float, light: tuple[tuple[str, str], float, str]
) -> None:
    """Draw the hills seen in one clock; ``light`` is sky inks, rise of the sun, ink of the sun."""
    (high_sky, low_sky), rise, orb = light
    inside = QPainterPath()
    inside.addEllipse(QPointF(x, y), radius, radius)
    left, right, far = x - radius - 30, x + radius + 30, DAWN_ROCK.paler(0.25)
    with within(p, inside):
        wash(p, y - radius, y + radius * 0.6, [(high_sky, 1), (low_sky, 1)])
        disc(p, x - 46, y + rise, 52, CREAM, 0.35)
        disc(p, x - 46, y + rise, 38, orb)
        seed, shore = round(x), y + radius * 0.7
        karst(p, seed, shore - 40, far, count=5, high=120, half=48, left=left, right=right)
        wash(p, shore - 42, shore + 6, [(CREAM, 1), (JADE_PALE, 1)])
        veil(p, shore - 40, 50, CREAM)
        row = (shore, JADE_ROCK)
        karst(p, seed + 4, *row, count=4, high=140, half=58, left=left, right=right, dip=0.5)
        wash(p, shore - 2, y + radius, [(JADE, 1), (PINE, 1)])
    disc(p, x, y, radius, PAPER, 0.1)


def no_e_cigarettes(p: QPainter) -> None:
    """A clear valley of rice terraces; a crossed-out vaping pen in a red ring."""
    sky(p, 520, (SKY, MIST))
    karst(p, 12, 470, BLUE_ROCK.paler(0.4), count=12, high=240, half=90, dip=0.4)
    veil(p, 470, 70, MIST)
    ridge(p, 31, 452, 50, mix(JADE, MIST, 0.35), grain=300, foot=MIST)
    ridge(p, 32, 500, 40, mix(MOSS, JADE, 0.4), grain=240, foot=mix(LEAF, MIST, 0.3))
    mist(p, 6, 486, 16, CREAM, count=3)
    fields = (LEAF, RICE, mix(LEAF, MOSS, 0.5), mix(SKY, LEAF, 0.35))
    terraces(p, 9, 540, 1010, fields, steps=15, swing=64, rim=FOREST, plots=5)
    stilt_house(p, 1330, 604, 0.42)
    grove(p, 3, 606, 74, TREES, left=1180, right=1290, count=2)
    flock = ((250, 210, 44), (352, 160, 52), (450, 226, 40), (560, 172, 46))
    for index, (x, y, size) in enumerate(flock):
        egret(p, x, y, size, CREAM, SLATE, 0.9 - 0.5 * (index % 3))
    forbidden(p, 900, 380, 182)


def forbidden(p: QPainter, x: float, y: float, radius: float) -> None:
    """Draw a vaping pen with a curl of vapour in a crossed red ring."""
    disc(p, x, y, radius, CREAM)
    with moved(p, x, y, turn=-24, scale=radius / 230):
        block(p, -150, -24, 300, 48, INK, 20)
        block(p, -150, -24, 62, 48, SLATE, 18)
        block(p, -96, -24, 10, 48, GOLD)
        disc(p, 96, 0, 13, JADE)
        block(p, 0, -7, 62, 14, SLATE, 7)
    with moved(p, x, y, scale=radius / 230):
        for side in (-146, -112):
            curl = [(side + 18 * (-1) ** step, 26 - step * 34) for step in range(4)]
            line(p, mix(SLATE, CREAM, 0.5), 13, *curl)
    ring = QPainterPath()
    ring.addEllipse(QPointF(x, y), radius - 20, radius - 20)
    stroke(p, ring, VERMILION, 40)
    reach = (radius - 20) * 0.7071
    line(p, VERMILION, 40, (x - reach, y - reach), (x + reach, y + reach))

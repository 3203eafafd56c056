"""Lao Bảo: rules that protect a traveller, and the border they keep."""

from PySide6.QtGui import QPainter

from artwork.air import glow, mist, sky, sun, veil
from artwork.birds import egret
from artwork.flowers import flowers
from artwork.land import ridge, road
from artwork.lanterns import lantern
from artwork.marker import marker
from artwork.market import awning, parasol
from artwork.moods import CHAMPA, TREES, hills
from artwork.noise import between
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
    LATERITE,
    LEAF,
    LILAC,
    MOSS,
    OCHRE,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
    SKY,
    SLATE,
    SOIL,
    STONE,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.papers import paper
from artwork.shape import area, block, blot, curve, disc, fill, line, moved, oval, wash
from artwork.travel import bus_front, officer, walker
from artwork.trees import bamboo, forest_tree, frond, grass, grove, palm


def sober_driving(p: QPainter) -> None:
    """Two helmets and a teapot on a roadside table, a coach on the road behind."""
    sky(p, 470, (mix(SKY, CREAM, 0.3), mix(PEACH, CREAM, 0.4)))
    hills(p, 501, 300, mix(LILAC, CREAM, 0.3), mix(PINE, JADE, 0.3), CREAM, count=4, step=46)
    ridge(p, 503, 510, 16, mix(MOSS, LEAF, 0.3), grain=420, foot=MOSS, octaves=2)
    way = [(880, 470, 16), (850, 500, 40), (900, 546, 90), (1060, 640, 300)]
    road(p, way, mix(SLATE, STONE, 0.35), mix(FOREST, INK, 0.3))
    bus_front(p, 890, 560, 0.62, body=CREAM, band=TEAL)
    grove(p, 507, 530, 130, TREES, left=40, right=700, count=6)
    palm(p, 1430, 620, 420, 4, MOSS, FOREST, BARK)
    top = mix(OCHRE, SOIL, 0.5)
    wash(p, 620, 900, [(top, 1), (mix(top, BARK, 0.4), 1)])
    for row, y in enumerate((620, 712, 816)):
        block(p, 0, y, 1600, 7 + row * 2, mix(SOIL, BARK, 0.6))
    helmet(p, 420, 760, 1.25, VERMILION)
    helmet(p, 760, 800, 1.25, INDIGO)
    teapot(p, 1150, 800, 1.2)
    for x in (1370, 1470):
        blot(p, CREAM, (x - 36, 756), (x - 32, 812, x, 814), (x + 32, 812, x + 36, 756))
        oval(p, x, 756, 36, 11, mix(CREAM, STONE, 0.2))
        oval(p, x, 756, 29, 7, mix(OCHRE, LEAF, 0.4))


def border_markers(p: QPainter) -> None:
    """A granite marker on a mossy hilltop above morning hills, egrets passing."""
    sky(p, 560, (mix(SKY, CREAM, 0.25), CREAM, DAWN))
    sun(p, 420, 300, 84, mix(GOLD, STRAW, 0.2), CREAM)
    hills(p, 511, 330, mix(JADE_PALE, LILAC, 0.4), mix(PINE, MOSS, 0.3), CREAM, count=5, step=48)
    mist(p, 513, 560, 22, CREAM, count=5)
    ridge(p, 517, 720, 20, mix(MOSS, LEAF, 0.3), grain=520, foot=FOREST, octaves=3)
    marker(p, 960, 772, 0.9)
    grass(p, 519, 780, 60, mix(MOSS, LEAF, 0.4), count=90, left=640, right=1300)
    grass(p, 521, 905, 100, FOREST, count=130, left=-20, right=1620)
    flowers(p, 523, 1260, 800, 110, 62, 8, CHAMPA)
    bamboo(p, 120, 930, 600, 7, PINE, DEEP)
    for index in range(4):
        egret(p, 300 + 110 * index, 200 + 26 * (index % 2), 34, CREAM, SLATE, index % 2 - 0.4)


def border_zone(p: QPainter) -> None:
    """A path with a plain signpost climbs a wooded pass; two walkers keep to it."""
    sky(p, 480, (mix(SKY, CREAM, 0.3), mix(JADE_PALE, CREAM, 0.5)))
    hills(p, 531, 280, mix(JADE_PALE, SKY, 0.4), mix(PINE, FOREST, 0.4), CREAM, count=5, step=48)
    for index in range(7):
        tone = mix(PINE, FOREST, between(533, index, 0.1, 0.8))
        forest_tree(p, 60 + index * 92, 26, 535 + index, tone)
    veil(p, 620, 130, JADE_PALE, alpha=0.5)
    ridge(p, 537, 640, 26, mix(MOSS, FOREST, 0.4), grain=460, foot=FOREST, octaves=3)
    way = [(980, 560, 22), (930, 600, 52), (1010, 660, 110), (900, 760, 230), (1000, 930, 470)]
    road(p, way, mix(LATERITE, PEACH, 0.35), mix(SOIL, BARK, 0.3))
    block(p, 1276, 470, 18, 330, mix(SOIL, BARK, 0.5), 4)
    for y, colour in ((486, GOLD), (566, mix(PAPER, STONE, 0.2))):
        block(p, 1180, y, 220, 62, mix(BARK, INK, 0.2), 8)
        block(p, 1187, y + 7, 206, 48, colour, 6)
    walker(p, 958, 700, 0.8, cloth=PLUM)
    walker(p, 900, 766, 0.92, cloth=INDIGO, baskets=True)
    for index in range(9):
        turn = between(541, index, -130, -50)
        frond(p, between(543, index, -40, 1640), 930, between(547, index, 150, 240), turn, FOREST)


def help_day(p: QPainter) -> None:
    """A help table under a parasol on the yard: forms, a bell, an officer showing the way."""
    sky(p, 520, (mix(SKY, CREAM, 0.3), mix(STRAW, CREAM, 0.5)))
    hills(p, 551, 320, mix(LILAC, CREAM, 0.3), mix(PINE, MOSS, 0.4), CREAM, count=4, step=48)
    for index, colour in enumerate((TEAL, INDIGO, BRICK)):
        awning(p, 80 + index * 560, 390, 330, colour)
    wash(p, 590, 900, [(mix(STONE, CREAM, 0.4), 1), (mix(STONE, PEACH, 0.4), 1)])
    parasol(p, 760, 300, 620)
    officer(p, 1240, 700, 2.3)
    walker(p, 330, 700, 2.0, cloth=PLUM)
    top = mix(OCHRE, SOIL, 0.35)
    block(p, 430, 640, 680, 40, top, 6)
    block(p, 430, 676, 680, 16, mix(top, BARK, 0.4), 4)
    for x in (470, 1040):
        block(p, x, 690, 26, 190, mix(top, BARK, 0.5))
    paper(p, 590, 590, 104, -6)
    paper(p, 720, 584, 104, 5, tint=PAPER)
    disc(p, 900, 612, 44, GOLD)
    block(p, 850, 612, 100, 30, mix(GOLD, OCHRE, 0.4), 4)
    disc(p, 900, 566, 8, mix(OCHRE, BARK, 0.3))


def look_before_buying(p: QPainter) -> None:
    """An evening stall of books, postcards and lanterns, each thing worth a second look."""
    wash(
        p, 0, 900, [(mix(PLUM, INK, 0.4), 1), (mix(BRICK, PLUM, 0.4), 1), (mix(SOIL, INK, 0.2), 1)]
    )
    for index in range(9):
        lantern(
            p,
            90 + index * 180,
            110 + 46 * (index % 3),
            84,
            colour=(VERMILION, GOLD, TEAL)[index % 3],
            lit=0.9,
        )
    for shelf in (420, 640):
        block(p, 70, shelf, 1460, 22, mix(OCHRE, SOIL, 0.4), 4)
        block(p, 70, shelf + 20, 1460, 10, mix(BARK, INK, 0.2))
    x = 110.0
    for index in range(24):
        wide, high = between(561, index, 30, 58), between(563, index, 130, 190)
        tone = (INDIGO, BRICK, TEAL, OCHRE, MOSS, PLUM)[index % 6]
        book(p, x, 420, wide, high, tone)
        x += wide + 5
    for index in range(6):
        postcard(p, 150 + index * 236, 636, index)
    block(p, 0, 800, 1600, 110, mix(OCHRE, BARK, 0.4))
    magnifier(p, 1080, 740)


def heavy_rain(p: QPainter) -> None:
    """Rain over a mountain road: a coach with its lamps on, people waiting under a roof."""
    grey = mix(SLATE, TEAL, 0.3)
    sky(p, 560, (mix(grey, INK, 0.25), grey, mix(grey, CREAM, 0.4)))
    hills(
        p, 581, 280, mix(grey, CREAM, 0.25), mix(PINE, SLATE, 0.4), mix(grey, CREAM, 0.4), step=52
    )
    mist(p, 583, 500, 24, CREAM, count=5, alpha=0.45)
    ridge(
        p, 587, 610, 24, mix(MOSS, SLATE, 0.35), grain=460, foot=mix(FOREST, SLATE, 0.3), octaves=3
    )
    way = [(900, 520, 20), (860, 560, 50), (930, 620, 110), (800, 720, 260), (900, 930, 560)]
    road(p, way, mix(SLATE, STONE, 0.25), mix(FOREST, INK, 0.3))
    for x in (826, 932):
        glow(p, x, 700, 80, GOLD, alpha=0.12)
    bus_front(p, 880, 730, 1.0, body=CREAM, band=PERSIMMON)
    forest_tree(p, 1460, 34, 591, mix(PINE, INK, 0.3))
    for x in (130, 560):
        block(p, x, 520, 20, 280, mix(SOIL, BARK, 0.5), 4)
    area(p, mix(BRICK, SLATE, 0.3), (60, 530), (650, 530), (560, 430), (150, 430))
    block(p, 60, 526, 590, 14, mix(BRICK, INK, 0.4), 4)
    walker(p, 270, 800, 1.9, cloth=INDIGO)
    walker(p, 420, 804, 1.8, cloth=PLUM, baskets=True)
    for index in range(190):
        drop, y = between(593, index, -60, 1660), between(597, index, 0, 880)
        long = between(599, index, 26, 60)
        line(p, CREAM, 2.4, (drop, y), (drop - long * 0.28, y + long), alpha=0.34)


def helmet(p: QPainter, x: float, base: float, scale: float, colour: str) -> None:
    """Draw a motorbike helmet, 200 units wide at ``scale`` 1."""
    with moved(p, x, base, scale=scale):
        blot(p, colour, (-100, 0), (-104, -126, 0, -130), (104, -126, 100, 0), (0, 22, -100, 0))
        blot(p, mix(colour, CREAM, 0.35), (-72, -62), (-56, -112, -8, -114), (-40, -92, -50, -56))
        block(p, -110, -8, 222, 16, mix(colour, INK, 0.35), 8)
        line(p, mix(BARK, INK, 0.3), 8, (-60, 8), (-30, 44), (20, 46), (58, 8))


def teapot(p: QPainter, x: float, base: float, scale: float) -> None:
    """Draw a round teapot, 190 units wide at ``scale`` 1."""
    with moved(p, x, base, scale=scale):
        line(p, mix(BRICK, SOIL, 0.4), 14, (70, -92), (118, -76), (112, -30), (70, -20))
        blot(p, mix(BRICK, SOIL, 0.4), (-60, -40), (-110, -50, -116, -104), (-96, -102, -56, -76))
        oval(p, 0, -54, 82, 60, mix(BRICK, SOIL, 0.3))
        oval(p, -22, -76, 30, 20, mix(BRICK, PEACH, 0.4))
        oval(p, 0, -110, 44, 12, mix(BRICK, SOIL, 0.6))
        disc(p, 0, -126, 12, mix(BRICK, SOIL, 0.5))
        block(p, -46, -2, 92, 9, mix(SOIL, BARK, 0.5), 4)


def book(p: QPainter, x: float, base: float, wide: float, high: float, colour: str) -> None:
    """Draw the back of a standing book; two bands, no words."""
    block(p, x, base - high, wide, high, colour, 3)
    block(p, x + 4, base - high + 6, 5, high - 12, mix(colour, CREAM, 0.25), 2)
    for band in (0.16, 0.78):
        block(p, x, base - high + high * band, wide, 7, mix(GOLD, colour, 0.3))


def postcard(p: QPainter, x: float, base: float, index: int) -> None:
    """Draw a framed card with a landscape."""
    block(p, x - 86, base - 150, 172, 146, PAPER, 5)
    tone = (SKY, PEACH, JADE_PALE, LILAC, STRAW, DAWN)[index]
    block(p, x - 76, base - 140, 152, 126, tone, 2)
    disc(p, x + 30 - 10 * index, base - 104, 18, mix(GOLD, PERSIMMON, 0.2))
    hill = [(x - 76, base - 60), (x - 30, base - 92), (x + 20, base - 58), (x + 76, base - 84)]
    fill(p, curve([*hill, (x + 76, base - 14), (x - 76, base - 14)]), mix(PINE, MOSS, index / 6))


def magnifier(p: QPainter, x: float, y: float) -> None:
    """Draw a reading glass lying on the counter."""
    line(p, mix(SOIL, BARK, 0.4), 26, (x + 74, y + 44), (x + 190, y + 118))
    disc(p, x, y, 92, mix(GOLD, OCHRE, 0.4))
    disc(p, x, y, 76, mix(SKY, CREAM, 0.5))
    disc(p, x - 24, y - 26, 24, CREAM, 0.7)

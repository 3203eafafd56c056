"""Hữu Nghị: the border area, its marker stones and its rules."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.birds import egret, swallow
from artwork.cloth import brocade, zigzag
from artwork.flowers import petal_flower
from artwork.freight import gantry, shed, stack
from artwork.fruit import fruit_basket
from artwork.huu_nghi.sea import cloud_bank
from artwork.land import ridge, road, terraces
from artwork.lanterns import lamp_post
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
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
from artwork.people import guest
from artwork.rock import Rock, karst
from artwork.roofs import border_gate, gatehouse
from artwork.shape import (
    area,
    block,
    blot,
    curve,
    disc,
    down_to,
    fill,
    line,
    moved,
    oval,
    wash,
)
from artwork.tools import cup, cup_steam
from artwork.travel import bus_front, officer, truck, walker
from artwork.trees import bamboo, grass, grove
from artwork.weather import puddle, rain, umbrella


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


def marker(p: QPainter, x: float, base: float, scale: float) -> None:
    """Draw a plain granite marker on its plinth, 340 units tall at ``scale`` 1; it says nothing."""
    stone, shade, light = mix(STONE, CREAM, 0.3), mix(STONE, SLATE, 0.6), mix(CREAM, STONE, 0.2)
    with moved(p, x, base, scale=scale):
        oval(p, 40, 6, 170, 17, INK, 0.3)
        area(p, mix(stone, SLATE, 0.2), (-124, 0), (-112, -34), (112, -34), (124, 0))
        area(p, light, (-112, -34), (-96, -44), (96, -44), (112, -34))
        area(p, mix(stone, SLATE, 0.1), (-88, -44), (-80, -72), (80, -72), (88, -44))
        area(p, light, (-80, -72), (-64, -80), (64, -80), (80, -72))
        area(p, stone, (-58, -80), (-48, -318), (14, -318), (20, -80))
        area(p, shade, (20, -80), (14, -318), (46, -310), (58, -80))
        area(p, light, (-48, -318), (-22, -346), (26, -340), (14, -318))
        area(p, mix(shade, stone, 0.4), (14, -318), (26, -340), (46, -310))
        line(p, light, 3, (-47, -312), (-56, -86))
        for speck in range(58):
            at = between(141, speck, 0, 1)
            px = -54 + between(142, speck, 0, 1) * 66
            oval(p, px, -90 - at * 218, 1.8, 1.3, mix(SLATE, STONE, 0.3), 0.6)
        blot(p, MOSS, (-92, -42), (-70, -60, -40, -46), (-30, -40, -60, -40), alpha=0.8)
        blot(p, MOSS, (60, -74), (74, -84, 82, -66), (70, -62, 60, -74), alpha=0.7)


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
        guest(
            p, x, y, scale, cloth=cloth, skirt=cloth == PLUM, case=BRICK if cloth == TEAL else None
        )
        umbrella(p, x - 6 * scale, y - 104 * scale, 118 * scale, shade, lean=-6)
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
    border_gate(p, 800, 622, 1.36)
    bus_front(p, 1420, 700, 1.0, body=CREAM, band=TEAL)
    queue = (
        (800, 640, 0.6, INDIGO, None, None, None, False),
        (842, 654, 0.66, BRICK, None, OCHRE, None, False),
        (806, 672, 0.74, PINE, GOLD, None, STRAW, True),
        (862, 694, 0.84, PLUM, None, None, None, True),
        (800, 724, 0.98, TEAL, BRICK, None, None, False),
        (880, 762, 1.16, mix(OCHRE, SOIL, 0.3), None, INDIGO, STRAW, False),
        (780, 812, 1.4, INDIGO, PERSIMMON, None, None, False),
        (906, 872, 1.72, mix(ROSE, PLUM, 0.35), TEAL, None, mix(CREAM, STRAW, 0.4), True),
    )
    officer(p, 640, 712, 1.12)
    for x, y, scale, cloth, case, pack, hat, skirt in queue:
        guest(p, x, y, scale, cloth=cloth, case=case, pack=pack, hat=hat, skirt=skirt)
    for x, y, scale in ((560, 690, 0.8), (500, 756, 1.06), (420, 846, 1.4)):
        _rope_post(p, x, y, scale)
    for x, y, scale in ((1040, 690, 0.8), (1110, 756, 1.06), (1200, 846, 1.4)):
        _rope_post(p, x, y, scale)
    for one, other in (
        ((560, 690, 0.8), (500, 756, 1.06)),
        ((500, 756, 1.06), (420, 846, 1.4)),
        ((1040, 690, 0.8), (1110, 756, 1.06)),
        ((1110, 756, 1.06), (1200, 846, 1.4)),
    ):
        a, b = (one[0], one[1] - 62 * one[2]), (other[0], other[1] - 62 * other[2])
        line(p, VERMILION, 7, a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 18), b)


def _rope_post(p: QPainter, x: float, y: float, scale: float) -> None:
    with moved(p, x, y, scale=scale):
        oval(p, 0, 0, 20, 5, mix(OCHRE, INK, 0.3))
        block(p, -4, -66, 8, 66, GOLD, 3)
        disc(p, 0, -70, 8, GOLD)
        disc(p, -2, -72, 3, CREAM)


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

"""Lao Bảo: the gate, the border, the forest."""

from math import sin

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.beasts import saola
from artwork.birds import swallow
from artwork.bridges import hanging_bridge
from artwork.cave import cave_wall, stalactites
from artwork.flowers import flowers
from artwork.land import ridge, road
from artwork.moods import CHAMPA, TREES, hills
from artwork.noise import between, chance
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
    LATERITE,
    LEAF,
    LILAC,
    MOSS,
    PAPER,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
    RIVER,
    SKY,
    SLATE,
    SOIL,
    STONE,
    STRAW,
    TEAL,
    mix,
)
from artwork.rock import Rock, karst
from artwork.roofs import border_gate
from artwork.shape import block, curve, disc, fill, wash, within
from artwork.travel import boat, bus_front, truck_rear, walker
from artwork.trees import forest_tree, frond, grass, grove, palm
from artwork.water import mirror, ripples


def welcome(p: QPainter) -> None:
    """A road through a gate in river hills, frangipani in bloom in front."""
    sky(p, 540, (mix(SKY, CREAM, 0.2), mix(STRAW, CREAM, 0.4), PEACH))
    sun(p, 1010, 250, 84, mix(GOLD, PERSIMMON, 0.3), CREAM)
    hills(p, 3, 400, mix(LILAC, PEACH, 0.4), mix(PINE, MOSS, 0.4), CREAM, count=4, step=52)
    mist(p, 3, 520, 26, CREAM, count=3)
    ridge(p, 21, 640, 24, mix(MOSS, FOREST, 0.3), grain=460, foot=FOREST, octaves=3)
    way = [(800, 640, 80), (816, 700, 150), (780, 780, 290), (700, 920, 560)]
    road(p, way, mix(LATERITE, PEACH, 0.35), mix(SOIL, BARK, 0.4))
    border_gate(p, 800, 690, 1.0)
    grove(p, 7, 676, 150, TREES, left=120, right=560, count=4)
    grove(p, 9, 676, 150, TREES, left=1060, right=1560, count=5)
    palm(p, 480, 700, 330, 3, MOSS, FOREST, BARK)
    palm(p, 1180, 690, 280, 6, MOSS, FOREST, BARK)
    walker(p, 760, 770, 0.62, cloth=PLUM)
    walker(p, 838, 792, 0.66, cloth=INDIGO, baskets=True)
    flowers(p, 5, 160, 760, 130, 74, 9, CHAMPA)
    flowers(p, 8, 1480, 800, 120, 70, 8, CHAMPA)


def wildlife(p: QPainter) -> None:
    """A saola standing in the misty forest of the Annamite Range."""
    sky(p, 700, (mix(JADE_PALE, CREAM, 0.5), mix(JADE_PALE, JADE, 0.3), JADE))
    disc(p, 940, 420, 190, CREAM, 0.55)
    for layer in range(3):
        tone = mix(JADE, DEEP, 0.18 + 0.26 * layer)
        for index in range(9 - layer):
            s = 300 + layer * 40 + index
            wide = (16 + 16 * layer) * between(s, 2, 0.7, 1.3)
            forest_tree(p, between(s, 1, -40, 1640), wide, s, tone)
        ridge(p, 91 + layer, 620 + 56 * layer, 34, mix(tone, FOREST, 0.4), grain=240, octaves=3)
        veil(p, 690 + 40 * layer, 200, JADE_PALE, alpha=0.4 - 0.1 * layer)
        mist(p, 41 + layer, 540 + 50 * layer, 20, CREAM, count=2, alpha=0.5)
    saola(p, 880, 706, 0.98)
    for index in range(12):
        x, long = between(5, index, -40, 1640), between(6, index, 180, 300)
        tone = mix(FOREST, DEEP, 0.3 + 0.5 * chance(8, index))
        frond(p, x, 930, long, between(7, index, -125, -55), tone)


def border_agreements(p: QPainter) -> None:
    """A suspension bridge over a river between wooded banks, afternoon light on the water."""
    sky(p, 520, (mix(SKY, JADE_PALE, 0.4), mix(CREAM, STRAW, 0.3), DAWN))
    sun(p, 800, 250, 70, mix(GOLD, STRAW, 0.3), CREAM)
    hills(p, 121, 360, mix(JADE_PALE, LILAC, 0.4), mix(PINE, MOSS, 0.2), CREAM, count=4, step=50)
    mist(p, 51, 540, 16, CREAM, count=3)
    hanging_bridge(p, 400, 1200, 566, 230, mix(BRICK, INK, 0.25), mix(PAPER, STONE, 0.2))
    left = [(-40, 580), (160, 566), (360, 600), (400, 680), (-40, 690)]
    right = [(1240, 580), (1440, 566), (1640, 580), (1640, 680), (1200, 690)]
    for bank in (left, right):
        fill(p, curve(bank, closed=True), FOREST)
    grove(p, 151, 604, 190, TREES, left=-10, right=350, count=4)
    grove(p, 157, 604, 190, TREES, left=1260, right=1620, count=4)
    wash(p, 650, 900, [(mix(RIVER, JADE, 0.4), 1), (mix(LAKE, PINE, 0.3), 1)])
    mirror(p, 650, 250, alpha=0.5, wave=9)
    ripples(p, 17, 660, 900, CREAM, count=90, alpha=0.45)
    walker(p, 700, 566, 0.5, cloth=PLUM)
    walker(p, 860, 566, 0.5, cloth=INDIGO, baskets=True)
    boat(p, 930, 770, 1.0, shirt=BRICK)
    for x, y, size, turn in ((520, 180, 44, -6), (600, 140, 34, 4), (1080, 200, 40, -10)):
        swallow(p, x, y, size, DEEP, turn=turn)


def shared_heritage(p: QPainter) -> None:
    """A great cave mouth opening on a river and forested karst, a boat in the light."""
    sky(p, 560, (mix(SKY, CREAM, 0.3), CREAM, mix(STRAW, CREAM, 0.4)))
    far = Rock(mix(JADE, SKY, 0.3), mix(TEAL, LAKE, 0.3), JADE, CREAM).paler(0.3)
    karst(p, 161, 540, far, count=6, high=300, half=110, left=300, right=1300)
    veil(p, 540, 90, CREAM)
    near = Rock(mix(MOSS, TEAL, 0.5), PINE, FOREST, JADE_PALE)
    karst(p, 166, 600, near, count=5, high=330, half=110, left=280, right=1340, dip=0.8)
    mist(p, 61, 570, 12, CREAM, count=3)
    wash(p, 600, 900, [(mix(JADE_PALE, JADE, 0.4), 1), (TEAL, 1), (DEEP, 1)])
    mirror(p, 600, 300, alpha=0.45)
    ripples(p, 27, 606, 900, CREAM, count=90, alpha=0.5)
    boat(p, 820, 690, 0.9, shirt=BRICK)
    for depth, dark in enumerate((0.0, 0.3, 0.6, 0.85)):
        cave_wall(p, 60 * depth, mix(mix(SLATE, PLUM, 0.35 + 0.2 * depth), INK, dark), 170 + depth)
    stalactites(p)


def east_west_corridor(p: QPainter) -> None:
    """A long road over hills towards the sun, with a lorry and a coach."""
    sky(p, 500, (mix(SKY, LILAC, 0.3), DAWN, PEACH))
    sun(p, 830, 330, 110, mix(GOLD, PERSIMMON, 0.25), CREAM)
    hills(p, 201, 400, mix(LILAC, PEACH, 0.4), mix(PINE, MOSS, 0.5), DAWN, count=4, step=44)
    mist(p, 81, 500, 16, CREAM, count=3)
    ridge(p, 221, 590, 30, mix(MOSS, LEAF, 0.3), grain=460, foot=MOSS, octaves=2)
    far = [(836, 478, 10), (800, 508, 24), (872, 548, 48)]
    near = [(790, 606, 90), (850, 690, 190), (760, 920, 620)]
    surface = road(p, [*far, *near], mix(SLATE, STONE, 0.3), mix(FOREST, INK, 0.3))
    with within(p, surface):
        for step in range(8):
            x, y = 812 + 28 * sin(step * 0.7), 600 + step * step * 7 + step * 12
            block(p, x - 2 - step, y, 4 + step * 2.2, 10 + step * 6, PAPER, 2)
    grove(p, 231, 620, 140, TREES, left=60, right=620, count=6)
    grove(p, 237, 630, 150, TREES, left=1020, right=1580, count=6)
    palm(p, 340, 700, 300, 11, MOSS, FOREST, BARK)
    palm(p, 1330, 720, 330, 14, MOSS, FOREST, BARK)
    truck_rear(p, 906, 690, 0.86, load=mix(TEAL, CREAM, 0.15))
    bus_front(p, 706, 812, 1.35, body=CREAM, band=PERSIMMON)
    grass(p, 25, 905, 66, FOREST, count=40, left=1080, right=1600)

"""Lao Bảo: coffee, weaving and the neighbours' feasts."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, stars, sun
from artwork.cloth import brocade, diamonds, motif, naga, shuttle, zigzag
from artwork.flowers import flowers, frangipani, shower
from artwork.homes import stupa
from artwork.land import ridge, terraces
from artwork.lanterns import sky_lamp
from artwork.moods import CHAMPA, ROSE_CHAMPA, hills
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DAWN,
    DEEP,
    DUSK,
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_PALE,
    LATERITE,
    LILAC,
    MOSS,
    OCHRE,
    PEACH,
    PINE,
    PLUM,
    ROSE,
    SKY,
    SOIL,
    STONE,
    STRAW,
    mix,
)
from artwork.shape import block, ground, line, wash
from artwork.spices import coffee_branch
from artwork.tools import silver_bowl
from artwork.trees import palm


def khe_sanh_coffee(p: QPainter) -> None:
    """Branches of ripe red coffee cherries, hill plots and mist behind."""
    sky(p, 520, (mix(SKY, CREAM, 0.4), CREAM, mix(STRAW, PEACH, 0.4)))
    hills(p, 181, 300, mix(JADE_PALE, CREAM, 0.3), mix(JADE, MOSS, 0.3), CREAM, count=3, step=56)
    soil, leaf = mix(LATERITE, DAWN, 0.55), mix(MOSS, JADE_PALE, 0.5)
    plots = (soil, leaf, mix(soil, LATERITE, 0.3), mix(leaf, MOSS, 0.45))
    terraces(p, 35, 500, 1000, plots, steps=12, swing=90)
    mist(p, 71, 520, 20, CREAM, count=4)
    coffee_branch(p, [(-40, 230), (260, 290), (600, 250), (960, 330)], 3)
    coffee_branch(p, [(1640, 120), (1400, 260), (1160, 300), (1010, 470)], 8)
    coffee_branch(p, [(-40, 640), (220, 560), (470, 600), (700, 720)], 12)


def naga_weaving(p: QPainter) -> None:
    """Cloth on a loom with a water-serpent Naga pattern."""
    ground(p, mix(PLUM, INK, 0.35))
    for stripe in range(54):
        x, colour = stripe * 30, (CREAM, GOLD, ROSE)[stripe % 3]
        line(p, colour, 2.4, (x + 6, -10), (x + 6, 240), alpha=0.85)
        line(p, CREAM, 1.6, (x + 18, -10), (x + 18, 240), alpha=0.5)
    block(p, 0, 212, 1600, 700, mix(PLUM, BRICK, 0.35))
    for y, high in ((226, 50), (826, 54)):
        block(p, 0, y - 10, 1600, high + 20, mix(INDIGO, INK, 0.35))
        diamonds(p, 0, y, 1600, high, (GOLD, PLUM, CREAM), 62)
    for y in (300, 800):
        zigzag(p, -20, y, 1640, 16, GOLD, 40, 4)
    naga(p, 1590, 420, GOLD, CREAM)
    naga(p, 1590, 690, mix(ROSE, CREAM, 0.2), GOLD)
    for index in range(10):
        motif(p, 60 + index * 164, 560)
    wood = mix(OCHRE, SOIL, 0.5)
    block(p, 0, 150, 1600, 44, wood)
    block(p, 0, 180, 1600, 14, mix(wood, BARK, 0.5))
    for tooth in range(160):
        block(p, tooth * 10 + 2, 194, 4, 26, mix(wood, CREAM, 0.25))
    shuttle(p, 1060, 210)


def lao_national_day(p: QPainter) -> None:
    """Frangipani and paper lamps beside a golden stupa at dawn."""
    sky(p, 620, (INDIGO, mix(DUSK, LILAC, 0.4), mix(ROSE, PEACH, 0.4), DAWN))
    stars(p, 31, 170, CREAM, count=30)
    sun(p, 1010, 470, 90, mix(GOLD, CREAM, 0.35), CREAM)
    hills(p, 241, 480, mix(LILAC, ROSE, 0.4), mix(DUSK, PINE, 0.5), DAWN, count=3, step=50)
    mist(p, 91, 600, 14, CREAM, count=3)
    ridge(p, 251, 690, 12, mix(PINE, MOSS, 0.4), grain=460, foot=DEEP, octaves=2)
    stupa(p, 1010, 712, 1.28)
    for side, height in ((-290, 0.56), (290, 0.56), (-200, 0.46), (200, 0.46)):
        stupa(p, 1010 + side, 716, height, mix(GOLD, CREAM, 0.2))
    wash(p, 712, 900, [(mix(STONE, PEACH, 0.4), 1), (mix(STONE, PLUM, 0.4), 1)])
    for step in range(-4, 5):
        line(p, mix(STONE, PLUM, 0.5), 2.5, (1010 + step * 90, 712), (1010 + step * 330, 905))
    palm(p, 560, 720, 420, 21, mix(MOSS, DEEP, 0.4), DEEP, INK)
    near = ((640, 240, 52), (760, 150, 42), (1330, 210, 54))
    far = ((1440, 120, 40), (1240, 110, 34), (540, 130, 34))
    for index, (x, y, size) in enumerate((*near, *far)):
        sky_lamp(p, x, y, size, index)
    flowers(p, 15, 210, 560, 190, 92, 12, CHAMPA)
    flowers(p, 19, 90, 800, 130, 80, 7, ROSE_CHAMPA)


def pi_mai(p: QPainter) -> None:
    """A silver bowl of water with floating frangipani and golden shower flowers."""
    sky(p, 900, (mix(SKY, CREAM, 0.45), mix(JADE_PALE, CREAM, 0.4), mix(STRAW, CREAM, 0.3)))
    ridge(p, 261, 420, 60, mix(JADE_PALE, JADE, 0.3), grain=420, foot=JADE_PALE)
    mist(p, 95, 470, 20, CREAM, count=4)
    for index, x in enumerate((150, 330, 1250, 1420, 1540)):
        shower(p, x, -20, 330 + 90 * (index % 3), index)
    brocade(p, QRectF(0, 690, 1600, 230), mix(PLUM, INK, 0.15), (GOLD, ROSE, CREAM), 84)
    block(p, 0, 676, 1600, 16, GOLD)
    silver_bowl(p, 800, 800)
    for x, y, size, turn, colours in (
        (620, 440, 74, 10, CHAMPA),
        (790, 420, 84, 40, CHAMPA),
        (960, 446, 76, 22, ROSE_CHAMPA),
        (710, 486, 62, 5, ROSE_CHAMPA),
        (890, 492, 66, 60, CHAMPA),
    ):
        p.save()
        p.translate(x, y)
        p.scale(1, 0.62)
        frangipani(p, 0, 0, size, colours, turn=turn)
        p.restore()
    for x, y, size in ((380, 810, 70), (1240, 800, 78), (1330, 836, 54), (280, 846, 52)):
        frangipani(p, x, y, size, CHAMPA, turn=x)

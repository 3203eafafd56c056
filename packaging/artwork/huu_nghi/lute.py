"""Hữu Nghị: the lute whose tune is heard."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.cloth import brocade
from artwork.flowers import blossom_branch, petal_flower
from artwork.land import ridge, terraces
from artwork.moods import DAWN_ROCK, JADE_ROCK
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DAWN,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    MOSS,
    OCHRE,
    PEACH,
    RICE,
    ROSE,
    SKY,
    SOIL,
    STRAW,
    VERMILION,
    mix,
)
from artwork.rock import karst
from artwork.shape import area, block, disc, line, moved, oval
from artwork.tools import lute


def tinh_lute(p: QPainter) -> None:
    """A tính lute laid on a woven mat on a porch, a ring of little bells beside it."""
    sky(p, 460, (mix(SKY, CREAM, 0.25), CREAM, mix(DAWN, PEACH, 0.4)))
    sun(p, 360, 210, 72, mix(GOLD, mix(GOLD, BRICK, 0.3), 0.4), CREAM)
    karst(p, 431, 440, DAWN_ROCK.paler(0.4), count=12, high=260, half=96, dip=0.3)
    veil(p, 440, 80, CREAM)
    mist(p, 432, 404, 14, CREAM, count=4)
    karst(p, 435, 500, JADE_ROCK.paler(0.2), count=8, high=220, half=110, dip=0.8)
    ridge(p, 437, 480, 16, mix(JADE, MOSS, 0.4), grain=420, foot=MOSS, octaves=2)
    terraces(
        p, 67, 490, 640, (LEAF, RICE, mix(LEAF, MOSS, 0.5)), steps=7, swing=22, rim=MOSS, plots=5
    )
    wood = mix(SOIL, BARK, 0.25)
    for x in range(-20, 1640, 92):
        block(p, x, 404, 15, 176, mix(wood, INK, 0.15), 3)
        block(p, x + 10, 404, 5, 176, mix(wood, INK, 0.4))
    for y, high in ((392, 26), (566, 22)):
        block(p, -10, y, 1620, high, wood, 4)
        block(p, -10, y, 1620, 6, mix(wood, CREAM, 0.22), 3)
    block(p, 0, 588, 1600, 312, mix(wood, OCHRE, 0.35))
    for plank in range(13):
        x = -260 + plank * 180
        area(
            p,
            mix(wood, INK, 0.1),
            (x - 60, 900),
            (x + 130 - plank * 8, 588),
            (x + 134 - plank * 8, 588),
            (x - 50, 900),
        )
    p.save()
    p.translate(800, 752)
    p.shear(-0.35, 0)
    area(p, INK, (-560, 118), (560, 118), (560, 134), (-560, 134), alpha=0.25)
    brocade(p, QRectF(-560, -110, 1120, 230), mix(INDIGO, INK, 0.2), (VERMILION, JADE, CREAM), 62)
    for thread in range(30):
        level = -108 + thread * 7.7
        line(p, STRAW, 3, (-560, level), (-586, level + 3))
        line(p, STRAW, 3, (560, level), (586, level + 3))
    p.restore()
    oval(p, 610, 790, 130, 26, INK, 0.28)
    lute(p, 600, 742, 1.16, 66)
    bell_ring(p, 1130, 812, 1.0)
    blossom_branch(p, [(1640, 30), (1440, 110), (1250, 120), (1040, 200)], 24, 17)
    blossom_branch(p, [(1640, 250), (1530, 240), (1420, 290), (1330, 286)], 12, 23)
    for x, y, size in (
        (300, 690, 20),
        (402, 850, 26),
        (1350, 720, 22),
        (860, 858, 24),
        (1480, 846, 26),
    ):
        petal_flower(
            p, x, y, size, (mix(ROSE, CREAM, 0.45), ROSE, mix(VERMILION, GOLD, 0.3)), turn=x
        )


def bell_ring(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw the string of small brass bells shaken beside the lute, lying in a ring."""
    with moved(p, x, y, scale=scale):
        oval(p, 6, 10, 128, 44, INK, 0.25)
        points = [
            (-110, 0),
            (-70, -30),
            (0, -40),
            (76, -28),
            (112, 4),
            (66, 32),
            (-8, 38),
            (-76, 28),
            (-110, 0),
        ]
        line(p, VERMILION, 6, *points)
        for px, py in points[:-1]:
            disc(p, px, py + 3, 19, mix(OCHRE, INK, 0.35))
            disc(p, px, py, 18, GOLD)
            disc(p, px - 5, py - 5, 6, mix(GOLD, CREAM, 0.6))
            line(p, mix(OCHRE, INK, 0.5), 3.5, (px - 11, py + 6), (px, py + 9), (px + 11, py + 6))
        for strand in (-10, 0, 10):
            line(p, VERMILION, 5, (106, 2), (140, 18 + strand), (182, 26 + strand * 2.2))

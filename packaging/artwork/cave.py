"""A cave seen from within."""

from math import cos, pi, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.noise import between
from artwork.palette import INK, PLUM, SLATE, mix
from artwork.shape import Point, curve, fill, line, through


def cave_wall(p: QPainter, inset: float, tone: str, seed: int) -> None:
    """Draw one shell of a cave: all of the sheet but a broken arch.

    Args:
        p: painter in sheet units.
        inset: units this shell stands nearer than the furthest.
        tone: its ink.
        seed: series of chance.
    """
    shell = QPainterPath()
    shell.addRect(QRectF(-20, -20, 1640, 940))
    half, top = 560 + inset * 1.15, 130 - inset * 0.75
    points: list[Point] = []
    for step in range(37):
        angle = pi * step / 36
        shake = 1 + 0.09 * between(seed, step, -1, 1) + 0.05 * between(seed + 50, step // 3, -1, 1)
        rise = (660 - top) * abs(sin(angle)) ** 0.7
        points.append((800 - half * cos(angle) * shake, 660 - rise * shake))
    mouth = [(points[0][0] - 30, 930.0), *points, (points[-1][0] + 30, 930.0)]
    fill(p, shell.subtracted(through(mouth)), tone)


def stalactites(p: QPainter) -> None:
    """Draw stone hanging from the roof of the cave and standing on its floor."""
    for index in range(15):
        x = 60 + index * 108 + between(3, index, -30, 30)
        far = abs(x - 800) / 800
        long = between(4, index, 60, 150) + 230 * far
        _spike(p, x, -10, long + 10, between(5, index, 22, 44) + 20 * far)
        glint = ((x - 12, 0), (x - 5, long * 0.5), (x - 2, long * 0.9))
        line(p, mix(SLATE, PLUM, 0.5), 3, *glint, alpha=0.6)
    for x, high, wide in ((90, 260, 90), (220, 150, 60), (1500, 300, 100), (1370, 160, 60)):
        _spike(p, x, 910, -high, wide)


def _spike(p: QPainter, x: float, root: float, long: float, wide: float) -> None:
    sides = ((-1.0, 0.0), (-0.3, 0.5), (0.0, 1.0), (0.35, 0.5), (1.0, 0.0))
    shape = curve([(x + wide * across, root + long * down) for across, down in sides])
    fill(p, shape, mix(PLUM, INK, 0.87))

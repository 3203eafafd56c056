"""Weather: banks of clouds, rain, umbrellas, puddles."""

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.noise import between
from artwork.palette import BARK, CREAM, INK, mix
from artwork.shape import block, blot, disc, line, moved, oval, stroke, within
from artwork.sheet import WIDTH


def rain(
    p: QPainter, seed: int, top: float, bottom: float, colour: str, *, count: int, alpha: float
) -> None:
    """Draw slanting rain between two levels, near drops longer and thicker."""
    for index in range(count):
        s = seed * 59 + index
        near = between(s, 1, 0.3, 1.0)
        x, y = between(s, 2, -60, WIDTH + 120), between(s, 3, top, bottom)
        long = 46 * near
        line(p, colour, 1.0 + 1.5 * near, (x, y), (x - long * 0.3, y + long), alpha=alpha * near)


def umbrella(
    p: QPainter, x: float, y: float, wide: float, colour: str, *, lean: float = 0.0
) -> None:
    """Draw an open umbrella, the middle of its rim at (``x``, ``y``)."""
    with moved(p, x, y, turn=lean, scale=wide / 200):
        line(p, mix(BARK, INK, 0.4), 5, (0, -80), (0, 86))
        blot(
            p,
            colour,
            (-100, 0),
            (-92, -92, 0, -96),
            (92, -92, 100, 0),
            (76, -20, 50, 0),
            (26, -20, 0, 0),
            (-26, -20, -50, 0),
            (-76, -20, -100, 0),
        )
        blot(
            p,
            mix(colour, INK, 0.22),
            (0, -96),
            (40, -78, 50, 0),
            (76, -20, 100, 0),
            (92, -92, 0, -96),
        )
        blot(
            p,
            mix(colour, CREAM, 0.25),
            (0, -96),
            (-76, -76, -100, 0),
            (-78, -18, -62, -8),
            (-60, -70, 0, -96),
        )
        line(p, INK, 5, (0, -96), (0, -108))


def puddle(p: QPainter, x: float, y: float, half: float, water: str, glint: str) -> None:
    """Draw a puddle with rings where drops fall."""
    oval(p, x, y, half, half * 0.16, water)
    oval(p, x - half * 0.1, y - half * 0.02, half * 0.7, half * 0.09, glint, 0.35)
    for drop in range(3):
        at = x + half * (0.62 * drop - 0.6)
        for ring in (0.10, 0.19):
            wave = QPainterPath()
            wave.addEllipse(QPointF(at, y), half * ring, half * ring * 0.26)
            stroke(p, wave, glint, 1.3, 0.75)


def cloud_bank(p: QPainter, seed: int, level: float, colour: str) -> None:
    """Draw a long low bank of clouds with a scalloped upper edge, flat below."""
    above = QPainterPath()
    above.addRect(QRectF(-100, level - 90, 1800, 92))
    for index in range(3):
        s = seed * 7 + index
        left = between(s, 1, -100, 1300)
        long = between(s, 2, 320, 640)
        block(p, left, level - 11, long, 18, colour, 9)
        for puff in range(int(long / 56)):
            share = (puff + 0.5) / int(long / 56)
            tall = 26 * sin(pi * share) * between(s, 9 + puff, 0.6, 1.1) + 7
            with within(p, above):
                disc(p, left + long * share, level - 6, tall, colour)
        block(p, left - 60, level + 2, long + 60, 8, colour, 4)

"""Paper kites: a bird, a crescent with flutes, a diamond, a fish, a lantern star."""

from math import pi, sin

from PySide6.QtGui import QPainter

from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    GOLD,
    INDIGO,
    INK,
    JADE,
    OCHRE,
    PERSIMMON,
    PINE,
    ROSE,
    TEAL,
    VERMILION,
    mix,
)
from artwork.shape import area, blot, disc, line, moved, oval, ring_points


def _tail(p: QPainter, x: float, y: float, long: float, colour: str, *, lean: float = 0.3) -> None:
    points = [
        (x + long * lean * s / 6 + 13 * sin(pi * s / 1.5), y + long * s / 6) for s in range(7)
    ]
    line(p, colour, 4, *points)
    for step in range(1, 6):
        px, py = points[step]
        area(p, colour, (px - 12, py - 7), (px + 12, py + 7), (px + 12, py - 7), (px - 12, py + 7))


def bird_kite(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw a kite like a swallow with spread wings."""
    with moved(p, x, y, turn=-8, scale=scale):
        for side in (-1, 1):
            p.save()
            p.scale(side, 1)
            blot(p, INDIGO, (0, -30), (70, -78, 150, -40), (120, -24, 96, 14), (60, 0, 0, 24))
            blot(
                p,
                mix(INDIGO, CREAM, 0.35),
                (14, -22),
                (70, -54, 118, -32),
                (90, -18, 78, -4),
                (50, -10, 14, 8),
            )
            for spot in (44, 74, 102):
                disc(p, spot, -28, 6, VERMILION)
            area(p, VERMILION, (0, 40), (44, 108), (18, 96))
            p.restore()
        blot(p, INDIGO, (-18, -36), (0, -70, 18, -36), (22, 20, 0, 56), (-22, 20, -18, -36))
        oval(p, 0, -6, 9, 30, CREAM)
        for eye in (-6, 6):
            disc(p, eye, -44, 3.4, CREAM)


def flute_kite(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw a crescent kite carrying three bamboo flutes."""
    with moved(p, x, y, turn=6, scale=scale):
        for row, (base, tone) in enumerate(((0, BRICK), (44, PERSIMMON))):
            half = 128 - row * 36
            blot(
                p,
                tone,
                (-half, base - 26),
                (-half * 0.6, base + 26, 0, base + 24),
                (half * 0.6, base + 26, half, base - 26),
                (half * 0.4, base - 14, 0, base - 16),
                (-half * 0.4, base - 14, -half, base - 26),
            )
            line(p, GOLD, 4, (-half + 8, base - 22), (0, base + 5), (half - 8, base - 22))
        line(p, BARK, 4, (0, -76), (0, 66))
        for flute, (wide, level) in enumerate(((96, -64), (72, -48), (48, -34))):
            line(p, mix(OCHRE, CREAM, 0.1 * flute), 12, (-wide / 2, level), (wide / 2, level))
            for end in (-1, 1):
                line(p, BARK, 4, (end * wide / 2 - 3, level - 6), (end * wide / 2 - 3, level + 6))
        for side in (-46, 46):
            _tail(p, side, 60, 110, mix(PERSIMMON, GOLD, 0.4), lean=0.2)


def diamond_kite(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw the plain kite every child makes, with a long tail."""
    with moved(p, x, y, turn=14, scale=scale):
        area(p, GOLD, (0, -110), (82, -20), (0, -20))
        area(p, PERSIMMON, (0, -110), (-82, -20), (0, -20))
        area(p, PERSIMMON, (82, -20), (0, 116), (0, -20))
        area(p, mix(VERMILION, BRICK, 0.3), (-82, -20), (0, 116), (0, -20))
        line(p, BARK, 3, (0, -110), (0, 116))
        line(p, BARK, 3, (-82, -20), (82, -20))
        _tail(p, 0, 116, 170, VERMILION)


def fish_kite(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw a kite like a carp."""
    with moved(p, x, y, turn=-16, scale=scale):
        blot(
            p,
            TEAL,
            (-128, 0),
            (-84, -66, 20, -52),
            (70, -40, 96, -6),
            (140, -56, 158, -44),
            (138, -6, 156, 44),
            (130, 44, 96, 8),
            (60, 54, -10, 54),
            (-90, 56, -128, 0),
        )
        blot(
            p,
            mix(TEAL, CREAM, 0.5),
            (-120, 8),
            (-60, 46, 20, 40),
            (60, 30, 92, 4),
            (0, 14, -120, 8),
        )
        for row in range(3):
            for column in range(5 - row):
                disc(p, -50 + column * 28 + row * 14, -22 + row * 17, 12, mix(TEAL, PINE, 0.35))
                disc(p, -53 + column * 28 + row * 14, -23 + row * 17, 9, mix(TEAL, JADE, 0.6))
        blot(p, ROSE, (-20, -50), (10, -92, 52, -84), (36, -60, 40, -46))
        blot(p, ROSE, (-30, 52), (0, 84, 30, 82), (16, 62, 20, 50))
        disc(p, -92, -8, 11, CREAM)
        disc(p, -94, -8, 6, INK)


def star_kite(p: QPainter, x: float, y: float, scale: float) -> None:
    """Draw a kite like a round lantern flower of eight points."""
    with moved(p, x, y, turn=8, scale=scale):
        for ring, tone in ((104, JADE), (84, CREAM), (66, ROSE), (40, GOLD)):
            outer, inner = ring_points(0, 0, ring, 8), ring_points(0, 0, ring * 0.66, 8, pi / 8)
            area(p, tone, *[one for pair in zip(outer, inner, strict=True) for one in pair])
        disc(p, 0, 0, 15, BRICK)
        for side in (-34, 34):
            _tail(p, side, 84, 130, mix(JADE, PINE, 0.3), lean=0.16)

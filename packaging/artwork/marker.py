"""The stone that stands on a border, the same on either: plain, without a letter."""

from PySide6.QtGui import QPainter

from artwork.noise import between
from artwork.palette import CREAM, INK, MOSS, SLATE, STONE, mix
from artwork.shape import area, blot, line, moved, oval


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

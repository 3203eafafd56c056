"""Stalls and parasols."""

from PySide6.QtGui import QPainter

from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    GOLD,
    LEAF,
    OCHRE,
    PEACH,
    PERSIMMON,
    SOIL,
    VERMILION,
    mix,
)
from artwork.shape import area, block, blot, disc, oval


def awning(p: QPainter, x: float, y: float, wide: float, colour: str) -> None:
    """Draw a far market stall under a striped awning."""
    pale = mix(colour, PEACH, 0.45)
    for post in (0.06, 0.92):
        block(p, x + wide * post, y, 8, 230, mix(pale, BARK, 0.4))
    for strip in range(8):
        w = wide / 8
        tone = pale if strip % 2 else mix(CREAM, PEACH, 0.3)
        area(
            p,
            tone,
            (x + strip * w, y),
            (x + (strip + 1) * w, y),
            (x + (strip + 1) * w, y + 56),
            (x + strip * w, y + 56),
        )
        oval(p, x + (strip + 0.5) * w, y + 56, w / 2, 15, tone)
    block(p, x + 8, y + 170, wide - 16, 80, mix(pale, BARK, 0.3))
    for index in range(7):
        disc(
            p,
            x + 40 + index * (wide - 80) / 6,
            y + 162,
            20,
            (GOLD, PERSIMMON, LEAF)[index % 3],
            0.75,
        )


def parasol(p: QPainter, x: float, y: float, wide: float) -> None:
    """Draw a great market parasol on its pole."""
    block(p, x - 6, y - 60, 12, 460, mix(BARK, SOIL, 0.4))
    half = wide / 2
    for panel in range(6):
        left, right = x - half + panel * wide / 6, x - half + (panel + 1) * wide / 6
        blot(
            p,
            (VERMILION, GOLD)[panel % 2] if panel in range(4) else (BRICK, OCHRE)[panel % 2],
            (x, y - 200),
            ((x + left * 2) / 3, y - 130, left, y),
            ((left + right) / 2, y + 34, right, y),
            ((x + right * 2) / 3, y - 130, x, y - 200),
        )
    disc(p, x, y - 204, 11, BARK)

"""A freight yard: containers, the gantry crane that lifts them, long sheds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QPainter

from artwork.palette import CREAM, DEEP, GOLD, INK, OCHRE, PERSIMMON, SLATE, STONE, STRAW, mix
from artwork.shape import area, block, disc, line

LONG: Final = 150.0
HIGH: Final = 54.0
"""Units of a container at ``scale`` 1."""


def container(p: QPainter, x: float, y: float, colour: str, scale: float = 1.0) -> None:
    """Draw a ribbed container, its lower left corner at (``x``, ``y``)."""
    long, high = LONG * scale, HIGH * scale
    block(p, x, y - high, long, high, colour, 2)
    for rib in range(13):
        at = x + (rib + 1) * long / 14
        block(p, at, y - high + 5 * scale, 3 * scale, high - 10 * scale, mix(colour, INK, 0.18))
    block(p, x, y - high, long, 4 * scale, mix(colour, CREAM, 0.4))
    block(p, x, y - 5 * scale, long, 5 * scale, mix(colour, INK, 0.4))
    block(p, x + long - 8 * scale, y - high, 8 * scale, high, mix(colour, INK, 0.3))
    block(p, x, y - high, 5 * scale, high, mix(colour, CREAM, 0.2))


def stack(
    p: QPainter, x: float, y: float, rows: Sequence[Sequence[str]], scale: float = 1.0
) -> None:
    """Draw containers piled up; ``rows`` are inks from the ground upwards."""
    for level, row in enumerate(rows):
        for place, colour in enumerate(row):
            container(
                p, x + place * (LONG + 5) * scale, y - level * (HIGH + 1) * scale, colour, scale
            )


def gantry(p: QPainter, x: float, base: float, wide: float, high: float, load: str) -> None:
    """Draw a gantry crane on rails, holding a container of the ink ``load``."""
    steel, dark = mix(GOLD, PERSIMMON, 0.35), mix(OCHRE, INK, 0.45)
    for side in (x, x + wide):
        for lean in (-34, 34):
            area(
                p,
                steel if lean < 0 else dark,
                (side - 7, base - high),
                (side + 7, base - high),
                (side + lean + 8, base - 12),
                (side + lean - 8, base - 12),
            )
        block(p, side - 50, base - 22, 100, 14, dark, 4)
        block(p, side - 26, base - high * 0.46, 52, 9, dark)
        for wheel in (-38, -14, 14, 38):
            disc(p, side + wheel, base - 7, 8, INK)
    block(p, x - 90, base - high - 26, wide + 180, 30, steel, 3)
    block(p, x - 90, base - high - 2, wide + 180, 8, dark)
    for step in range(int((wide + 180) / 34)):
        left = x - 88 + step * 34
        line(
            p,
            dark,
            2.4,
            (left, base - high),
            (left + 17, base - high - 24),
            (left + 34, base - high),
        )
    hook = x + wide * 0.52
    block(p, hook - 46, base - high - 42, 92, 20, dark, 4)
    block(p, hook + 60, base - high + 6, 44, 40, mix(DEEP, SLATE, 0.4), 5)
    block(p, hook + 66, base - high + 14, 30, 18, mix(STRAW, CREAM, 0.5), 3)
    drop = base - high + high * 0.30
    for rope in (-44, -30, 30, 44):
        line(p, INK, 2, (hook + rope, base - high), (hook + rope, drop))
    block(p, hook - 70, drop, 140, 9, dark, 3)
    container(p, hook - LONG / 2, drop + 9 + HIGH, load)


def shed(p: QPainter, x: float, base: float, wide: float, high: float, roof: str) -> None:
    """Draw a long storehouse with a low roof and doors for lorries."""
    wall = mix(CREAM, STONE, 0.3)
    block(p, x, base - high, wide, high, wall)
    block(p, x + wide * 0.82, base - high, wide * 0.18, high, mix(wall, SLATE, 0.25))
    area(
        p,
        roof,
        (x - 14, base - high + 6),
        (x + wide * 0.06, base - high * 1.42),
        (x + wide * 0.94, base - high * 1.42),
        (x + wide + 14, base - high + 6),
    )
    for seam in range(int(wide / 26)):
        left = x + wide * 0.06 + seam * wide * 0.88 / int(wide / 26)
        line(
            p,
            mix(roof, INK, 0.2),
            1.5,
            (left, base - high * 1.42),
            (left + (left - x - wide / 2) * 0.12, base - high + 6),
        )
    for door in range(int(wide / 110)):
        left = x + 26 + door * 110
        block(p, left, base - high * 0.66, 64, high * 0.66, mix(DEEP, SLATE, 0.5), 2)
        for slat in range(4):
            block(p, left, base - high * 0.6 + slat * high * 0.15, 64, 2.5, mix(SLATE, CREAM, 0.3))

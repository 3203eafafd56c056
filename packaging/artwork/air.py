"""Sky and weather: sun, stars, mist, veils of distance, birds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from artwork.noise import between, chance
from artwork.palette import ink
from artwork.shape import disc, ground, wash
from artwork.sheet import WIDTH

MIST_ROUND: Final = 2600.0
"""Units after which drifting mist comes round again."""


def mist(
    p: QPainter,
    seed: int,
    level: float,
    spread: float,
    colour: str,
    *,
    count: int = 4,
    alpha: float = 0.85,
    shift: float = 0.0,
) -> None:
    """Draw bands of mist as woodblock prints do: long, level, stepping into one another.

    Args:
        p: painter in sheet units.
        seed: series of chance.
        level: where they lie.
        spread: units above and below it they may lie.
        colour: their ink.
        count: groups of bands.
        alpha: opacity of the densest, 0..1.
        shift: units they have drifted; they come round again after ``MIST_ROUND``.
    """
    p.setPen(Qt.PenStyle.NoPen)
    for index in range(count):
        s = seed * 17 + index
        long = between(s, 1, 300, 640)
        thick = between(s, 2, 8, 15)
        x = (between(s, 3, 0, MIST_ROUND) + shift) % MIST_ROUND - 900
        y = level + between(s, 4, -1, 1) * spread
        p.setBrush(ink(colour, alpha * between(s, 5, 0.7, 1.0)))
        starts = (0.0, between(s, 6, 0.2, 0.5), between(s, 7, -0.35, 0.1))
        for row, (start, length) in enumerate(zip(starts, (1.0, 0.9, 0.6), strict=True)):
            band = thick * (1 - 0.18 * row)
            box = QRectF(x + start * long, y + row * thick * 0.98, long * length, band)
            p.drawRoundedRect(box, band / 2, band / 2)


def veil(p: QPainter, level: float, high: float, colour: str, *, alpha: float = 1.0) -> None:
    """Draw air that thickens over ``high`` units down to ``level``: it parts two layers."""
    wash(p, level - high, level, [(colour, 0.0), (colour, alpha)])


def sky(p: QPainter, level: float, stops: Sequence[str]) -> None:
    """Draw the sky down to the horizon ``level``, the last of ``stops`` filling all below."""
    ground(p, stops[-1])
    wash(p, 0, level, [(colour, 1.0) for colour in stops])


def sun(p: QPainter, x: float, y: float, radius: float, colour: str, halo: str) -> None:
    """Draw a sun or moon with three flat rings of glow around it."""
    for step in (3, 2, 1):
        disc(p, x, y, radius * (1 + 0.42 * step), halo, 0.16)
    disc(p, x, y, radius, colour)


def glow(
    p: QPainter, x: float, y: float, radius: float, colour: str, *, alpha: float = 0.10
) -> None:
    """Draw lamp light as flat rings, each smaller and so brighter."""
    for step in (4, 3, 2, 1):
        disc(p, x, y, radius * step / 4, colour, alpha)


def stars(p: QPainter, seed: int, bottom: float, colour: str, *, count: int = 90) -> None:
    """Draw stars above the level ``bottom``."""
    for index in range(count):
        s = seed * 23 + index
        size = 0.8 + 2.0 * chance(s, 1) ** 3
        y = bottom * chance(s, 3) ** 1.2
        disc(p, WIDTH * chance(s, 2), y, size, colour, between(s, 4, 0.4, 1.0))

"""Lotus: the flower and its leaves on the water."""

from math import cos, pi, sin

from PySide6.QtGui import QPainter

from artwork.noise import between
from artwork.palette import CREAM, DEEP, GOLD, JADE, LEAF, MOSS, PINE, ROSE, VERMILION, mix
from artwork.shape import blot, line, moved, oval
from artwork.trees import leaf


def lotus(p: QPainter, x: float, y: float, size: float, *, stalk: float = 0.0) -> None:
    """Draw an open lotus on its stalk; its heart is at (``x``, ``y`` - ``stalk``).

    Args:
        p: painter in sheet units.
        x: of the stalk.
        y: where the stalk meets the water.
        size: heart to petal tip.
        stalk: units above the water.
    """
    pink, pale, deep = mix(ROSE, CREAM, 0.25), mix(ROSE, CREAM, 0.62), mix(ROSE, VERMILION, 0.3)
    line(
        p,
        mix(MOSS, PINE, 0.4),
        size * 0.09,
        (x, y),
        (x + size * 0.05, y - stalk * 0.5),
        (x, y - stalk),
    )
    oval(p, x, y, size * 0.3, size * 0.05, DEEP, 0.25)
    with moved(p, x, y - stalk, scale=size / 100):
        for turn in (-158, -22, -140, -40):
            leaf(p, 0, 8, 104, 30, turn, deep, mix(deep, PINE, 0.12))
        for turn in (-118, -62, -90):
            leaf(p, 0, 4, 108, 34, turn, pink, mix(pink, deep, 0.5))
        oval(p, 0, -22, 22, 14, GOLD)
        for turn in (-138, -42, -112, -68):
            leaf(p, 0, 16, 88, 34, turn, pale, mix(pale, pink, 0.7))
        leaf(p, 0, 18, 78, 36, -90, mix(pale, CREAM, 0.4), pale)


def lotus_leaf(p: QPainter, x: float, y: float, half: float, seed: int) -> None:
    """Draw a round leaf lying on the water, ``half`` units from heart to rim."""
    tone = mix(mix(LEAF, MOSS, between(seed, 1, 0.2, 0.9)), JADE, between(seed, 2, 0.1, 0.5))
    flat = 0.3
    oval(p, x, y + half * 0.06, half, half * flat, mix(DEEP, PINE, 0.5), 0.5)
    oval(p, x, y, half, half * flat, mix(tone, PINE, 0.35))
    oval(p, x - half * 0.02, y - half * 0.02, half * 0.95, half * flat * 0.94, tone)
    for rib in range(9):
        angle = 2 * pi * (rib + between(seed, 3, 0, 1)) / 9
        tip = (x + half * 0.86 * cos(angle), y + half * 0.86 * flat * sin(angle))
        line(p, mix(tone, CREAM, 0.3), 1.2 + half / 90, (x, y), tip, alpha=0.7)
    notch = 2 * pi * between(seed, 4, 0, 1)
    blot(
        p,
        mix(tone, CREAM, 0.22),
        (x, y),
        (
            x + half * 0.5 * cos(notch),
            y + half * 0.5 * flat * sin(notch),
            x + half * 0.7 * cos(notch + 0.3),
            y + half * 0.7 * flat * sin(notch + 0.3),
        ),
        (x + half * 0.3 * cos(notch + 0.8), y + half * 0.3 * flat * sin(notch + 0.8), x, y),
        alpha=0.5,
    )

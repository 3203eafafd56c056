"""Flowers and what bears them."""

from math import cos, pi, sin

from PySide6.QtGui import QPainter

from artwork.noise import between
from artwork.palette import (
    BARK,
    CREAM,
    FOREST,
    GOLD,
    LEAF,
    MOSS,
    OCHRE,
    ROSE,
    STRAW,
    VERMILION,
    mix,
)
from artwork.shape import blot, curve, disc, line, moved, oval, stroke
from artwork.trees import leaf


def petal_flower(
    p: QPainter,
    x: float,
    y: float,
    size: float,
    colours: tuple[str, str, str],
    *,
    turn: float = 0.0,
    petals: int = 5,
) -> None:
    """Draw an open flower of round petals.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of its middle.
        size: middle to petal tip.
        colours: petal, petal in shade, heart.
        turn: degrees.
        petals: how many.
    """
    colour, shade, heart = colours
    with moved(p, x, y, turn=turn, scale=size / 100):
        for step in range(petals):
            with moved(p, 0, 0, turn=360 * step / petals):
                oval(p, 0, -58, 40, 46, shade)
                oval(p, -4, -60, 34, 41, colour)
        disc(p, 0, 0, 20, heart)
        for step in range(9):
            angle = 2 * pi * step / 9
            line(
                p, heart, 2.5, (8 * cos(angle), 8 * sin(angle)), (38 * cos(angle), 38 * sin(angle))
            )
            disc(p, 40 * cos(angle), 40 * sin(angle), 4.5, heart)


def frangipani(
    p: QPainter,
    x: float,
    y: float,
    size: float,
    colours: tuple[str, str, str],
    *,
    turn: float = 0.0,
) -> None:
    """Draw a frangipani (champa) flower: five petals laid over one another like a pinwheel.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of its middle.
        size: middle to petal tip.
        colours: petal, petal in shade, heart.
        turn: degrees.
    """
    colour, shade, heart = colours
    with moved(p, x, y, turn=turn, scale=size / 100):
        for step in range(5):
            with moved(p, 0, 0, turn=72 * step):
                blot(p, colour, (0, 0), (-62, -38, -52, -100, -4, -102), (40, -96, 34, -40, 0, 0))
                blot(p, shade, (0, 0), (34, -40, 40, -96, -4, -102), (20, -84, 20, -40, 0, 0))
                blot(
                    p,
                    heart,
                    (0, 0),
                    (-26, -20, -22, -50, -6, -56),
                    (10, -46, 14, -22, 0, 0),
                    alpha=0.9,
                )


def flowers(
    p: QPainter,
    seed: int,
    x: float,
    y: float,
    spread: float,
    size: float,
    count: int,
    colours: tuple[str, str, str],
) -> None:
    """Draw a spray of frangipani with its long leaves around (``x``, ``y``)."""
    for index in range(7):
        turn = -90 + (index - 3) * 42 + between(seed, index, -10, 10)
        leaf(p, x, y, spread * 1.9, spread * 0.36, turn, MOSS, FOREST)
    for index in range(count):
        angle, reach = index * 2.39996 + seed, spread * (index / count) ** 0.5
        frangipani(
            p,
            x + reach * cos(angle),
            y + reach * sin(angle) * 0.8,
            size * between(seed + 2, index, 0.8, 1.1),
            colours,
            turn=between(seed + 3, index, 0, 72),
        )


def blossom_branch(p: QPainter, points: list[tuple[float, float]], thick: float, seed: int) -> None:
    """Draw a branch in flower along ``points``, ``thick`` units at its root."""
    limb = curve(points)
    for step in range(40):
        part = [limb.pointAtPercent(min(1.0, (step + s * 0.5) / 40)) for s in range(4)]
        stroke(p, curve([(q.x(), q.y()) for q in part]), BARK, thick * (1 - 0.85 * step / 40))
    for index in range(26):
        at = limb.pointAtPercent(between(seed, index, 0.18, 1.0))
        x, y = (
            at.x() + between(seed + 1, index, -46, 46),
            at.y() + between(seed + 2, index, -40, 40),
        )
        if index % 4 == 0:
            disc(p, x, y, 11, ROSE)
            disc(p, x - 3, y - 3, 7, mix(ROSE, CREAM, 0.4))
            continue
        petal_flower(
            p,
            x,
            y,
            between(seed + 3, index, 28, 46),
            (mix(ROSE, CREAM, 0.45), ROSE, mix(VERMILION, GOLD, 0.3)),
            turn=between(seed + 4, index, 0, 72),
        )
    for index in range(10):
        at = limb.pointAtPercent(between(seed + 6, index, 0.3, 1.0))
        leaf(p, at.x(), at.y(), 54, 12, between(seed + 7, index, -160, 20), LEAF, MOSS)


def shower(p: QPainter, x: float, y: float, long: float, seed: int) -> None:
    """Draw a hanging raceme of golden shower (dok khoun) blossom."""
    limb = curve(
        [
            (x, y),
            (x + between(seed, 1, -30, 30), y + long * 0.5),
            (x + between(seed, 2, -20, 20), y + long),
        ]
    )
    stroke(p, limb, MOSS, 4)
    for index in range(34):
        share = index / 33
        at = limb.pointAtPercent(share)
        reach = 58 * (1 - share) + 8
        size = 24 * (1 - share) + 8
        px, py = (
            at.x() + between(seed + 3, index, -reach, reach),
            at.y() + between(seed + 4, index, -14, 14),
        )
        for turn in range(5):
            oval(
                p,
                px + size * 0.55 * cos(turn * 1.257),
                py + size * 0.55 * sin(turn * 1.257),
                size * 0.52,
                size * 0.46,
                GOLD if index % 3 else STRAW,
            )
        disc(p, px, py, size * 0.26, OCHRE)

"""Lamps of silk and paper, hanging, standing, rising and afloat."""

from PySide6.QtGui import QPainter

from artwork.air import glow
from artwork.noise import between
from artwork.palette import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    MOSS,
    OCHRE,
    PERSIMMON,
    ROSE,
    STRAW,
    VERMILION,
    mix,
)
from artwork.shape import block, blot, fill, line, moved, outline, oval, within
from artwork.trees import leaf


def lantern(
    p: QPainter, x: float, y: float, size: float, *, colour: str = VERMILION, lit: float = 0.0
) -> None:
    """Draw a hanging silk lantern, ``size`` units across; ``lit`` 0..1 is its glow."""
    if lit > 0:
        glow(p, x, y, size * 2.1, mix(colour, GOLD, 0.6), alpha=0.10 * lit)
    with moved(p, x, y, scale=size / 100):
        line(p, INK, 3, (0, -66), (0, -40))
        oval(p, 0, 0, 50, 42, colour)
        oval(p, 0, 0, 34, 42, mix(colour, GOLD, 0.22 + 0.3 * lit))
        oval(p, 0, 0, 17, 42, mix(colour, GOLD, 0.4 + 0.4 * lit))
        block(p, -20, -47, 40, 9, OCHRE, 2)
        block(p, -20, 38, 40, 9, OCHRE, 2)
        for step in range(-2, 3):
            line(p, mix(colour, OCHRE, 0.5), 2.4, (step * 5, 46), (step * 6, 78))


def lamp_post(
    p: QPainter,
    x: float,
    base: float,
    high: float,
    *,
    lit: float = 0.0,
    colour: str = INK,
    arm: int = 1,
) -> None:
    """Draw a post with a lantern on its arm.

    Args:
        p: painter in sheet units.
        x: of the post.
        base: level of its foot.
        high: foot to top.
        lit: 0..1, the lantern's glow.
        colour: of the post.
        arm: 1 points right, -1 left.
    """
    line(p, colour, high * 0.028, (x, base), (x, base - high))
    reach = high * 0.2 * arm
    top = ((x, base - high * 0.98), (x + reach / 2, base - high * 1.03))
    line(p, colour, high * 0.022, *top, (x + reach, base - high * 0.98))
    lantern(p, x + reach, base - high * 0.84, high * 0.2, lit=lit)


def sky_lamp(p: QPainter, x: float, y: float, size: float, seed: int) -> None:
    """Draw a paper lamp rising with its own flame."""
    glow(p, x, y, size * 2.0, GOLD, alpha=0.07)
    with moved(p, x, y, turn=between(seed, 1, -7, 7), scale=size / 100):
        shell = outline(
            (-44, 62), (-70, -20, -56, -84, 0, -88), (56, -84, 70, -20, 44, 62), (0, 76, -44, 62)
        )
        fill(p, shell, mix(PERSIMMON, GOLD, 0.4))
        with within(p, shell):
            oval(p, -6, 44, 50, 66, mix(GOLD, CREAM, 0.45))
            oval(p, -4, 62, 26, 36, CREAM)
        line(p, BRICK, 5, (-44, 62), (0, 76), (44, 62))


def float_lamp(p: QPainter, x: float, y: float, size: float) -> None:
    """Draw a lotus lamp floating on the river, its light below it."""
    glow(p, x, y - size * 0.3, size * 2.2, GOLD, alpha=0.06)
    for step in range(4):
        oval(
            p,
            x,
            y + size * (0.5 + step * 0.42),
            size * (0.62 - step * 0.11),
            size * 0.09,
            GOLD,
            0.5 - step * 0.1,
        )
    with moved(p, x, y, scale=size / 100):
        for turn in (-58, 58, -30, 30, 0):
            leaf(
                p,
                0,
                14,
                84,
                24,
                turn - 90,
                ROSE if turn else mix(ROSE, CREAM, 0.4),
                mix(ROSE, BRICK, 0.5),
            )
        blot(p, STRAW, (0, 4), (-22, -24, -6, -46, 0, -66), (6, -46, 22, -24, 0, 4))
        oval(p, 0, 16, 66, 14, mix(MOSS, INK, 0.3))

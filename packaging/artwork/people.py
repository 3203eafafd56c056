"""Travellers with luggage, dancers hand in hand, strollers who really walk."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtGui import QPainter

from artwork.palette import BARK, CREAM, GOLD, INK, SLATE, SOIL, STRAW, VERMILION, mix
from artwork.shape import Point, area, block, blot, disc, line, moved, oval

SKIN: Final = mix(SOIL, STRAW, 0.45)
HAIR: Final = mix(BARK, INK, 0.55)


def guest(
    p: QPainter,
    x: float,
    y: float,
    scale: float,
    *,
    cloth: str,
    case: str | None = None,
    pack: str | None = None,
    hat: str | None = None,
    skirt: bool = False,
) -> None:
    """Draw somebody standing in a queue, seen from behind, 110 units tall at ``scale`` 1.

    Args:
        p: painter in sheet units.
        x: of the feet.
        y: of the feet.
        scale: 1 is 110 units tall.
        cloth: ink of the coat.
        case: ink of a wheeled case on the right; None: none.
        pack: ink of a rucksack; None: none.
        hat: ink of a round hat; None: bare head.
        skirt: whether the coat is long.
    """
    dark = mix(cloth, INK, 0.5)
    with moved(p, x, y, scale=scale):
        oval(p, 4, 0, 26, 4, INK, 0.25)
        area(p, dark, (-12, -46), (-11, 0), (-2, 0), (0, -38), (3, 0), (12, 0), (12, -46))
        hem = -20 if skirt else -40
        blot(p, cloth, (-15, -82), (0, -90, 15, -82), (19, hem), (-19, hem))
        line(p, mix(cloth, INK, 0.18), 8, (-15, -78), (-21, -60), (-18, -44))
        line(p, mix(cloth, INK, 0.18), 8, (15, -78), (22, -60), (23, -46))
        disc(p, 0, -97, 10.5, HAIR)
        if skirt:
            blot(p, HAIR, (-9, -98), (-11, -76, 0, -72), (11, -76, 9, -98))
        if hat is not None:
            oval(p, 0, -100, 21, 5.5, hat)
            blot(p, hat, (-11, -100), (-11, -114, 0, -115), (11, -114, 11, -100))
        if pack is not None:
            block(p, -13, -82, 26, 36, pack, 8)
            block(p, -9, -64, 18, 15, mix(pack, INK, 0.25), 4)
        if case is not None:
            _case(p, case)


def _case(p: QPainter, colour: str) -> None:
    line(p, SLATE, 2.4, (25, -46), (35, -40))
    block(p, 27, -42, 27, 38, colour, 5)
    for rib in (34, 43):
        block(p, rib, -38, 3, 30, mix(colour, INK, 0.25))
    for wheel in (32, 49):
        disc(p, wheel, -2, 3.4, INK)


def stroller(
    p: QPainter,
    x: float,
    y: float,
    scale: float,
    stride: float,
    *,
    cloth: str,
    legs: str,
    hat: str | None = None,
) -> None:
    """Draw somebody walking to the left, 110 units tall at ``scale`` 1.

    Args:
        p: painter in sheet units.
        x: of the middle.
        y: of the ground.
        scale: 1 is 110 units tall; below zero the figure walks to the right.
        stride: where in a pair of steps, in turns; whole numbers are the same picture.
        cloth: ink of the coat.
        legs: ink of the trousers.
        hat: ink of a conical hat; None: bare head.
    """
    swing = sin(2 * pi * stride)
    lift = 2.2 * abs(cos(2 * pi * stride))
    with moved(p, x, y, scale=abs(scale)):
        if scale < 0:
            p.scale(-1, 1)
        oval(p, 0, 0, 24, 3.6, INK, 0.3)
        for side, tone in ((-1, mix(legs, INK, 0.3)), (1, legs)):
            reach = side * swing * 19
            knee = (reach * 0.42 - 3, -22 - lift)
            line(p, tone, 9, (0, -44 - lift), knee, (reach, -4 - max(0.0, -side * swing) * 2))
        for side, tone in ((-1, mix(cloth, INK, 0.3)),):
            line(
                p,
                tone,
                7,
                (0, -76 - lift),
                (-side * swing * 9, -58 - lift),
                _hand(side, swing, lift),
            )
        blot(p, cloth, (-12, -82 - lift), (0, -88 - lift, 12, -82 - lift), (14, -38), (-14, -38))
        line(
            p,
            mix(cloth, INK, 0.15),
            7,
            (1, -76 - lift),
            (-swing * 8, -58 - lift),
            _hand(1, swing, lift),
        )
        disc(p, -1, -95 - lift, 9.5, SKIN)
        blot(
            p,
            HAIR,
            (8, -88 - lift),
            (13, -104 - lift, -2, -106 - lift),
            (-10, -104 - lift, -9, -98 - lift),
        )
        if hat is not None:
            peak = -116 - lift
            blot(
                p,
                hat,
                (-25, -94 - lift),
                (-4, -105 - lift, 0, peak),
                (6, -105 - lift, 26, -94 - lift),
            )


def _hand(side: int, swing: float, lift: float) -> tuple[float, float]:
    return -side * swing * 17 - 3, -46 - lift


def dancer(
    p: QPainter,
    x: float,
    y: float,
    scale: float,
    *,
    cloth: str,
    sash: str,
    hands: tuple[Point, Point],
) -> None:
    """Draw a dancer in a long skirt whose hands hold the neighbours'.

    Args:
        p: painter in sheet units.
        x: of the feet.
        y: of the feet.
        scale: 1 is 112 units tall.
        cloth: ink of the dress.
        sash: ink of belt and headscarf.
        hands: where the left and the right hand are, in sheet units.
    """
    with moved(p, x, y, scale=scale):
        oval(p, 0, 0, 26, 4, INK, 0.3)
        for side, (hx, hy) in zip((-1, 1), hands, strict=True):
            hand = ((hx - x) / scale, (hy - y) / scale)
            elbow = ((side * 9 + hand[0]) / 2, (-80 + hand[1]) / 2 + 9)
            line(p, cloth, 8, (side * 9, -82), elbow, hand)
            disc(p, *hand, 4.5, SKIN)
        left = (-22, -6), (-10, -56)
        blot(
            p, cloth, (-12, -86), (0, -92, 12, -86), (10, -56), (22, -6), (0, 2, *left[0]), left[1]
        )
        line(p, sash, 4, (-19, -12), (0, -7), (19, -12))
        block(p, -11, -61, 22, 6, sash, 2)
        disc(p, 0, -100, 10, SKIN)
        scarf = ((-13, -114, 0, -115), (13, -114, 12, -99), (0, -106, -12, -99))
        blot(p, mix(cloth, INK, 0.3), (-12, -99), *scarf)
        line(p, sash, 3, (-12, -103), (0, -108), (12, -103))


def fire(p: QPainter, x: float, base: float, size: float) -> None:
    """Draw a bonfire, ``size`` units tall, on crossed logs."""
    with moved(p, x, base, scale=size / 200):
        for turn in (-22, 20, -6):
            with moved(p, 0, -8, turn=turn):
                block(p, -84, -9, 168, 19, mix(BARK, INK, 0.3), 8)
        blot(
            p,
            VERMILION,
            (-64, -14),
            (-86, -92, -22, -120),
            (-36, -170, 8, -214),
            (6, -160, 42, -138),
            (94, -84, 62, -14),
            (0, 8, -64, -14),
        )
        blot(
            p,
            mix(VERMILION, GOLD, 0.5),
            (-44, -12),
            (-58, -74, -10, -100),
            (-14, -136, 14, -162),
            (16, -118, 36, -100),
            (66, -60, 42, -12),
            (0, 6, -44, -12),
        )
        blot(
            p,
            GOLD,
            (-26, -10),
            (-34, -52, -2, -72),
            (0, -92, 8, -108),
            (14, -76, 24, -62),
            (40, -36, 24, -10),
            (0, 4, -26, -10),
        )
        blot(p, CREAM, (-10, -8), (-14, -30, 2, -50), (18, -28, 10, -8), (0, 0, -10, -8))

"""What is met at sea: sailing junks, fishing boats, a lighthouse."""

from PySide6.QtGui import QPainter

from artwork.air import glow
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    GOLD,
    INK,
    OCHRE,
    PERSIMMON,
    SLATE,
    SOIL,
    STONE,
    STRAW,
    mix,
)
from artwork.shape import area, block, blot, disc, fill, line, moved, outline, oval, within


def junk(p: QPainter, x: float, y: float, scale: float, *, sail: str, hull: str = BARK) -> None:
    """Draw a junk under three battened sails, 260 units long at ``scale`` 1.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of the waterline.
        scale: 1 is 260 units long.
        sail: ink of the sails.
        hull: ink of the hull.
    """
    deck = mix(hull, OCHRE, 0.4)
    with moved(p, x, y, scale=scale):
        for mast, high, wide in ((-74, 150, 62), (6, 232, 92), (88, 128, 50)):
            line(p, mix(hull, INK, 0.4), 4.5, (mast, -20), (mast + 2, -high - 16))
            _batten_sail(p, mast, high, wide, sail)
        block(p, 56, -62, 62, 36, deck, 3)
        block(p, 50, -68, 76, 9, mix(hull, INK, 0.3), 4)
        for pane in (64, 82, 100):
            block(p, pane, -56, 11, 16, mix(STRAW, GOLD, 0.4), 2)
        blot(
            p,
            hull,
            (-142, -46),
            (-104, 8, -30, 8),
            (60, 8),
            (116, 8, 134, -48),
            (70, -26, 0, -26),
            (-80, -26, -142, -46),
        )
        rail = ((-138, -42), (-80, -25), (0, -21), (70, -24), (132, -45))
        line(p, deck, 5, *rail)
        line(p, mix(hull, INK, 0.35), 4, (-112, -12), (0, -5), (116, -13))


def _batten_sail(p: QPainter, mast: float, high: float, wide: float, colour: str) -> None:
    shade = mix(colour, BRICK, 0.4)
    foot, head = -44.0, -high
    shape = outline(
        (mast - wide * 0.30, foot),
        (mast - wide * 0.26, head + high * 0.12),
        (mast - wide * 0.02, head - 8),
        (mast + wide * 0.72, head * 0.74, mast + wide * 0.70, foot - 6),
        (mast + wide * 0.2, foot + 6, mast - wide * 0.30, foot),
    )
    fill(p, shape, colour)
    with within(p, shape):
        area(
            p,
            mix(colour, CREAM, 0.22),
            (mast - wide, foot + 10),
            (mast - wide, head - 20),
            (mast - wide * 0.02, head - 20),
            (mast + wide * 0.08, foot + 10),
        )
        for step in range(1, 7):
            share = step / 7
            y = head + (foot - head) * share
            left, right = (mast - wide * 0.34, y + 4), (mast + wide * 0.8, y - high * 0.05)
            line(p, shade, 3, left, right)


def fishing_boat(
    p: QPainter, x: float, y: float, scale: float, *, hull: str, band: str = CREAM
) -> None:
    """Draw a wooden fishing boat with a wheelhouse astern, 180 units long at ``scale`` 1."""
    with moved(p, x, y, scale=scale):
        line(p, INK, 3, (-30, -24), (-30, -112))
        line(p, INK, 2, (-30, -108), (-88, -34))
        line(p, INK, 2, (-30, -108), (54, -62))
        line(p, mix(OCHRE, BARK, 0.4), 4, (-30, -54), (-84, -92))
        block(p, 26, -64, 48, 46, band, 4)
        block(p, 20, -70, 60, 9, mix(hull, INK, 0.3), 3)
        for pane in (33, 54):
            block(p, pane, -56, 13, 14, mix(SLATE, INK, 0.4), 2)
        blot(
            p,
            hull,
            (-106, -50),
            (-82, 6, -40, 7),
            (62, 7),
            (88, 7, 92, -28),
            (10, -16, -30, -24),
            (-70, -30, -106, -50),
        )
        line(p, band, 4, (-102, -46), (-66, -27), (-20, -20), (40, -20), (90, -26))


def lighthouse(p: QPainter, x: float, base: float, scale: float, *, lit: float = 0.0) -> None:
    """Draw a white lighthouse with a keeper's house, 300 units tall at ``scale`` 1."""
    wall, shade = CREAM, mix(STONE, SLATE, 0.25)
    with moved(p, x, base, scale=scale):
        glow(p, 0, -276, 120, GOLD, alpha=0.12 * lit)
        block(p, 40, -58, 104, 60, mix(wall, STONE, 0.15))
        area(p, mix(BRICK, PERSIMMON, 0.25), (30, -56), (52, -92), (134, -92), (154, -56))
        for pane in (58, 92, 122):
            block(p, pane, -42, 14, 22, mix(SLATE, INK, 0.3), 2)
        area(p, wall, (-38, 0), (-23, -238), (23, -238), (38, 0))
        area(p, shade, (12, 0), (7, -238), (23, -238), (38, 0), alpha=0.75)
        for top, bottom in ((-206, -164), (-112, -66)):
            half_top, half_bottom = 38 + top * 0.063, 38 + bottom * 0.063
            area(
                p,
                BRICK,
                (-half_top, top),
                (half_top, top),
                (half_bottom, bottom),
                (-half_bottom, bottom),
            )
            area(
                p,
                mix(BRICK, INK, 0.3),
                (half_top * 0.3, top),
                (half_top, top),
                (half_bottom, bottom),
                (half_bottom * 0.32, bottom),
            )
        block(p, -34, -248, 68, 12, mix(SLATE, INK, 0.4), 3)
        for post in (-30, -15, 0, 15, 28):
            line(p, mix(SLATE, INK, 0.3), 2.2, (post, -248), (post, -264))
        line(p, mix(SLATE, INK, 0.3), 2.6, (-33, -264), (33, -264))
        block(p, -16, -288, 32, 40, mix(STRAW, GOLD, 0.5), 3)
        for bar in (-16, -2, 12):
            block(p, bar, -288, 4, 40, mix(SLATE, INK, 0.4))
        blot(p, mix(BRICK, INK, 0.2), (-24, -286), (-20, -312, 0, -318), (20, -312, 24, -286))
        disc(p, 0, -320, 5, INK)
        block(p, -9, -34, 18, 34, mix(SOIL, BARK, 0.5), 8)
        for sill in (-190, -140, -90):
            oval(p, 0, sill, 5, 8, mix(SLATE, INK, 0.4))

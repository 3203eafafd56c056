"""Tiled roofs, gates and the houses beside them."""

from PySide6.QtGui import QPainter

from artwork.air import glow
from artwork.cloth import diamonds
from artwork.lanterns import lantern
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DEEP,
    GOLD,
    INK,
    MOSS,
    OCHRE,
    PAPER,
    PERSIMMON,
    PINE,
    SLATE,
    STONE,
    STRAW,
    TEAL,
    mix,
)
from artwork.shape import block, blot, curve, disc, fill, line, moved, outline, stroke, within


def swept_roof(
    p: QPainter, x: float, y: float, wide: float, high: float, tile: str, trim: str
) -> None:
    """Draw a tiled roof with upturned corners.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of its eaves.
        wide: eave to eave.
        high: eaves to ridge.
        tile: ink of the tiles.
        trim: ink of ridge and eaves.
    """
    half = wide / 2
    top, tips, droop = y - high, y - high * 0.22, y + high * 0.10
    body = outline(
        (x - half, tips),
        (x - half * 0.72, y - high * 0.18, x - half * 0.56, top),
        (x + half * 0.56, top),
        (x + half * 0.72, y - high * 0.18, x + half, tips),
        (x + half * 0.7, droop, x, droop),
        (x - half * 0.7, droop, x - half, tips),
    )
    fill(p, body, tile)
    with within(p, body):
        _tiles(p, x, y, wide, high, mix(tile, INK, 0.28))
    edge = ((-1.0, -0.22), (-0.6, 0.05), (0.0, 0.11), (0.6, 0.05), (1.0, -0.22))
    line(p, trim, high * 0.085, *[(x + half * across, y + high * down) for across, down in edge])
    block(p, x - half * 0.6, y - high * 1.1, wide * 0.6, high * 0.15, trim, high * 0.05)
    for side in (-half, half):
        curl = (x + side * 0.68, y - high * 1.1, x + side * 0.70, y - high * 1.42)
        back = (x + side * 0.60, y - high * 1.2, x + side * 0.5, top)
        blot(p, trim, (x + side * 0.56, y - high * 1.08), curl, back)


def _tiles(p: QPainter, x: float, y: float, wide: float, high: float, colour: str) -> None:
    count = int(wide / 9)
    for step in range(count):
        foot = x + wide * ((step + 0.5) / count - 0.5)
        top = x + (foot - x) * 0.56
        middle = ((top + foot) / 2, y - high * 0.42)
        line(p, colour, 1.6, (top, y - high), middle, (foot, y + high * 0.2))


def gate(
    p: QPainter, x: float, base: float, scale: float, *, stone: str = STONE, tile: str = BRICK
) -> None:
    """Draw a stone gate of three arches under swept roofs, 400 units wide at ``scale`` 1."""
    shade, light = mix(stone, INK, 0.3), mix(stone, CREAM, 0.45)
    with moved(p, x, base, scale=scale):
        block(p, -200, -150, 400, 150, stone)
        block(p, -92, -212, 184, 212, stone)
        _courses(p, 8, 200, shade, 0)
        _courses(p, 3, 92, shade, 8)
        block(p, -200, -150, 108, 10, light)
        block(p, 92, -150, 108, 10, shade)
        block(p, -92, -212, 184, 10, light)
        block(p, 70, -202, 22, 202, shade)
        block(p, 186, -140, 14, 140, shade)
        for middle, half, tall in ((0, 44, 128), (-146, 26, 84), (146, 26, 84)):
            arch = outline((middle - half, 0), (middle - half, half - tall))
            arch.arcTo(middle - half, -tall, half * 2, half * 2, 180, -180)
            arch.lineTo(middle + half, 0)
            fill(p, arch, mix(stone, CREAM, 0.75))
            stroke(p, arch, shade, 4)
        for side in (-146, 146):
            swept_roof(p, side, -150, 150, 40, tile, shade)
        swept_roof(p, 0, -212, 270, 58, tile, shade)
        block(p, -46, -178, 92, 26, mix(tile, INK, 0.2), 3)
        block(p, -41, -173, 82, 16, GOLD, 2)


def _courses(p: QPainter, rows: int, half: float, colour: str, lowest: int) -> None:
    for row in range(lowest, lowest + rows):
        y = -row * 19.0
        line(p, colour, 1.1, (-half, y), (half, y), alpha=0.35)
        for step in range(-7, 8):
            joint = step * 29.0 + (14 if row % 2 else 0)
            if abs(joint) < half:
                line(p, colour, 1.1, (joint, y), (joint, y - 19), alpha=0.35)


def border_gate(p: QPainter, x: float, base: float, scale: float) -> None:
    """Draw a modern road gate: a wide swept canopy on four columns over the lanes."""
    wall, shade = CREAM, mix(STONE, SLATE, 0.2)
    with moved(p, x, base, scale=scale):
        for column in (-300, -104, 78, 274):
            block(p, column, -150, 26, 152, wall)
            block(p, column + 16, -150, 10, 152, shade)
            block(p, column - 6, -12, 38, 14, shade)
        for booth in (-210, 180):
            block(p, booth - 34, -74, 68, 74, mix(TEAL, DEEP, 0.3), 4)
            block(p, booth - 26, -64, 52, 30, mix(STRAW, CREAM, 0.4), 2)
        blot(
            p,
            BRICK,
            (-380, -176),
            (-180, -176, 0, -252),
            (180, -176, 380, -176),
            (352, -146),
            (-352, -146),
        )
        edge = curve([(-380, -176), (-180, -186), (0, -252), (180, -186), (380, -176)])
        stroke(p, edge, mix(BRICK, INK, 0.3), 8)
        block(p, -352, -148, 704, 14, GOLD)
        diamonds(p, -340, -148, 680, 14, (BRICK, CREAM), 20)


def gatehouse(p: QPainter, x: float, base: float, scale: float, *, lit: float = 1.0) -> None:
    """Draw a small watch house with a lamp under its eaves, 150 units wide at ``scale`` 1."""
    wall = mix(SLATE, INK, 0.35)
    with moved(p, x, base, scale=scale):
        glow(p, -96, -116, 150, GOLD, alpha=0.11 * lit)
        block(p, -62, -120, 124, 120, wall)
        block(p, 22, -120, 40, 120, mix(wall, INK, 0.4))
        block(p, -48, -98, 56, 50, mix(PERSIMMON, STRAW, 0.75), 3)
        block(p, -22, -98, 4, 50, wall)
        block(p, -48, -76, 56, 4, wall)
        block(p, 28, -84, 26, 84, mix(wall, INK, 0.6))
        swept_roof(p, 0, -118, 206, 50, mix(BRICK, INK, 0.45), INK)
        line(p, INK, 3, (-96, -128), (-96, -120))
        disc(p, -96, -110, 13, STRAW)
        disc(p, -96, -110, 8, CREAM)


def courtyard_house(p: QPainter, x: float, eaves: float) -> None:
    """Draw the front of a house: lattice doors under a deep tiled roof, lanterns at both ends."""
    wall, pane = mix(PAPER, OCHRE, 0.25), mix(GOLD, CREAM, 0.35)
    block(p, x - 260, eaves - 12, 520, 190, wall)
    block(p, x + 120, eaves - 12, 140, 190, mix(wall, BARK, 0.25))
    for door in (-176, -106, -36, 34):
        block(p, x + door, eaves + 30, 64, 150, mix(BARK, BRICK, 0.35), 2)
        for row in range(4):
            for column in range(3):
                block(p, x + door + 6 + column * 18, eaves + 38 + row * 24, 15, 20, pane)
    swept_roof(p, x, eaves, 700, 120, mix(SLATE, PINE, 0.4), mix(SLATE, INK, 0.5))
    for side in (-220, 160):
        lantern(p, x + side, eaves + 70, 66, lit=0.5)


def first_aid(p: QPainter, x: float, y: float, size: float) -> None:
    """Draw a first-aid sign: a white cross on green, ``size`` units a side."""
    block(p, x - size / 2, y - size / 2, size, size, CREAM, size * 0.12)
    block(
        p,
        x - size * 0.44,
        y - size * 0.44,
        size * 0.88,
        size * 0.88,
        mix(MOSS, PINE, 0.35),
        size * 0.08,
    )
    block(p, x - size * 0.10, y - size * 0.3, size * 0.2, size * 0.6, CREAM)
    block(p, x - size * 0.3, y - size * 0.10, size * 0.6, size * 0.2, CREAM)

"""Fruit, seedlings and the baskets they travel in."""

from math import cos, sin

from PySide6.QtGui import QPainter

from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    GOLD,
    LEAF,
    MOSS,
    OCHRE,
    PERSIMMON,
    PLUM,
    ROSE,
    VERMILION,
    mix,
)
from artwork.shape import (
    area,
    block,
    blot,
    curve,
    disc,
    fill,
    line,
    moved,
    outline,
    oval,
    stroke,
    within,
)
from artwork.trees import leaf


def basket(p: QPainter, x: float, y: float, wide: float, high: float, colour: str = OCHRE) -> None:
    """Draw a woven bamboo basket standing at (``x``, ``y``), its mouth ``wide`` units across."""
    left, top, dark = x - wide / 2, y - high, mix(colour, BARK, 0.28)
    body = outline(
        (left, top),
        (x - wide * 0.46, y - high * 0.2, x - wide * 0.34, y),
        (x + wide * 0.34, y),
        (x + wide * 0.46, y - high * 0.2, x + wide / 2, top),
    )
    fill(p, body, colour)
    with within(p, body):
        for row in range(int(high / 12)):
            for column in range(row % 2, int(wide / 16) + 1, 2):
                block(p, left + column * 16, top + row * 12, 15, 10, dark, 3)
        block(p, x + wide * 0.22, top, wide * 0.3, high, mix(colour, BARK, 0.22))
    oval(p, x, top, wide / 2, wide * 0.075, mix(colour, BARK, 0.6))
    rim = ((left, top), (x, top + wide * 0.085), (x + wide / 2, top))
    line(p, mix(colour, CREAM, 0.35), 7, *rim)


def fruit_basket(p: QPainter, x: float, y: float, wide: float, fruit: str) -> None:
    """Draw a basket heaped with one kind of fruit: ``dragon``, ``orange`` or ``lychee``."""
    size = {"dragon": 38.0, "orange": 27.0, "lychee": 19.0}[fruit]
    basket(p, x, y, wide, 120)
    rows = int(110 / size) + 1
    for row in range(rows):
        half = wide * 0.46 * (1 - (row / (rows + 0.6)) ** 1.6)
        count = max(2, int(2 * half / (size * 1.55)))
        for index in range(count):
            fx = x - half + size * 0.7 + index * (2 * half - size * 1.4) / (count - 1)
            _round_fruit(p, fx, y - 124 - row * size * 0.95, size, fruit)


def _round_fruit(p: QPainter, x: float, y: float, size: float, fruit: str) -> None:
    if fruit == "dragon":
        dragon_fruit(p, x, y - size * 0.3, size)
        return
    light, dark = (GOLD, PERSIMMON) if fruit == "orange" else (VERMILION, BRICK)
    disc(p, x, y, size, dark)
    disc(p, x - size * 0.16, y - size * 0.18, size * 0.74, light)
    leaf(p, x, y - size * 0.7, size * 0.8, size * 0.24, -30, MOSS, MOSS)


def plaited_rim(p: QPainter, x: float, y: float, wide: float) -> None:
    """Draw the plaited front rim of a great basket."""
    rim = curve([(x - wide / 2, y), (x, y + 62), (x + wide / 2, y)])
    stroke(p, rim, mix(OCHRE, BARK, 0.35), 30)
    for step in range(44):
        at = rim.pointAtPercent((step + 0.5) / 44)
        leaf(p, at.x() - 9, at.y() + 8, 28, 7, -40, mix(OCHRE, CREAM, 0.4), OCHRE)


def bananas(p: QPainter, x: float, y: float) -> None:
    """Draw two hands of bananas, one behind the other."""
    inner = ((22, 176), (-6, 128, 2, 60, 19, -4))
    for row, (shift, tone) in enumerate(((0, mix(GOLD, OCHRE, 0.4)), (16, mix(GOLD, LEAF, 0.08)))):
        for index in range(5):
            with moved(p, x + shift, y + shift * 2, turn=34 - index * 17 - row * 6):
                blot(p, tone, (-15, -4), (-62, 60, -46, 150, 12, 190), *inner)
                blot(p, mix(tone, OCHRE, 0.6), (6, -4), (-24, 60, -20, 130, 16, 182), *inner)
                disc(p, 16, 184, 7, BARK)
    stalk = ((x - 10, y - 60), (x + 26, y - 60), (x + 36, y + 22), (x - 12, y + 22))
    area(p, mix(LEAF, BARK, 0.35), *stalk)


def mango(p: QPainter, x: float, y: float, size: float, turn: float) -> None:
    """Draw a ripe mango."""
    with moved(p, x, y, turn=turn, scale=size / 100):
        body = outline(
            (-86, 4),
            (-84, -60, 10, -78, 70, -36),
            (104, -8, 92, 34, 56, 46),
            (0, 66, -84, 60, -86, 4),
        )
        fill(p, body, GOLD)
        with within(p, body):
            oval(p, 40, -50, 90, 60, PERSIMMON, 0.8)
            oval(p, -10, 60, 110, 40, OCHRE, 0.7)
            oval(p, -40, -16, 24, 12, CREAM, 0.5)
        disc(p, -84, 2, 8, BARK)


def dragon_fruit(p: QPainter, x: float, y: float, size: float) -> None:
    """Draw a dragon fruit with its green scales."""
    pink = mix(ROSE, VERMILION, 0.55)
    with moved(p, x, y, scale=size / 100):
        for turn in (-118, -100, -84, -64):
            leaf(p, 0, -70, 96, 16, turn, LEAF, MOSS)
        oval(p, 0, 0, 84, 100, pink)
        oval(p, 22, 10, 56, 84, mix(pink, PLUM, 0.3))
        oval(p, -16, -12, 52, 72, mix(pink, ROSE, 0.4))
        for row, level in enumerate((-52, -8, 38)):
            for side in (-54, -14, 28, 60):
                leaf(p, side + row * 5, level, 52, 13, -112 + side * 0.5, LEAF, MOSS)


def seedling(p: QPainter, x: float, y: float, turn: float) -> None:
    """Draw a young tree growing out of a basket."""
    tip = (x + 250 * cos(turn * 0.01745), y + 250 * sin(turn * 0.01745))
    stem = curve([(x, y), ((x + tip[0]) / 2 + 10, (y + tip[1]) / 2), tip])
    stroke(p, stem, MOSS, 8)
    for index in range(8):
        at = stem.pointAtPercent(0.25 + 0.75 * index / 7)
        side = 54 if index % 2 else -54
        leaf(p, at.x(), at.y(), 96, 22, turn + side, LEAF, MOSS)

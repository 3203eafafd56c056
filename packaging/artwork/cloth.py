"""Woven cloth and what is made of it."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.palette import BARK, BRICK, CREAM, GOLD, INK, JADE, PLUM, SOIL, TEAL, VERMILION, mix
from artwork.shape import area, block, curve, fill, line, outline, oval, stroke, through, within


def diamonds(
    p: QPainter, x: float, y: float, wide: float, high: float, inks: tuple[str, ...], cell: float
) -> None:
    """Draw a brocade band of nested diamonds, ``cell`` units each, outermost ink first."""
    count = max(1, round(wide / cell))
    step = wide / count
    for index in range(count):
        middle = x + step * (index + 0.5)
        for ring, colour in enumerate(inks):
            share = 1 - ring / len(inks)
            a, b = step / 2 * share, high / 2 * share
            area(
                p,
                colour,
                (middle - a, y + high / 2),
                (middle, y + high / 2 - b),
                (middle + a, y + high / 2),
                (middle, y + high / 2 + b),
            )


def zigzag(
    p: QPainter,
    x: float,
    y: float,
    wide: float,
    high: float,
    colour: str,
    cell: float,
    thick: float,
) -> None:
    """Draw a woven zigzag line, ``cell`` units from tooth to tooth."""
    count = max(2, round(wide / cell) * 2)
    points = [(x + wide * step / count, y + (high if step % 2 else 0)) for step in range(count + 1)]
    stroke(p, through(points, closed=False), colour, thick)


def brocade(p: QPainter, box: QRectF, base: str, inks: tuple[str, str, str], cell: float) -> None:
    """Draw a length of woven cloth: diamonds between zigzags and stripes.

    Args:
        p: painter in sheet units.
        box: where; its longer side is the weft.
        base: ink of the ground.
        inks: of the pattern, outermost first.
        cell: size of one diamond.
    """
    x, y, wide, high = box.x(), box.y(), box.width(), box.height()
    area = QPainterPath()
    area.addRect(box)
    with within(p, area):
        block(p, x, y, wide, high, base)
        rows = max(1, round(high / (cell * 1.9)))
        row = high / rows
        for index in range(rows):
            top = y + index * row
            block(p, x, top + row * 0.04, wide, row * 0.05, inks[0])
            zigzag(p, x, top + row * 0.14, wide, row * 0.10, inks[1], cell * 0.5, row * 0.028)
            diamonds(
                p, x, top + row * 0.30, wide, row * 0.52, (inks[0], base, inks[1], inks[2]), cell
            )
            zigzag(p, x, top + row * 0.86, wide, row * 0.10, inks[2], cell * 0.5, row * 0.028)


_NAGA_RISE: Final = (0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5, -5, -4, -3, -2, -1)
"""How many knots the serpent stands above its middle, pick by pick."""

_KNOT: Final = 14.0


def naga(p: QPainter, right: float, y: float, colour: str, fine: str) -> None:
    """Draw a stepped water serpent across the cloth, head to the left, as a loom would weave it."""
    dark, crest = mix(PLUM, INK, 0.3), mix(colour, VERMILION, 0.45)
    for step in range(98):
        x, level = right - step * _KNOT, y + _NAGA_RISE[step % len(_NAGA_RISE)] * _KNOT
        block(p, x, level - 28, _KNOT, 56, colour)
        block(p, x, level - 7, _KNOT, 14, fine if step % 2 else dark)
        block(p, x, level + 21, _KNOT, 7, mix(colour, BRICK, 0.4))
        if step % 4 in {0, 1}:
            block(p, x, level - 42, _KNOT, 14, crest)
    head = right - 104 * _KNOT
    for ring, tone in enumerate((colour, dark, fine, dark, VERMILION)):
        for row in range(-8, 9):
            wide = (8 - ring * 1.6 - abs(row)) * _KNOT
            if wide > 0:
                block(p, head - wide, y + row * _KNOT - 7, 2 * wide, _KNOT, tone)
    for hook in (-1, 0, 1):
        for step in range(4):
            x = head + (4 * hook + step * 0.5) * _KNOT
            top = y - (7.5 - abs(hook) * 2.5 + step) * _KNOT
            block(p, x, top, _KNOT, _KNOT * 1.5, crest)


def motif(p: QPainter, x: float, y: float) -> None:
    """Draw a small woven flower between the serpents."""
    for dx, dy in ((0, -2), (0, 2), (-2, 0), (2, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)):
        block(p, x + dx * 12 - 6, y + dy * 12 - 6, 12, 12, mix(JADE, CREAM, 0.3))
    block(p, x - 6, y - 6, 12, 12, VERMILION)


def shuttle(p: QPainter, x: float, y: float) -> None:
    """Draw a weaver's shuttle lying on the cloth."""
    body = curve(
        [
            (x - 190, y + 40),
            (x - 90, y + 8),
            (x + 90, y + 2),
            (x + 190, y + 24),
            (x + 90, y + 62),
            (x - 90, y + 66),
        ],
        closed=True,
    )
    fill(p, body.translated(6, 12), INK, 0.35)
    fill(p, body, mix(SOIL, BARK, 0.3))
    oval(p, x, y + 34, 96, 19, mix(BARK, INK, 0.4))
    oval(p, x, y + 34, 84, 13, VERMILION)
    line(p, VERMILION, 3, (x + 60, y + 34), (x + 260, y + 50), (x + 560, y + 20))


def shoulder_bag(p: QPainter, x: float, base: float) -> None:
    """Draw a woven shoulder bag with tassels, its strap looped behind it."""
    dark = mix(PLUM, INK, 0.3)
    loop = ((-150, 330), (-190, 520), (0, 610), (180, 520), (150, 330))
    strap = curve([(x + across, base - up) for across, up in loop])
    for colour, wide in ((dark, 40), (VERMILION, 26), (GOLD, 6)):
        stroke(p, strap, colour, wide)
    body = outline(
        (x - 190, base - 350),
        (x + 190, base - 350),
        (x + 215, base - 160, x + 205, base - 60, x + 170, base),
        (x - 170, base),
        (x - 205, base - 60, x - 215, base - 160, x - 190, base - 350),
    )
    with within(p, body):
        box = QRectF(x - 220, base - 360, 440, 370)
        brocade(p, box, mix(PLUM, INK, 0.25), (VERMILION, GOLD, CREAM), 66)
        fold = ((x + 110, base - 360), (x + 230, base - 360), (x + 230, base), (x + 130, base))
        area(p, INK, *fold, alpha=0.22)
    block(p, x - 196, base - 366, 392, 26, mix(PLUM, INK, 0.5), 8)
    for step in range(12):
        tassel = x - 160 + step * 29
        line(p, (VERMILION, GOLD, TEAL)[step % 3], 9, (tassel, base), (tassel + 3, base + 44))

"""Papers and money: nameless, without words, arms or portraits."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.palette import BARK, BRICK, CREAM, GOLD, INK, PINE, mix
from artwork.shape import block, curve, disc, line, moved, oval, ring_points, stroke


def passport(p: QPainter, x: float, y: float, wide: float, turn: float, colour: str) -> None:
    """Draw a closed passport: a plain cover with a globe of fine lines, no state's arms."""
    high = wide * 1.4
    with moved(p, x, y, turn=turn):
        block(p, -wide / 2 + 8, -high / 2 + 9, wide, high, INK, 10)
        block(p, -wide / 2 + 5, -high / 2 + 5, wide, high, CREAM, 10)
        block(p, -wide / 2, -high / 2, wide, high, colour, 10)
        block(p, -wide / 2, -high / 2, wide * 0.07, high, mix(colour, INK, 0.35), 6)
        radius = wide * 0.25
        for share in (0.0, 0.38, 0.75):
            ring = QPainterPath()
            ring.addEllipse(QPointF(0, -high * 0.1), radius * (1 - share), radius)
            stroke(p, ring, GOLD, 2.6)
        for level in (-0.5, 0.0, 0.5):
            half = radius * (1 - level * level) ** 0.5
            line(
                p,
                GOLD,
                2.6,
                (-half, -high * 0.1 + radius * level),
                (half, -high * 0.1 + radius * level),
            )
        for row, long in ((0.28, 0.52), (0.35, 0.34)):
            block(p, -wide * long / 2, high * row, wide * long, wide * 0.035, GOLD, 3)


def paper(
    p: QPainter, x: float, y: float, wide: float, turn: float, *, tint: str = CREAM, lines: int = 7
) -> None:
    """Draw a form: ruled lines that are no words, a photo field, a round stamp mark."""
    high = wide * 1.32
    with moved(p, x, y, turn=turn):
        block(p, -wide / 2 + 6, -high / 2 + 8, wide, high, mix(BARK, INK, 0.4), 3)
        block(p, -wide / 2, -high / 2, wide, high, tint, 3)
        grey = mix(tint, PINE, 0.4)
        block(p, wide * 0.16, -high * 0.42, wide * 0.24, wide * 0.3, mix(tint, PINE, 0.22), 2)
        disc(p, wide * 0.28, -high * 0.42 + wide * 0.12, wide * 0.06, grey)
        block(p, wide * 0.2, -high * 0.42 + wide * 0.2, wide * 0.16, wide * 0.1, grey, 8)
        for row in range(lines):
            long = 0.44 if row in {0, 1} else (0.8 if row % 3 else 0.62)
            block(
                p,
                -wide * 0.4,
                -high * 0.36 + row * high * 0.105,
                wide * long,
                wide * 0.022,
                grey,
                2,
            )
        ring = QPainterPath()
        ring.addEllipse(QPointF(wide * 0.22, high * 0.33), wide * 0.12, wide * 0.12)
        stroke(p, ring, mix(BRICK, tint, 0.2), 3.4)
        disc(p, wide * 0.22, high * 0.33, wide * 0.05, mix(BRICK, tint, 0.3))


def banknote(p: QPainter, x: float, y: float, wide: float, turn: float, colour: str) -> None:
    """Draw a nameless banknote: a frame, a rosette and fine waves, no words and no portrait."""
    high = wide * 0.46
    with moved(p, x, y, turn=turn):
        block(p, -wide / 2 + 3, -high / 2 + 5, wide, high, mix(colour, INK, 0.5), 5)
        block(p, -wide / 2, -high / 2, wide, high, mix(colour, CREAM, 0.62), 5)
        for row in range(9):
            level = -high * 0.36 + row * high * 0.09
            wave = [
                (-wide * 0.44 + s * wide * 0.088, level + (5 if s % 2 else -5)) for s in range(11)
            ]
            stroke(p, curve(wave), mix(colour, CREAM, 0.35), 1.4)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(-wide * 0.46, -high * 0.4, wide * 0.92, high * 0.8), 4, 4)
        stroke(p, frame, colour, 3)
        for px, py in ring_points(0, 0, high * 0.15, 8):
            disc(p, px, py, high * 0.14, colour, 0.75)
        disc(p, 0, 0, high * 0.15, mix(colour, CREAM, 0.7))
        for side in (-1, 1):
            disc(p, side * wide * 0.34, 0, high * 0.13, mix(colour, CREAM, 0.2))


def coin(
    p: QPainter, x: float, y: float, radius: float, colour: str = GOLD, flat: float = 1.0
) -> None:
    """Draw a coin with a plain milled rim; ``flat`` below 1 lays it down."""
    edge = mix(colour, BARK, 0.45)
    oval(p, x, y + radius * 0.16, radius, radius * flat, edge)
    oval(p, x, y, radius, radius * flat, colour)
    oval(p, x, y, radius * 0.78, radius * 0.78 * flat, mix(colour, BARK, 0.22))
    oval(p, x - radius * 0.03, y - radius * 0.03, radius * 0.72, radius * 0.72 * flat, colour)
    for px, py in ring_points(x, y, radius * 0.36, 6):
        oval(
            p, px, y + (py - y) * flat, radius * 0.13, radius * 0.13 * flat, mix(colour, BARK, 0.3)
        )

"""Clocks, lutes, drums, balances, bowls and cups."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from artwork.cloth import diamonds, zigzag
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    GOLD,
    INDIGO,
    INK,
    OCHRE,
    RIVER,
    SKY,
    SLATE,
    STONE,
    STRAW,
    mix,
)
from artwork.papers import coin
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
    ring_points,
    stroke,
    through,
    within,
)


def clock(
    p: QPainter, x: float, y: float, radius: float, hour: float, *, rim: str, hand: str
) -> None:
    """Draw the rim, marks and hands of a clock over whatever is drawn inside.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of its middle.
        radius: of the outer rim.
        hour: time shown, 0..12.
        rim: ink of the rim.
        hand: ink of marks and hands.
    """
    ring = QPainterPath()
    ring.addEllipse(QPointF(x, y), radius, radius)
    stroke(p, ring, rim, radius * 0.075)
    for mark in range(12):
        angle = 2 * pi * mark / 12
        inner, thick = (0.76, 0.036) if mark % 3 == 0 else (0.83, 0.018)
        root = (x + radius * inner * sin(angle), y - radius * inner * cos(angle))
        end = (x + radius * 0.9 * sin(angle), y - radius * 0.9 * cos(angle))
        line(p, hand, radius * thick, root, end)
    for turn, long, thick in ((hour / 12, 0.46, 0.058), (hour % 1, 0.7, 0.036)):
        angle = 2 * pi * turn
        tip = (x + radius * long * sin(angle), y - radius * long * cos(angle))
        tail = (x - radius * 0.12 * sin(angle), y + radius * 0.12 * cos(angle))
        line(p, hand, radius * thick, tail, tip)
    disc(p, x, y, radius * 0.055, hand)
    disc(p, x, y, radius * 0.022, rim)


def lute(p: QPainter, x: float, y: float, scale: float, turn: float) -> None:
    """Draw a tính lute: a gourd body and a long thin neck, 620 units long at ``scale`` 1."""
    with moved(p, x, y, turn=turn, scale=scale):
        block(p, -11, -520, 22, 450, BARK, 4)
        block(p, 3, -520, 8, 450, mix(BARK, INK, 0.4), 3)
        blot(
            p,
            mix(BARK, BRICK, 0.3),
            (-12, -516),
            (-30, -560, -20, -600, 8, -612),
            (26, -600, 16, -560, 12, -516),
        )
        for peg, side in ((-548, -1), (-572, 1)):
            block(p, -34 if side < 0 else 8, peg, 28, 9, OCHRE, 4)
        disc(p, 6, 10, 98, mix(OCHRE, BARK, 0.5))
        disc(p, 0, 0, 98, OCHRE)
        disc(p, 0, 0, 80, STRAW)
        disc(p, 10, 10, 70, mix(STRAW, OCHRE, 0.25))
        disc(p, 0, 0, 68, STRAW)
        for px, py in ring_points(0, -6, 34, 8):
            disc(p, px, py, 5, BARK)
        disc(p, 0, -6, 10, BARK)
        block(p, -24, 46, 48, 9, BARK, 3)
        for string in (-5, 5):
            line(p, CREAM, 1.8, (string, 50), (string * 0.8, -540))


def drum_face(p: QPainter, x: float, y: float, radius: float, bronze: str, dark: str) -> None:
    """Draw the face of a bronze drum: a star of twelve rays, flying birds, toothed bands."""
    disc(p, x, y, radius, dark)
    disc(p, x, y, radius * 0.975, bronze)
    for share in (0.93, 0.84, 0.62, 0.52, 0.36):
        ring = QPainterPath()
        ring.addEllipse(QPointF(x, y), radius * share, radius * share)
        stroke(p, ring, dark, radius * 0.012)
    for band, count in ((0.885, 72), (0.57, 44)):
        for px, py in ring_points(x, y, radius * band, count):
            disc(p, px, py, radius * 0.018, dark)
    outer = ring_points(x, y, radius * 0.33, 12)
    inner = ring_points(x, y, radius * 0.11, 12, pi / 12)
    area(p, dark, *[point for pair in zip(outer, inner, strict=True) for point in pair])
    disc(p, x, y, radius * 0.10, dark)
    for step in range(14):
        with moved(p, x, y, turn=360 * step / 14):
            crane(p, 0, -radius * 0.73, radius * 0.11, dark)
    for px, py in ring_points(x, y, radius * 0.44, 24):
        disc(p, px, py, radius * 0.026, dark)
        disc(p, px, py, radius * 0.012, bronze)


def crane(p: QPainter, x: float, y: float, size: float, colour: str) -> None:
    """Draw the long-billed bird of the bronze drums, flying left."""
    above, below = ((-150, -4), (-60, -16), (-30, -20), (20, -14)), ((30, 14), (-30, 8), (-64, 0))
    with moved(p, x, y, scale=size / 100):
        area(p, colour, *above, (110, 30), *below)
        area(p, colour, (-14, -14), (30, -62), (58, -50), (34, -4))
        area(p, colour, (-60, -14), (-44, -44), (-30, -18))


def balance(p: QPainter, x: float, base: float) -> None:
    """Draw a brass balance in equilibrium: coins in one pan, a weight in the other."""
    brass, dark = GOLD, mix(OCHRE, BARK, 0.5)
    oval(p, x, base - 6, 120, 20, dark)
    oval(p, x, base - 16, 112, 18, brass)
    block(p, x - 9, base - 420, 18, 404, brass, 6)
    block(p, x + 2, base - 420, 7, 404, dark, 4)
    disc(p, x, base - 430, 26, brass)
    disc(p, x, base - 430, 12, dark)
    top, back = (x, base - 440, x + 250, base - 372), (x, base - 410, x - 250, base - 372)
    blot(p, brass, (x - 250, base - 372), top, back)
    for step in range(5):
        coin(p, x - 290 + step * 22, base - 200 - (step % 2) * 14, 27, flat=0.5)
    weight = ((206, 190), (216, 250), (276, 250), (286, 190))
    area(p, dark, *[(x + across, base - up) for across, up in weight])
    disc(p, x + 246, base - 258, 14, dark)
    for hook in (x - 246, x + 246):
        _pan(p, hook, base, brass, dark)


def _pan(p: QPainter, x: float, base: float, brass: str, dark: str) -> None:
    chain = through([(x - 92, base - 190), (x, base - 374), (x + 92, base - 190)], closed=False)
    stroke(p, chain, dark, 3.4)
    blot(p, brass, (x - 108, base - 192), (x, base - 112, x + 108, base - 192))
    line(p, mix(brass, CREAM, 0.5), 6, (x - 108, base - 192), (x + 108, base - 192))


def silver_bowl(p: QPainter, x: float, base: float) -> None:
    """Draw a chased silver bowl on a foot, filled with water, 560 units across."""
    silver, shade, light = mix(STONE, SKY, 0.4), mix(SLATE, INDIGO, 0.3), mix(CREAM, SKY, 0.2)
    oval(p, x, base + 4, 330, 34, INK, 0.35)
    foot = ((-130, 0), (-90, 60), (90, 60), (130, 0))
    area(p, shade, *[(x + across, base - up) for across, up in foot])
    oval(p, x, base, 130, 20, shade)
    body = outline(
        (x - 290, base - 350),
        (x - 290, base - 150, x - 160, base - 44, x, base - 44),
        (x + 160, base - 44, x + 290, base - 150, x + 290, base - 350),
    )
    fill(p, body, silver)
    with within(p, body):
        dark_side = ((90, 360), (300, 360), (300, 0), (-20, 0))
        area(p, shade, *[(x + across, base - up) for across, up in dark_side], alpha=0.6)
        diamonds(p, x - 290, base - 290, 580, 70, (shade, light, silver), 58)
        for step in range(15):
            left = x - 290 + step * 41
            petal = ((left, base - 60), (left + 14, base - 170), (left + 40, base - 60))
            line(p, shade, 5, *petal, alpha=0.8)
        block(p, x - 300, base - 212, 600, 8, light)
    oval(p, x, base - 350, 290, 82, light)
    oval(p, x, base - 352, 281, 74, shade)
    oval(p, x, base - 350, 276, 71, mix(RIVER, CREAM, 0.25))
    oval(p, x - 30, base - 346, 220, 50, mix(RIVER, CREAM, 0.5))


def cup(
    p: QPainter, x: float, y: float, scale: float, glaze: str = CREAM, line: str = INDIGO
) -> None:
    """Draw a handleless tea cup on a saucer, 120 units wide at ``scale`` 1."""
    with moved(p, x, y, scale=scale):
        oval(p, 6, 6, 104, 20, INK, 0.35)
        oval(p, 0, 0, 98, 20, mix(glaze, line, 0.25))
        oval(p, 0, -5, 98, 19, glaze)
        body = outline(
            (-60, -84), (-58, -30, -36, -8, -26, -6), (26, -6), (36, -8, 58, -30, 60, -84)
        )
        fill(p, body, glaze)
        with within(p, body):
            area(p, mix(glaze, line, 0.22), (24, -90), (70, -90), (70, 0), (8, 0))
            zigzag(p, -64, -58, 128, 14, line, 20, 4)
            block(p, -64, -30, 128, 4, line)
        oval(p, 0, -84, 60, 12, mix(glaze, line, 0.2))
        oval(p, 0, -82, 52, 9, mix(OCHRE, BARK, 0.3))


def cup_steam(p: QPainter, x: float, y: float) -> None:
    """Draw steam curling up from (``x``, ``y``)."""
    for side in (-22, 18):
        points = [(x + side + 16 * (-1) ** step, y - step * 44) for step in range(5)]
        stroke(p, curve(points), CREAM, 7, 0.6)

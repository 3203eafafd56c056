"""Trees, bamboo, palms, leaves and grass."""

from math import cos, radians, sin

from PySide6.QtGui import QPainter

from artwork.noise import between, chance, series
from artwork.palette import mix
from artwork.rock import clump
from artwork.shape import area, blot, curve, line, moved, oval, stroke


def leaf(
    p: QPainter, x: float, y: float, long: float, wide: float, turn: float, colour: str, dark: str
) -> None:
    """Draw a pointed leaf from its stalk at (``x``, ``y``), one half in shade.

    Args:
        p: painter in sheet units.
        x: of the stalk.
        y: of the stalk.
        long: stalk to tip.
        wide: at the broadest.
        turn: degrees, 0 points right, 90 down.
        colour: the lit half.
        dark: the shaded half.
    """
    with moved(p, x, y, turn=turn):
        blot(p, colour, (0, 0), (long * 0.4, -wide, long, 0), (long * 0.4, wide, 0, 0))
        blot(p, dark, (0, 0), (long * 0.4, wide, long, 0), (long * 0.5, wide * 0.1, 0, 0))


def bamboo(
    p: QPainter, x: float, base: float, high: float, seed: int, colour: str, dark: str
) -> None:
    """Draw a bamboo clump whose culms bow over, ``high`` units tall."""
    for index in range(7):
        s = seed * 29 + index
        lean = between(s, 1, -0.5, 0.55) * high
        tall = high * between(s, 2, 0.7, 1.0)
        root = x + between(s, 3, -0.06, 0.06) * high
        knots = [
            (root, base),
            (root + lean * 0.12, base - tall * 0.55),
            (root + lean * 0.42, base - tall * 0.92),
            (root + lean * 0.8, base - tall * 0.96),
        ]
        stroke(p, curve(knots), mix(colour, dark, chance(s, 4)), 2.0 + high / 160)
        for spray in range(16):
            share = 0.35 + 0.65 * spray / 15
            at = curve(knots).pointAtPercent(share)
            turn = between(s, 10 + spray, 20, 160) if lean > 0 else between(s, 10 + spray, 30, 170)
            tone = colour if spray % 3 else dark
            leaf(p, at.x(), at.y(), high * 0.13, high * 0.016, turn, tone, tone)


def tree(
    p: QPainter, x: float, base: float, high: float, seed: int, colours: tuple[str, str, str]
) -> None:
    """Draw a broad-leaved tree.

    Args:
        p: painter in sheet units.
        x: of the trunk.
        base: level of the root.
        high: height.
        seed: series of chance.
        colours: crown in light, crown in shade, trunk.
    """
    light, dark, bark = colours
    oval(p, x + high * 0.12, base, high * 0.34, high * 0.035, dark, 0.4)
    for fork in (-0.16, 0.0, 0.14):
        limb = [
            (x, base),
            (x + high * fork * 0.3, base - high * 0.3),
            (x + high * fork, base - high * 0.55),
        ]
        stroke(p, curve(limb), bark, high * (0.036 if fork == 0 else 0.024))
    crowns: list[tuple[float, float, float]] = []
    for index in range(13):
        s = seed * 37 + index
        across = (index % 5 - 2) / 2
        level = index // 5
        cx = x + high * 0.27 * across * (1 - 0.28 * level) + high * between(s, 1, -0.04, 0.04)
        cy = (
            base
            - high * (0.50 + 0.15 * level + 0.09 * (1 - across * across))
            + high * between(s, 2, -0.02, 0.02)
        )
        crowns.append((cx, cy, high * between(s, 3, 0.10, 0.135)))
    for cx, cy, size in crowns:
        oval(p, cx, cy, size, size * 0.9, dark)
    for cx, cy, size in crowns:
        oval(p, cx - size * 0.2, cy - size * 0.24, size * 0.66, size * 0.5, mix(dark, light, 0.6))
    for cx, cy, size in crowns[5:]:
        oval(p, cx - size * 0.34, cy - size * 0.4, size * 0.34, size * 0.22, light)


def grove(
    p: QPainter,
    seed: int,
    level: float,
    high: float,
    colours: tuple[str, str, str],
    *,
    left: float,
    right: float,
    count: int,
) -> None:
    """Draw a row of ``count`` trees about ``high`` tall on the level ``level``."""
    for index in range(count):
        s = seed * 41 + index
        x = left + (right - left) * (index + between(s, 1, 0.1, 0.9)) / count
        tree(p, x, level + between(s, 2, -4, 8), high * between(s, 3, 0.6, 1.0), s, colours)


def palm(
    p: QPainter, x: float, base: float, high: float, seed: int, colour: str, dark: str, bark: str
) -> None:
    """Draw an areca palm, ``high`` units tall."""
    top = (x + high * between(seed, 1, -0.06, 0.06), base - high)
    line(
        p,
        bark,
        high * 0.022,
        (x, base),
        (x * 0.5 + top[0] * 0.5 + high * 0.01, base - high * 0.5),
        top,
    )
    for index in range(11):
        angle = -200 + 220 * index / 10
        frond(
            p,
            top[0],
            top[1],
            high * between(seed, 5 + index, 0.27, 0.34),
            angle,
            colour if index % 2 else dark,
        )


def frond(p: QPainter, x: float, y: float, long: float, turn: float, colour: str) -> None:
    """Draw a feathered frond from (``x``, ``y``) that droops at its end."""
    droop = long * 0.35
    tip = (x + long * cos(radians(turn)), y + long * sin(radians(turn)) + droop)
    middle = (
        x + long * 0.55 * cos(radians(turn)),
        y + long * 0.62 * sin(radians(turn)) + droop * 0.1,
    )
    spine = curve([(x, y), middle, tip])
    stroke(p, spine, colour, 2.0)
    for step in range(3, 18):
        at = spine.pointAtPercent(step / 18)
        size = long * 0.22 * (1 - abs(step / 18 - 0.5))
        slope = -spine.angleAtPercent(step / 18)
        for side in (-62, 62):
            leaf(p, at.x(), at.y(), size, size * 0.09, slope + side, colour, colour)


def grass(
    p: QPainter,
    seed: int,
    level: float,
    high: float,
    colour: str,
    *,
    count: int,
    left: float,
    right: float,
) -> None:
    """Draw blades of grass standing up from the level ``level``."""
    for index, share in enumerate(series(seed, count)):
        s = seed * 43 + index
        x = left + (right - left) * share
        tall = high * between(s, 1, 0.5, 1.0)
        bend = between(s, 2, -0.5, 0.5) * tall
        blot(
            p,
            colour,
            (x - 3, level),
            (x + bend * 0.2, level - tall * 0.6, x + bend, level - tall),
            (x + bend * 0.4, level - tall * 0.4, x + 4, level),
        )


def forest_tree(p: QPainter, x: float, wide: float, seed: int, colour: str) -> None:
    """Draw a tall forest tree as one flat shape: a trunk ``wide`` units thick, three boughs."""
    half = wide / 2
    foot = ((x + wide * 0.8, 800), (x - wide * 0.8, 800))
    area(p, colour, (x - half, 0), (x + half, 0), *foot)
    for bough in range(3):
        y, side = between(seed, 5 + bough, 20, 330), 1 - 2 * (bough % 2)
        line(p, colour, wide * 0.34, (x, y + 60), (x + 70 * side, y), (x + 150 * side, y - 16))
        for blob in range(5):
            lift = 18 * chance(seed, 30 + blob)
            clump(p, x + (60 + blob * 34) * side, y + 4 - lift, 26, colour, seed + blob)

"""The moving picture of an evening: lanterns over the Kỳ Lừa market, people strolling by."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from artwork.air import glow, sky, stars, sun, veil
from artwork.fruit import fruit_basket
from artwork.lanterns import lantern
from artwork.motion import MARGIN, Moving, layer, paste, still, sway
from artwork.palette import (
    BARK,
    BRICK,
    CREAM,
    DUSK,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LILAC,
    NIGHT,
    OCHRE,
    PERSIMMON,
    PINE,
    PLUM,
    ROSE,
    SLATE,
    SOIL,
    STONE,
    STRAW,
    TEAL,
    VERMILION,
    mix,
)
from artwork.people import stroller
from artwork.rock import Rock, karst
from artwork.roofs import swept_roof
from artwork.shape import area, block, blot, curve, disc, line, moved, oval, within
from artwork.sheet import HEIGHT
from artwork.tools import crane
from artwork.travel import boat, walker

_ROUND: Final = 1840
"""Units after which the near strollers come round again: once in a loop."""

_FAR_ROUND: Final = 920
"""The same of the far ones, who are there twice over."""

_NEAR: Final = (
    (0, 1, INDIGO, NIGHT, STRAW),
    (118, 1, mix(ROSE, PLUM, 0.4), PLUM, None),
    (560, -1, TEAL, INK, None),
    (930, 1, mix(OCHRE, SOIL, 0.3), BARK, STRAW),
    (1240, -1, mix(BRICK, INK, 0.2), NIGHT, STRAW),
    (1380, -1, mix(CREAM, STONE, 0.35), INDIGO, None),
)
"""Where each begins, the way it goes (1: to the left), coat, trousers, hat."""

_FAR: Final = (
    (40, 1, BRICK, INK, None),
    (96, 1, mix(JADE, PINE, 0.4), NIGHT, STRAW),
    (330, -1, mix(LILAC, DUSK, 0.4), INK, None),
    (610, 1, mix(INDIGO, DUSK, 0.3), INK, STRAW),
    (760, -1, mix(GOLD, SOIL, 0.5), BARK, None),
)


def _evening(p: QPainter) -> None:
    sky(p, 560, (NIGHT, mix(INDIGO, NIGHT, 0.2), mix(DUSK, PLUM, 0.35), mix(PLUM, PERSIMMON, 0.45)))
    stars(p, 53, 300, CREAM, count=60)
    sun(p, 1172, 214, 62, mix(CREAM, STRAW, 0.4), CREAM)
    far = Rock(mix(DUSK, INDIGO, 0.3), NIGHT, mix(INDIGO, DUSK, 0.4), mix(DUSK, ROSE, 0.3))
    karst(p, 501, 560, far.paler(0.2), count=11, high=270, half=104, dip=0.35)
    veil(p, 560, 130, mix(PLUM, PERSIMMON, 0.4), alpha=0.8)


def _houses(p: QPainter) -> None:
    for x, wide, high in (
        (90, 330, 150),
        (430, 260, 186),
        (730, 300, 140),
        (1050, 280, 176),
        (1400, 360, 156),
    ):
        wall = mix(mix(SOIL, OCHRE, 0.4), NIGHT, 0.45)
        eaves = 610 - high
        block(p, x - wide / 2 + 26, eaves - 8, wide - 52, high + 60, wall)
        for pane in range(int((wide - 90) / 52)):
            left = x - wide / 2 + 50 + pane * 52
            block(p, left, eaves + 26, 34, 46, mix(GOLD, PERSIMMON, 0.3), 2)
            block(p, left + 15, eaves + 26, 4, 46, wall)
            block(p, left, eaves + 46, 34, 4, wall)
        swept_roof(p, x, eaves, wide, 62, mix(SLATE, NIGHT, 0.45), mix(NIGHT, INK, 0.4))
    shades = 74
    for step in range(shades):
        tone = mix(mix(SOIL, PLUM, 0.45), mix(SOIL, NIGHT, 0.6), step / (shades - 1))
        block(p, -MARGIN, 604 + step * 4, 1600 + 2 * MARGIN, 5, tone)
    for level, half in ((646, 900), (716, 1000)):
        oval(p, 800, level, half, 26, PERSIMMON, 0.10)
    for step in range(-7, 8):
        line(p, mix(SOIL, INK, 0.5), 2, (800 + step * 130, 640), (800 + step * 320, 905), alpha=0.5)
    for level in (668, 712, 776, 860):
        line(p, mix(SOIL, INK, 0.5), 2, (-60, level), (1660, level), alpha=0.45)


def _stalls(p: QPainter) -> None:
    for index, (x, colour) in enumerate(
        ((60, VERMILION), (400, TEAL), (760, OCHRE), (1110, BRICK), (1440, PINE))
    ):
        glow(p, x + 130, 500, 210, mix(GOLD, PERSIMMON, 0.4), alpha=0.06)
        _stall(p, x, 462, 270, colour, index)


def _stall(p: QPainter, x: float, y: float, wide: float, colour: str, seed: int) -> None:
    """Draw a lit stall: counter heaped with goods, a striped awning, a bulb over all."""
    wood = mix(SOIL, BARK, 0.3)
    block(p, x + 12, y + 40, wide - 24, 124, mix(GOLD, SOIL, 0.55))
    for shelf in (78, 112):
        block(p, x + 16, y + shelf, wide - 32, 5, wood)
        for jar in range(9):
            tone = (VERMILION, GOLD, JADE, CREAM, PERSIMMON)[(jar + seed + shelf) % 5]
            block(
                p,
                x + 24 + jar * (wide - 60) / 8.4,
                y + shelf - 22,
                19,
                22,
                mix(tone, SOIL, 0.18),
                5,
            )
    for post in (4, wide - 14):
        block(p, x + post, y, 10, 176, wood)
    block(p, x - 6, y + 138, wide + 12, 50, mix(wood, INK, 0.15), 3)
    block(p, x - 10, y + 132, wide + 20, 11, mix(OCHRE, wood, 0.3), 3)
    for heap in range(5):
        middle = x + 30 + heap * (wide - 60) / 4
        tone = (PERSIMMON, mix(VERMILION, ROSE, 0.3), GOLD, mix(JADE, GOLD, 0.35), BRICK)[
            (heap + seed) % 5
        ]
        for row, count in enumerate((4, 3, 2)):
            for ball in range(count):
                px = middle + (ball - (count - 1) / 2) * 13
                disc(p, px, y + 127 - row * 10, 7.5, mix(tone, INK, 0.18))
                disc(p, px - 1.5, y + 125 - row * 10, 5.5, tone)
    strips = 9
    for strip in range(strips):
        left = x - 18 + strip * (wide + 36) / strips
        right = left + (wide + 36) / strips
        tone = mix(colour, GOLD, 0.12) if strip % 2 else mix(CREAM, PERSIMMON, 0.22)
        area(
            p,
            tone,
            (left + (x + wide / 2 - left) * 0.14, y - 44),
            (right + (x + wide / 2 - right) * 0.14, y - 44),
            (right, y + 16),
            (left, y + 16),
        )
        oval(p, (left + right) / 2, y + 16, (right - left) / 2, 11, tone)
    line(p, INK, 2, (x + wide / 2, y + 10), (x + wide / 2, y + 44))
    glow(p, x + wide / 2, y + 52, 70, GOLD, alpha=0.13)
    disc(p, x + wide / 2, y + 52, 9, CREAM)


def _front(p: QPainter) -> None:
    for x, wide, fruit in ((1130, 220, "orange"), (1370, 250, "lychee"), (1590, 240, "dragon")):
        fruit_basket(p, x, 912, wide, fruit)


def night_market() -> Moving:
    """Return the evening: lanterns swaying, a spinning lantern turning, people passing."""
    backdrop = still(_evening)
    houses, stalls = layer(_houses, 330, HEIGHT), layer(_stalls, 280, 690)
    front = layer(_front, 640, HEIGHT)

    def frame(p: QPainter, turn: float) -> None:
        paste(p, backdrop)
        houses.draw(p, sway(turn, 5))
        stalls.draw(p, sway(turn, 10))
        _steam(p, turn, 884 + sway(turn, 10), 560)
        _garland(p, turn, 214, 92, 9, 46, 0.3)
        _strollers_far(p, turn)
        _garland(p, turn, 96, 70, 7, 78, 0.0)
        _strollers_near(p, turn)
        front.draw(p, sway(turn, 30))
        spinning_lantern(p, 236 + sway(turn, 30), 560, 1.0, turn)

    return frame


def _garland(
    p: QPainter, turn: float, level: float, sag: float, count: int, size: float, lag: float
) -> None:
    """Draw a rope of lanterns across the street, each swinging in its own time."""
    rope = [
        (-60 + 1720 * step / 16, level + sag * sin(pi * step / 16) + sway(turn, 3, lag))
        for step in range(17)
    ]
    line(p, mix(NIGHT, INK, 0.5), 2.5, *rope)
    path = curve(rope)
    colours = (VERMILION, PERSIMMON, mix(GOLD, PERSIMMON, 0.3), mix(ROSE, VERMILION, 0.4))
    for index in range(count):
        at = path.pointAtPercent((index + 0.5) / count)
        swing = 5.0 * sin(2 * pi * (turn * 3 + lag + index * 0.17))
        with moved(p, at.x(), at.y(), turn=swing):
            lantern(p, 0, size * 0.66, size, colour=colours[index % 4], lit=0.42)


def _strollers_far(p: QPainter, turn: float) -> None:
    for begin, way, coat, legs, hat in _FAR:
        for copy in range(3):
            x = (begin - way * _FAR_ROUND * turn) % _FAR_ROUND + copy * _FAR_ROUND - 220
            stroller(
                p,
                x,
                694 + begin % 17,
                0.86 * way,
                turn * 14 + begin * 0.13,
                cloth=mix(coat, NIGHT, 0.22),
                legs=mix(legs, NIGHT, 0.2),
                hat=hat,
            )


def _strollers_near(p: QPainter, turn: float) -> None:
    for begin, way, coat, legs, hat in _NEAR:
        x = (begin - way * _ROUND * turn) % _ROUND - 120
        stroller(
            p,
            x,
            800 + begin % 29,
            1.5 * way,
            turn * 16 + begin * 0.11,
            cloth=mix(coat, NIGHT, 0.08),
            legs=legs,
            hat=hat,
        )


def _steam(p: QPainter, turn: float, x: float, y: float) -> None:
    """Draw steam rising from a pot on a stall: each puff grows, thins and is gone."""
    for index in range(9):
        risen = (turn * 3 + index / 9) % 1.0
        px = x + 16 * sin(2 * pi * (risen + index * 0.31))
        fade = 0.26 * min(1.0, risen * 5) * (1 - risen)
        disc(p, px, y - 210 * risen, 12 + 34 * risen, CREAM, fade)


def spinning_lantern(p: QPainter, x: float, y: float, scale: float, turn: float) -> None:
    """Draw a six-sided paper lantern, the shadows of its cut figures going round inside.

    Args:
        p: painter in sheet units.
        x: of its middle.
        y: of its middle.
        scale: 1 is 430 units tall.
        turn: 0..1, how far the figures have gone round.
    """
    wood, trim = mix(BRICK, INK, 0.35), mix(OCHRE, GOLD, 0.4)
    for radius in (300, 220):
        glow(p, x, y, radius, mix(GOLD, PERSIMMON, 0.4), alpha=0.035)
    with moved(p, x, y, scale=scale):
        line(p, INK, 5, (0, -640), (0, -230))
        body = QPainterPath()
        body.addRect(-128, -150, 256, 300)
        with within(p, body):
            _paper(p)
            for index in range(6):
                _shadow(p, 2 * pi * (turn + index / 6), index)
        for edge in (-132, -66, 58, 124):
            block(p, edge, -160, 9, 320, wood, 3)
        for level in (-166, 150):
            block(p, -146, level, 292, 18, wood, 5)
            block(p, -146, level + 6, 292, 4, trim)
        for side in (-1, 1):
            blot(
                p,
                VERMILION,
                (side * 146, -166),
                (side * 128, -218, side * 30, -232),
                (0, -232),
                (0, -166),
            )
            blot(
                p,
                mix(VERMILION, INK, 0.2),
                (side * 146, -166),
                (side * 168, -182, side * 172, -204),
                (side * 150, -198, side * 130, -190),
            )
        block(p, -22, -248, 44, 20, trim, 5)
        for tassel in (-120, -60, 0, 60, 120):
            line(p, trim, 3, (tassel, 168), (tassel, 190))
            disc(p, tassel, 194, 7, VERMILION)
            for thread in (-5, 0, 5):
                sweep = 4 * sin(2 * pi * (turn * 3 + tassel * 0.004))
                line(
                    p,
                    mix(VERMILION, PERSIMMON, 0.3),
                    3,
                    (tassel + thread * 0.6, 198),
                    (tassel + thread + sweep, 248),
                )


def _paper(p: QPainter) -> None:
    """Fill the paper of the lantern: warm at the edges, bright in the middle."""
    block(p, -130, -152, 260, 304, mix(PERSIMMON, GOLD, 0.45))
    for share, tone in (
        (1.0, mix(PERSIMMON, GOLD, 0.7)),
        (0.8, GOLD),
        (0.56, mix(GOLD, STRAW, 0.5)),
        (0.3, mix(STRAW, CREAM, 0.5)),
    ):
        oval(p, 0, 20, 128 * share, 168 * share, tone, 0.75)


def _shadow(p: QPainter, angle: float, index: int) -> None:
    depth = cos(angle)
    if depth < 0:
        return
    tone = mix(BRICK, INK, 0.45)
    p.save()
    p.translate(132 * sin(angle), 60)
    p.scale(max(depth, 0.05), 1.0)
    p.setOpacity(0.25 + 0.65 * depth)
    match index:
        case 0:
            _horse(p, tone)
        case 1:
            walker(p, 0, 66, 1.45, cloth=tone, hat=tone, baskets=True)
        case 2:
            crane(p, 0, -30, 52, tone)
        case 3:
            boat(p, 0, 30, 0.5, hull=tone, shirt=tone)
        case 4:
            _horse(p, tone)
        case _:
            _lotus_shadow(p, tone)
    p.setOpacity(1.0)
    p.restore()


def _horse(p: QPainter, tone: str) -> None:
    """Draw a running horse as a cut-out."""
    blot(
        p,
        tone,
        (-46, 8),
        (-30, -22, 16, -10),
        (28, -14, 34, -40),
        (42, -58, 54, -60),
        (58, -50, 72, -38),
        (66, -28, 54, -34),
        (50, -10, 44, 12),
        (30, 26, -20, 22),
        (-40, 26, -46, 8),
    )
    for root, knee, hoof in (
        ((-36, 12), (-54, 30), (-44, 54)),
        ((-26, 16), (-36, 42), (-58, 56)),
        ((32, 12), (54, 26), (74, 20)),
        ((24, 16), (40, 40), (34, 58)),
    ):
        line(p, tone, 8, root, knee, hoof)
    line(p, tone, 8, (-44, 4), (-66, -2), (-80, 16))


def _lotus_shadow(p: QPainter, tone: str) -> None:
    """Draw a lotus as a cut-out."""
    for lean in (-62, -34, 0, 34, 62):
        with moved(p, 0, 10, turn=lean):
            blot(p, tone, (0, 0), (-20, -36, 0, -70), (20, -36, 0, 0))
    line(p, tone, 6, (0, 8), (4, 40), (-4, 66))

"""Hữu Nghị: sea and islands as nature, a pond at dawn."""

from typing import Final

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.birds import dove, swallow
from artwork.land import ridge
from artwork.lotus import lotus, lotus_leaf
from artwork.moods import BLUE_ROCK, DAWN_ROCK, JADE_ROCK, TREES
from artwork.noise import between
from artwork.palette import (
    BRICK,
    CREAM,
    DAWN,
    DEEP,
    DUSK,
    FOREST,
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_PALE,
    LAKE,
    LILAC,
    MOSS,
    OCHRE,
    PEACH,
    PERSIMMON,
    PINE,
    RIVER,
    ROSE,
    SKY,
    STONE,
    TEAL,
    mix,
)
from artwork.rock import Rock, Tower, karst
from artwork.sails import fishing_boat, junk, lighthouse
from artwork.shape import area, block, curve, down_to, fill, line, wash
from artwork.trees import grass, grove
from artwork.water import mirror, ripples
from artwork.weather import cloud_bank

_SUNLIT: Final = range(640, 960)
"""Where the sun lies on the pond: no leaf covers it ..."""

_NEAR: Final = 790.0
"""... but near the eye."""


def law_of_the_sea(p: QPainter) -> None:
    """A lighthouse on a headland, fishing boats putting out on a calm sea at first light."""
    sky(p, 520, (mix(INDIGO, LAKE, 0.55), mix(LILAC, ROSE, 0.5), PEACH, DAWN))
    sun(p, 1010, 470, 78, mix(GOLD, CREAM, 0.3), CREAM)
    for index, (level, share) in enumerate(((384, 0.25), (432, 0.4), (476, 0.6))):
        cloud_bank(p, 61 + index, level, mix(mix(DUSK, ROSE, share), DAWN, share))
    wash(
        p,
        514,
        900,
        [(mix(PEACH, RIVER, 0.35), 1), (mix(LAKE, RIVER, 0.2), 1), (mix(LAKE, INDIGO, 0.5), 1)],
    )
    for step in range(9):
        long = 168 - 14 * step + between(7, step, -24, 24)
        block(
            p,
            1010 - long / 2 + between(8, step, -9, 9),
            528 + step * 24,
            long,
            6,
            mix(GOLD, CREAM, 0.45),
            3,
        )
    ripples(p, 33, 520, 900, CREAM, count=110, alpha=0.35)
    fishing_boat(p, 1230, 556, 0.5, hull=mix(DEEP, DUSK, 0.3))
    fishing_boat(p, 800, 596, 0.72, hull=mix(BRICK, DUSK, 0.3))
    fishing_boat(p, 1330, 692, 1.25, hull=mix(TEAL, DEEP, 0.5), band=mix(CREAM, PEACH, 0.3))
    for x, y, half in ((1230, 562, 40), (800, 604, 56), (1330, 706, 100)):
        for step in range(4):
            short = half * (1 - 0.18 * step)
            line(p, DEEP, 4, (x - short, y + step * 9), (x + short * 0.9, y + step * 9), alpha=0.3)
    ripples(p, 35, 600, 760, mix(PEACH, CREAM, 0.4), count=26, alpha=0.4)
    _headland(p)
    lighthouse(p, 300, 512, 1.16, lit=1.0)
    for x, y, size, turn in (
        (640, 250, 40, -10),
        (720, 196, 30, 4),
        (566, 330, 34, -16),
        (1300, 300, 28, 8),
    ):
        swallow(p, x, y, size, mix(CREAM, ROSE, 0.15), turn=turn)


def _headland(p: QPainter) -> None:
    rock = Rock(
        mix(DUSK, TEAL, 0.5), mix(DEEP, INK, 0.2), mix(INDIGO, DUSK, 0.4), mix(ROSE, DUSK, 0.3)
    )
    for x, half, high, seed in ((-30, 190, 470, 5), (560, 110, 130, 9), (660, 60, 60, 12)):
        Tower(x, 660, half, high, seed).draw(p, rock)
    top = curve(
        [(-60, 500), (120, 496), (300, 508), (440, 530), (560, 590), (640, 660), (700, 668)]
    )
    fill(p, down_to(top, 668), mix(PINE, INK, 0.15))
    cliff = curve([(-60, 548), (140, 540), (330, 552), (450, 584), (540, 630), (640, 668)])
    fill(p, down_to(cliff, 672), mix(DUSK, DEEP, 0.55))
    for index in range(30):
        at = between(71, index, -40, 590)
        y = 552 + 0.10 * max(at - 300, 0) + between(72, index, 0, 30)
        wide, long = between(73, index, 10, 34), between(74, index, 30, 668 - y)
        tone = mix(DUSK, ROSE, 0.28) if index % 3 else mix(DEEP, INK, 0.2)
        facet = (at, y), (at + wide, y + long * 0.5), (at + wide * 0.3, y + long)
        area(p, tone, *facet, (at - wide * 0.3, y + long * 0.6), alpha=0.5)
    grove(
        p,
        73,
        512,
        74,
        (mix(MOSS, DUSK, 0.35), mix(FOREST, INK, 0.3), INK),
        left=-20,
        right=210,
        count=5,
    )
    grass(p, 41, 530, 26, mix(FOREST, INK, 0.3), count=40, left=200, right=520)
    for step in range(6):
        x = 20 + step * 128
        line(p, CREAM, 3.5, (x, 676 + 4 * (step % 2)), (x + 52, 672), (x + 110, 677), alpha=0.55)


def ha_long(p: QPainter) -> None:
    """Green limestone isles in a jade bay, junks under russet sails."""
    sky(p, 500, (mix(SKY, LAKE, 0.15), mix(SKY, CREAM, 0.55), CREAM))
    sun(p, 420, 128, 58, mix(GOLD, CREAM, 0.35), CREAM)
    cloud_bank(p, 81, 250, mix(CREAM, SKY, 0.15))
    cloud_bank(p, 85, 316, mix(CREAM, SKY, 0.3))
    wash(
        p,
        486,
        900,
        [(mix(JADE_PALE, CREAM, 0.3), 1), (mix(JADE, RIVER, 0.35), 1), (mix(TEAL, PINE, 0.3), 1)],
    )
    karst(p, 304, 488, BLUE_ROCK.paler(0.6), count=15, high=200, half=74, dip=0.25)
    veil(p, 488, 60, mix(CREAM, JADE_PALE, 0.4))
    mist(p, 305, 470, 10, CREAM, count=4, alpha=0.8)
    for x, half, high, seed in (
        (200, 100, 230, 3),
        (600, 64, 150, 8),
        (1130, 82, 200, 12),
        (1420, 110, 270, 17),
    ):
        Tower(x, 528, half, high, seed).draw(p, BLUE_ROCK.paler(0.22))
    veil(p, 528, 54, mix(CREAM, JADE_PALE, 0.5), alpha=0.55)
    for x, half, high, seed in ((60, 150, 430, 23), (1500, 190, 520, 29), (330, 60, 160, 31)):
        tower = Tower(x, 590, half, high, seed)
        tower.draw(p, JADE_ROCK)
    mirror(p, 592, 308, alpha=0.42, wave=8)
    ripples(p, 51, 500, 900, CREAM, count=130, alpha=0.4)
    junk(p, 1150, 590, 0.62, sail=mix(OCHRE, BRICK, 0.35))
    junk(p, 800, 690, 1.28, sail=mix(PERSIMMON, BRICK, 0.35))
    for step in range(7):
        line(
            p,
            mix(BRICK, DEEP, 0.35),
            5 - 0.4 * step,
            (690 + 9 * step, 712 + step * 17),
            (900 - 12 * step, 712 + step * 17),
            alpha=0.32,
        )
    for x, y, size, turn in ((620, 300, 34, -12), (700, 262, 26, 2), (780, 330, 30, -4)):
        swallow(p, x, y, size, DEEP, turn=turn)


def trusted_friend(p: QPainter) -> None:
    """White doves rising from a lotus pond at sunrise."""
    sky(p, 560, (mix(JADE_PALE, SKY, 0.5), mix(CREAM, GOLD, 0.15), mix(DAWN, PEACH, 0.35)))
    sun(p, 800, 372, 130, mix(GOLD, PEACH, 0.35), CREAM)
    karst(p, 311, 540, DAWN_ROCK.paler(0.5), count=12, high=210, half=92, dip=0.7)
    veil(p, 540, 80, DAWN)
    mist(p, 312, 508, 14, CREAM, count=4)
    ridge(
        p,
        313,
        556,
        12,
        mix(JADE, MOSS, 0.35),
        grain=420,
        foot=mix(MOSS, PINE, 0.4),
        floor=590,
        octaves=2,
    )
    grove(p, 81, 574, 74, TREES, left=-20, right=420, count=7)
    grove(p, 87, 574, 74, TREES, left=1190, right=1620, count=7)
    wash(p, 580, 900, [(mix(DAWN, RIVER, 0.45), 1), (RIVER, 1), (mix(LAKE, PINE, 0.35), 1)])
    mirror(p, 582, 318, alpha=0.5, wave=3)
    ripples(p, 53, 590, 820, CREAM, count=60, alpha=0.4)
    for index in range(26):
        near = (index / 25) ** 1.3
        y = 622 + 230 * near
        x = between(91, index, -40, 1640)
        if round(x) in _SUNLIT and y < _NEAR:
            x += 420 if index % 2 else -420
        lotus_leaf(p, x, y, 46 + 92 * near, index)
    for x, y, size in (
        (250, 660, 44),
        (1330, 668, 48),
        (1130, 742, 66),
        (420, 770, 78),
        (120, 836, 92),
        (1470, 850, 104),
        (1020, 874, 70),
    ):
        lotus(p, x, y, size, stalk=size * 0.9)
    for x, y, size, beat, flip in (
        (500, 330, 66, 0.8, False),
        (640, 190, 84, 0.55, False),
        (985, 250, 74, 0.9, True),
        (1130, 130, 58, 0.6, True),
        (370, 180, 44, 0.5, False),
    ):
        dove(p, x, y, size, CREAM, mix(STONE, SKY, 0.4), beat, flip=flip)

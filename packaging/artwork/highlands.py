"""The moving pictures of the high country: morning over the coffee of Khe Sanh."""

from math import pi, sin

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, sun, veil
from artwork.birds import swallow
from artwork.homes import stilt_house
from artwork.land import ridge
from artwork.moods import TREES
from artwork.motion import Moving, layer, paste, still, sway
from artwork.noise import between
from artwork.palette import (
    BARK,
    CREAM,
    DAWN,
    DEEP,
    FOREST,
    GOLD,
    JADE,
    LEAF,
    LILAC,
    MOSS,
    PEACH,
    PERSIMMON,
    PINE,
    SKY,
    SOIL,
    VERMILION,
    mix,
)
from artwork.shape import disc, line
from artwork.trees import grove, leaf, palm


def _sky(p: QPainter) -> None:
    sky(p, 620, (mix(SKY, CREAM, 0.2), mix(DAWN, CREAM, 0.2), PEACH))
    sun(p, 560, 300, 92, mix(GOLD, PERSIMMON, 0.25), CREAM)


def _far(p: QPainter) -> None:
    ridge(p, 601, 360, 90, mix(LILAC, PEACH, 0.4), grain=380, foot=mix(LILAC, DAWN, 0.6), floor=700)
    veil(p, 560, 130, DAWN, alpha=0.6)


def _middle(p: QPainter) -> None:
    ridge(p, 605, 450, 76, mix(PINE, LILAC, 0.45), grain=330, foot=mix(PINE, DAWN, 0.5), floor=760)
    veil(p, 640, 120, DAWN, alpha=0.4)


def _near(p: QPainter) -> None:
    ridge(p, 609, 560, 50, mix(PINE, MOSS, 0.4), grain=300, foot=mix(FOREST, JADE, 0.3))
    grove(p, 611, 600, 96, TREES, left=-40, right=1660, count=15)
    stilt_house(p, 1180, 640, 0.8, thatch=mix(SOIL, BARK, 0.3), wall=BARK)
    palm(p, 1340, 650, 260, 7, MOSS, FOREST, BARK)


def _field(p: QPainter) -> None:
    ridge(p, 613, 690, 14, mix(MOSS, FOREST, 0.3), grain=520, foot=FOREST, octaves=2)
    for row in range(4):
        y = 716 + row * 44
        for bush in range(16):
            _coffee_bush(
                p, -20 + bush * 112 + 50 * (row % 2), y, 0.62 + row * 0.12, row * 20 + bush
            )


def _branch(p: QPainter) -> None:
    """The branch nearest the eye, heavy with ripe cherries."""
    line(p, BARK, 15, (1700, 640), (1460, 700), (1240, 800), (1100, 930))
    for index in range(9):
        x, y = 1640 - index * 62, 652 + index * 30
        for side in (-1, 1):
            turn = 100 + 60 * side + between(617, index, -14, 14)
            leaf(p, x, y, 190, 40, turn, mix(MOSS, FOREST, 0.3), mix(FOREST, DEEP, 0.4))
    for index in range(20):
        x, y = 1630 - index * 28, 660 + index * 14
        tone = (VERMILION, mix(VERMILION, PERSIMMON, 0.4), mix(LEAF, GOLD, 0.4))[index % 3]
        disc(p, x, y, 21, tone)
        disc(p, x - 7, y - 7, 5, mix(tone, CREAM, 0.6))


def khe_sanh() -> Moving:
    """Return the morning: mist rising off the hills, smoke over a roof, swallows crossing."""
    backdrop = still(_sky)
    far, middle = layer(_far, 240, 720), layer(_middle, 340, 780)
    near, field, branch = layer(_near, 250, 900), layer(_field, 650, 900), layer(_branch, 600, 900)

    def frame(p: QPainter, turn: float) -> None:
        paste(p, backdrop)
        far.draw(p, sway(turn, 8))
        mist(p, 621, 430, 22, CREAM, count=4, shift=sway(turn, 70), alpha=0.75)
        middle.draw(p, sway(turn, 15))
        mist(p, 623, 536, 18, CREAM, count=5, shift=sway(turn, 100, 0.2), alpha=0.8)
        near.draw(p, sway(turn, 16))
        _smoke(p, turn)
        mist(p, 627, 680, 8, CREAM, count=3, shift=sway(turn, 120, 0.4), alpha=0.7)
        field.draw(p, sway(turn, 20))
        _swallows(p, turn)
        branch.draw(p, sway(turn, 44))

    return frame


def _smoke(p: QPainter, turn: float) -> None:
    for puff in range(9):
        risen = (turn * 2 + puff / 9) % 1.0
        fade = min(1.0, risen * 6, (1 - risen) * 2)
        x = 1180 + sway(turn, 24) + 60 * risen + 10 * sin(2 * pi * (risen + turn))
        disc(p, x, 520 - 230 * risen, 10 + 22 * risen, CREAM, 0.30 * fade)


def _swallows(p: QPainter, turn: float) -> None:
    for index in range(5):
        x = (turn * 2200 - index * 130) % 2200 - 250
        y = 210 + 50 * index + 26 * sin(2 * pi * (turn * 3 + index * 0.19))
        turned = 12 * sin(2 * pi * (turn * 3 + index * 0.19 + 0.25))
        swallow(p, x, y, 38 - 3 * index, DEEP, turn=turned)


def _coffee_bush(p: QPainter, x: float, base: float, scale: float, seed: int) -> None:
    for index in range(9):
        turn = between(seed, index, -170, -10)
        tone = mix(MOSS, LEAF, between(seed, index + 20, 0.0, 0.5))
        leaf(p, x, base, 74 * scale, 24 * scale, turn, tone, mix(FOREST, DEEP, 0.2))
    for index in range(5):
        at = between(seed, index + 40, -34, 34) * scale
        disc(p, x + at, base - between(seed, index + 50, 10, 44) * scale, 5.5 * scale, VERMILION)

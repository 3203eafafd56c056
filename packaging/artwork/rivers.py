"""The moving pictures: morning on the Kỳ Cùng, evening on the Sê Pôn."""

from math import pi, sin
from typing import Final

from PySide6.QtGui import QPainter

from artwork.air import mist, sky, stars, sun, veil
from artwork.birds import egret
from artwork.flowers import frangipani
from artwork.homes import stilt_house
from artwork.land import ridge
from artwork.lanterns import float_lamp, sky_lamp
from artwork.motion import Moving, layer, paste, shimmer, still, sway
from artwork.noise import between
from artwork.palette import (
    BARK,
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
    MIST,
    MOSS,
    NIGHT,
    PEACH,
    PERSIMMON,
    PINE,
    PLUM,
    RIVER,
    ROSE,
    SKY,
    SLATE,
    SOIL,
    STRAW,
    TEAL,
    mix,
)
from artwork.rock import Rock, Tower, karst
from artwork.shape import block, curve, fill, wash
from artwork.sheet import WIDTH
from artwork.travel import boat
from artwork.trees import bamboo, grove, leaf, palm
from artwork.water import ripples

_FAR: Final = Rock(mix(JADE, DAWN, 0.35), mix(TEAL, DAWN, 0.4), mix(JADE, DAWN, 0.2), DAWN)
_NEAR: Final = Rock(TEAL, DEEP, PINE, JADE_PALE)


def _morning_air(p: QPainter) -> None:
    sky(p, 560, (SKY, mix(DAWN, CREAM, 0.2), PEACH))
    wash(p, 588, 900, [(mix(RIVER, CREAM, 0.35), 1), (RIVER, 1), (mix(LAKE, RIVER, 0.3), 1)])


def _morning_sky(p: QPainter) -> None:
    _morning_air(p)
    sun(p, 930, 250, 82, mix(GOLD, PERSIMMON, 0.3), CREAM)


def _morning_far(p: QPainter) -> None:
    karst(p, 403, 520, _FAR.paler(0.45), count=13, high=300, half=96, dip=0.3)
    veil(p, 520, 80, DAWN)


def _morning_middle(p: QPainter) -> None:
    karst(p, 408, 560, _FAR.paler(0.08), count=11, high=360, half=104, dip=0.7)
    veil(p, 560, 70, MIST)
    wash(p, 559, 600, [(MIST, 1), (mix(RIVER, MIST, 0.5), 1)])


def _morning_near(p: QPainter) -> None:
    karst(p, 421, 592, _NEAR, count=8, high=470, half=140, dip=0.97)
    for x in (250, 1330):
        grove(p, x, 600, 70, (MOSS, FOREST, BARK), left=x - 150, right=x + 150, count=4)


def _morning_front(p: QPainter) -> None:
    Tower(-20, 960, 210, 830, 77).draw(p, Rock(mix(PINE, TEAL, 0.3), DEEP, FOREST, PINE))
    bamboo(p, 1600, 940, 660, 5, PINE, DEEP)
    bamboo(p, 1480, 960, 470, 11, mix(PINE, MOSS, 0.4), DEEP)


def ky_cung() -> Moving:
    """Return the morning: mist drifting before limestone, a boat gliding by, egrets crossing."""
    backdrop = still(_morning_sky)
    mirrored = still(_morning_air, _morning_far, _morning_middle, _morning_near)
    far, middle = layer(_morning_far, 150, 521), layer(_morning_middle, 150, 600)
    near, front = layer(_morning_near, 60, 610), layer(_morning_front, 0, 900)

    def frame(p: QPainter, turn: float) -> None:
        paste(p, backdrop)
        far.draw(p, sway(turn, 7))
        mist(p, 402, 478, 16, CREAM, count=4, shift=sway(turn, 46), alpha=0.8)
        middle.draw(p, sway(turn, 14))
        mist(p, 407, 540, 12, CREAM, count=4, shift=sway(turn, 70, 0.2), alpha=0.85)
        near.draw(p, sway(turn, 24))
        shimmer(p, mirrored, 594, turn, alpha=0.42, wave=5)
        _sunlit_water(p, turn)
        mist(p, 411, 590, 5, CREAM, count=3, shift=sway(turn, 90, 0.4), alpha=0.9)
        ripples(p, 9, 604, 900, CREAM, count=70, alpha=0.45, shift=sway(turn, 60, 0.1))
        _egrets(p, turn)
        level = 668 + 1.6 * sin(2 * pi * turn * 5)
        boat(p, 1700 - 1680 * turn, level, 0.82, shirt=BRICK, pole=sway(turn * 4, 7))
        front.draw(p, sway(turn, 40))

    return frame


def _sunlit_water(p: QPainter, turn: float) -> None:
    for step in range(7):
        long = 120 - 13 * step
        x = 930 + sway(turn, 5, step * 0.21) - long / 2
        block(p, x, 640 + step * 36, long, 6, mix(GOLD, CREAM, 0.35), 3)


def _egrets(p: QPainter, turn: float) -> None:
    for index in range(4):
        beat = sin(2 * pi * (turn * 9 + index * 0.23))
        x = (turn * 2000 - index * 92) % 2000 - 180
        egret(p, x, 150 + 34 * index + 16 * (index % 2) + 3 * beat, 30, CREAM, SLATE, beat)


def _evening_sky(p: QPainter) -> None:
    sky(p, 560, (mix(INDIGO, DUSK, 0.5), mix(DUSK, ROSE, 0.5), ROSE, PEACH))
    stars(p, 433, 180, CREAM, count=36)
    sun(p, 880, 420, 104, mix(GOLD, PERSIMMON, 0.25), CREAM)
    wash(p, 560, 900, [(PEACH, 1), (mix(ROSE, DUSK, 0.45), 1), (mix(DUSK, INDIGO, 0.6), 1)])


def _evening_far(p: QPainter) -> None:
    ridge(p, 441, 400, 80, mix(ROSE, DUSK, 0.35), grain=360, foot=mix(ROSE, PEACH, 0.5), floor=562)
    veil(p, 562, 90, PEACH, alpha=0.6)


def _evening_middle(p: QPainter) -> None:
    ridge(p, 445, 470, 70, mix(DUSK, PLUM, 0.5), grain=320, foot=mix(DUSK, ROSE, 0.5), floor=562)


def _evening_near(p: QPainter) -> None:
    ridge(p, 449, 540, 26, mix(INDIGO, PLUM, 0.45), grain=260, floor=564)
    trees = (mix(PINE, PLUM, 0.5), mix(NIGHT, PLUM, 0.3), INK)
    grove(p, 451, 562, 90, trees, left=-40, right=560, count=9)
    grove(p, 457, 562, 90, trees, left=1120, right=1640, count=8)


def _evening_front(p: QPainter) -> None:
    fill(
        p,
        curve([(-80, 640), (160, 626), (380, 660), (300, 720), (80, 790), (-80, 820)], closed=True),
        mix(PLUM, INK, 0.6),
    )
    stilt_house(p, 150, 660, 1.15, thatch=mix(SOIL, INK, 0.45), wall=mix(BARK, INK, 0.5), lit=True)
    palm(p, 330, 668, 430, 463, mix(PINE, INK, 0.4), mix(NIGHT, INK, 0.4), INK)
    for index in range(6):
        leaf(p, 1630, 30, 330, 44, 100 + index * 19, mix(PINE, INK, 0.25), mix(NIGHT, INK, 0.3))
    for x, y, size in ((1500, 96, 60), (1580, 190, 66), (1420, 40, 48), (1650, 290, 56)):
        frangipani(p, x, y, size, (mix(CREAM, ROSE, 0.15), mix(ROSE, LILAC, 0.3), GOLD), turn=x)


def se_pon() -> Moving:
    """Return the evening: a boat on one stream between two banks, lamps afloat and rising."""
    backdrop = still(_evening_sky)
    mirrored = still(_evening_sky, _evening_far, _evening_middle, _evening_near)
    far, middle = layer(_evening_far, 290, 563), layer(_evening_middle, 370, 563)
    near, front = layer(_evening_near, 450, 568), layer(_evening_front, 0, 830)
    hull, shirt = mix(BARK, INK, 0.5), mix(BRICK, INK, 0.3)

    def frame(p: QPainter, turn: float) -> None:
        paste(p, backdrop)
        far.draw(p, sway(turn, 7))
        middle.draw(p, sway(turn, 14))
        mist(p, 459, 530, 8, mix(PEACH, CREAM, 0.4), shift=sway(turn, 60, 0.2), alpha=0.5)
        near.draw(p, sway(turn, 22))
        shimmer(p, mirrored, 564, turn, alpha=0.45, wave=6)
        ripples(p, 19, 574, 900, STRAW, count=80, alpha=0.5, shift=sway(turn, 60, 0.1))
        _rising_lamps(p, turn)
        _floating_lamps(p, turn)
        level = 664 + 1.6 * sin(2 * pi * turn * 5)
        pole = sway(turn * 4, 7)
        boat(p, 1720 - 1870 * turn, level, 0.86, hull=hull, shirt=shirt, pole=pole)
        front.draw(p, sway(turn, 36))

    return frame


def _rising_lamps(p: QPainter, turn: float) -> None:
    for index in range(6):
        risen = (turn + (index * 5 % 6) / 6 + between(3, index, 0, 0.1)) % 1.0
        p.setOpacity(min(1.0, risen * 8, (1 - risen) * 6))
        x = 560 + 150 * index + sway(turn, 12, index * 0.17)
        sky_lamp(p, x, 540 - 520 * risen, 26 + 8 * (index % 3), index)
    p.setOpacity(1.0)


def _floating_lamps(p: QPainter, turn: float) -> None:
    # In one loop each lamp drifts to where the next one was: the row ends as it began.
    for row, (y, size, gap) in enumerate(((640, 20, 320), (716, 30, 400), (806, 42, 530))):
        bob = 1.5 * sin(2 * pi * (turn * 4 + row * 0.2))
        for index in range(-1, int(WIDTH / gap) + 3):
            float_lamp(p, index * gap + row * 130 - gap * turn, y + bob, size)

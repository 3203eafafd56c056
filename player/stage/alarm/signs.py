"""The signs of an emergency, our own drawings after the meaning of ISO 7010.

The standard's pictures are copyrighted; its shapes and colours are not: a green square shows a way
to safety, a red one fire, a yellow triangle with a black edge a danger. A sign is a plate and
strokes on it, in a square of 100 x 100; QML and the plain window draw the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin
from typing import Final, Literal

from player.config.screen import ExitDirection


class Sign(StrEnum):
    """A sign by what it means."""

    EXIT = "exit"
    ASSEMBLY = "assembly"
    FIRE = "fire"
    WARNING = "warning"
    SHELTER = "shelter"
    FIRST_AID = "first-aid"
    TICK = "tick"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    UP_LEFT = "up-left"
    UP_RIGHT = "up-right"
    DOWN_LEFT = "down-left"
    DOWN_RIGHT = "down-right"


Plate = Literal["safe", "fire", "warning"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One part of a drawing.

    Attributes:
        path: absolute ``M``, ``L``, ``C`` and ``Z`` only, so that any painter can follow it.
        width: of the line, with round ends; 0: the shape is filled instead.
        is_cut: drawn in the plate's colour, not in the ink's.
    """

    path: str
    width: float = 0
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plate and what stands on it; ``is_turnable``: whether its mirror image means the same."""

    plate: Plate
    strokes: tuple[Stroke, ...]
    is_turnable: bool = False


ARROWS: Final[Mapping[ExitDirection, Sign]] = {
    "left": Sign.LEFT,
    "right": Sign.RIGHT,
    "up": Sign.UP,
    "down": Sign.DOWN,
    "up-left": Sign.UP_LEFT,
    "up-right": Sign.UP_RIGHT,
    "down-left": Sign.DOWN_LEFT,
    "down-right": Sign.DOWN_RIGHT,
}

_TURNS: Final[Mapping[Sign, int]] = {
    Sign.RIGHT: 0,
    Sign.DOWN_RIGHT: 45,
    Sign.DOWN: 90,
    Sign.DOWN_LEFT: 135,
    Sign.LEFT: 180,
    Sign.UP_LEFT: 225,
    Sign.UP: 270,
    Sign.UP_RIGHT: 315,
}
"""Degrees, clockwise as screens count."""

_ROUND: Final = 0.5523
"""How far the handles of a Bézier quarter circle reach, as a share of its radius."""


def _disc(x: float, y: float, r: float) -> str:
    k = r * _ROUND
    return (
        f"M {x - r} {y} C {x - r} {y - k} {x - k} {y - r} {x} {y - r}"
        f" C {x + k} {y - r} {x + r} {y - k} {x + r} {y}"
        f" C {x + r} {y + k} {x + k} {y + r} {x} {y + r}"
        f" C {x - k} {y + r} {x - r} {y + k} {x - r} {y} Z"
    )


def _line(*points: tuple[float, float], closed: bool = False) -> str:
    steps = " L ".join(f"{x:g} {y:g}" for x, y in points)
    return f"M {steps} Z" if closed else f"M {steps}"


def _arrow(degrees: int) -> Drawing:
    outline = ((11, 42), (55, 42), (37, 24), (57, 24), (86, 50), (57, 76), (37, 76), (55, 58))
    across, down = cos(radians(degrees)), sin(radians(degrees))
    points = (
        (50 + (x - 50) * across - (y - 50) * down, 50 + (x - 50) * down + (y - 50) * across)
        for x, y in (*outline, (11, 58))
    )
    return Drawing("safe", (Stroke(_line(*points, closed=True)),))


def _person(x: float, foot: float, size: float) -> tuple[Stroke, ...]:
    """Return somebody who stands, ``size`` high."""
    head, hip = foot - size * 0.87, foot - size * 0.45
    return (
        Stroke(_disc(x, head, size * 0.13)),
        Stroke(_line((x, head + size * 0.29), (x, hip)), size * 0.27),
        Stroke(_line((x - size * 0.075, hip), (x - size * 0.075, foot - size * 0.05)), size * 0.11),
        Stroke(_line((x + size * 0.075, hip), (x + size * 0.075, foot - size * 0.05)), size * 0.11),
    )


_RUNNER: Final = (
    (_line((48, 38), (40, 58)), 14.0),
    (_line((49, 37), (61, 47), (72, 41)), 7.5),
    (_line((46, 36), (30, 40), (22, 53)), 7.5),
    (_line((41, 59), (57, 65), (61, 86)), 9.5),
    (_line((39, 59), (31, 74), (13, 77)), 9.5),
)
"""Torso, arms and legs of somebody who runs to the right."""

_HALO: Final = 7.0
"""What keeps the runner apart from the doorway behind."""

_EXIT: Final = Drawing(
    "safe",
    (
        Stroke(_line((64, 11), (91, 11), (91, 91), (74, 91)), 6.5),
        *(Stroke(path, width + _HALO, is_cut=True) for path, width in _RUNNER),
        *(Stroke(path, width) for path, width in _RUNNER),
        Stroke(_disc(53, 20, 8.5 + _HALO / 2), is_cut=True),
        Stroke(_disc(53, 20, 8.5)),
    ),
    is_turnable=True,
)

DRAWINGS: Final[Mapping[Sign, Drawing]] = {
    Sign.EXIT: _EXIT,
    Sign.ASSEMBLY: Drawing(
        "safe",
        (
            *_person(33, 76, 46),
            *_person(67, 76, 46),
            *_person(50, 86, 56),
            *(
                Stroke(path)
                for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))
                for path in (
                    _line(
                        *(
                            (100 - a if x else a, 100 - b if y else b)
                            for a, b in (
                                (8, 14),
                                (14, 8),
                                (22, 16),
                                (28, 10),
                                (28, 28),
                                (10, 28),
                                (16, 22),
                            )
                        ),
                        closed=True,
                    ),
                )
            ),
        ),
    ),
    Sign.FIRE: Drawing(
        "fire",
        (
            Stroke(
                "M 50 92 C 30 92 17 79 17 62 C 17 40 38 34 40 8 C 58 18 64 34 61 49"
                " C 68 46 70 38 69 30 C 79 40 84 52 84 64 C 84 81 70 92 50 92 Z"
            ),
            Stroke(
                "M 50 84 C 41 84 35 78 35 70 C 35 60 47 57 49 44 C 59 52 66 61 66 70"
                " C 66 78 59 84 50 84 Z",
                is_cut=True,
            ),
        ),
    ),
    Sign.WARNING: Drawing(
        "warning", (Stroke(_line((50, 40), (50, 64)), 10), Stroke(_disc(50, 79, 5.6)))
    ),
    Sign.SHELTER: Drawing(
        "safe",
        (
            Stroke(_line((10, 48), (50, 13), (90, 48)), 9),
            Stroke(_line((20, 50), (20, 88), (80, 88), (80, 50)), 8),
            *_person(50, 86, 46),
        ),
    ),
    Sign.FIRST_AID: Drawing(
        "safe",
        (
            Stroke(_line((36, 12), (64, 12), (64, 88), (36, 88), closed=True)),
            Stroke(_line((12, 36), (88, 36), (88, 64), (12, 64), closed=True)),
        ),
    ),
    Sign.TICK: Drawing("safe", (Stroke(_line((20, 52), (42, 74), (82, 28)), 15),)),
    **{sign: _arrow(degrees) for sign, degrees in _TURNS.items()},
}

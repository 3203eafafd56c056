"""Whether a touch panel reports where a finger is: five points, and what is wrong if it does not.

Places are shares of the picture, from its upper left corner. The points lie so that no turning or
mirroring puts one onto itself, nor onto the controls in the middle: one landing that is wrong
already tells how the axes are confused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from player.config.screen import Orientation

Place = tuple[float, float]
Affine = tuple[float, float, float, float, float, float]
"""``a b c d e f``: x' = a x + b y + c, y' = d x + e y + f; as libinput writes a calibration."""

Confusion = Literal[
    "mirrored-x", "mirrored-y", "half-turn", "swapped", "turned-right", "turned-left", "crossed"
]

POINTS: Final[tuple[Place, ...]] = (
    (0.08, 0.28),
    (0.80, 0.08),
    (0.50, 0.50),
    (0.92, 0.60),
    (0.38, 0.92),
)

LENIENT: Final = 2.0
"""A landing this many times the size of a target from where a confusion puts it fits that one."""

_LANDS: Final[Mapping[Confusion, Affine]] = {
    "mirrored-x": (-1, 0, 1, 0, 1, 0),
    "mirrored-y": (1, 0, 0, 0, -1, 1),
    "half-turn": (-1, 0, 1, 0, -1, 1),
    "swapped": (0, 1, 0, 1, 0, 0),
    "turned-right": (0, -1, 1, 1, 0, 0),
    "turned-left": (0, 1, 0, -1, 0, 1),
    "crossed": (0, -1, 1, -1, 0, 1),
}
"""Confusion -> where a finger at (x, y) is reported."""

_INVERSE: Final[Mapping[Confusion, Confusion]] = {
    "turned-right": "turned-left",
    "turned-left": "turned-right",
}
"""The others undo themselves."""

_TO_PICTURE: Final[Mapping[int, Affine]] = {
    0: (1, 0, 0, 0, 1, 0),
    90: (0, 1, 0, -1, 0, 1),
    180: (-1, 0, 1, 0, -1, 1),
    270: (0, -1, 1, 1, 0, 0),
}
"""Clockwise turn of the picture inside the window -> from the window into the picture."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a touch was reported that was meant for a point.

    Attributes:
        point: index of it.
        place: reported.
        is_hit: whether it was the point.
    """

    point: int
    place: Place
    is_hit: bool


def land(landings: Sequence[Landing], place: Place, reach: Place) -> tuple[Landing, ...]:
    """Return the landings with one more: of a finger meant for the point that is due.

    Args:
        landings: so far.
        place: reported.
        reach: half the size of a target, as shares of the picture's width and height.
    """
    due = point_due(landings)
    if due is None:
        return tuple(landings)
    return (*landings, Landing(due, place, _is_near(place, POINTS[due], reach)))


def point_due(landings: Sequence[Landing]) -> int | None:
    """Return the point to be touched next; None: all were hit."""
    hit = {landing.point for landing in landings if landing.is_hit}
    return next((at for at in range(len(POINTS)) if at not in hit), None)


def confusion(landings: Sequence[Landing], reach: Place) -> Confusion | None:
    """Return how the axes are confused that explains every miss; None: nothing does, or many do."""
    misses = [landing for landing in landings if not landing.is_hit]
    wide = (reach[0] * LENIENT, reach[1] * LENIENT)
    fitting = [
        name
        for name, lands in _LANDS.items()
        if all(_is_near(miss.place, _apply(lands, POINTS[miss.point]), wide) for miss in misses)
    ]
    return fitting[0] if misses and len(fitting) == 1 else None


def remedy(found: Confusion, turn: int = 0) -> str:
    """Return what ``LIBINPUT_CALIBRATION_MATRIX`` mends it, of a panel not calibrated so far.

    Args:
        found: seen in the picture.
        turn: of the picture inside the window, clockwise degrees.
    """
    into = _TO_PICTURE[turn]
    back = _TO_PICTURE[(360 - turn) % 360]
    undo = _LANDS[_INVERSE.get(found, found)]
    return " ".join(f"{part:g}" for part in _after(back, _after(undo, into)))


def is_good_for(orientation: Orientation, touched: Orientation | None, verdict: str) -> bool:
    """Whether a check that was made still counts for how the panel hangs now."""
    return verdict == "skipped" or (verdict == "good" and touched == orientation)


def _is_near(place: Place, point: Place, reach: Place) -> bool:
    return abs(place[0] - point[0]) <= reach[0] and abs(place[1] - point[1]) <= reach[1]


def _apply(affine: Affine, place: Place) -> Place:
    a, b, c, d, e, f = affine
    x, y = place
    return a * x + b * y + c, d * x + e * y + f


def _after(second: Affine, first: Affine) -> Affine:
    """Return what ``first`` and then ``second`` do."""
    a, b, c, d, e, f = second
    p, q, r, s, t, u = first
    return (
        *(a * p + b * s, a * q + b * t, a * r + b * u + c),
        *(d * p + e * s, d * q + e * t, d * r + e * u + f),
    )

"""Moving the focus with four arrow keys: which control lies next in a direction. Pure geometry."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final


class Direction(Enum):
    """Where an arrow key points: one step right and one step down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A control in the picture as people see it, pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


ASIDE: Final = 3.0
"""How much farther a control seems that lies aside of the arrow's line."""


def next_control(boxes: Sequence[Box], current: int | None, direction: Direction) -> int | None:
    """Return which of ``boxes`` an arrow key leads to.

    Every control can be reached from every other: where nothing lies in a direction, the focus
    goes on in reading order, round and round; and where that would still leave one out, left and
    right go in reading order everywhere.

    Args:
        boxes: of the controls.
        current: the one that has the focus; None: none has, and the first in reading order is
            meant.
        direction: of the key.

    Returns:
        None where there are no controls.
    """
    if not boxes:
        return None
    order = _reading_order(boxes)
    if current is None:
        return order[0]
    is_sideways = direction in {Direction.LEFT, Direction.RIGHT}
    if is_sideways and not _joins_all(tuple(boxes)):
        return _step(order, current, direction)
    return _led(boxes, order, current, direction)


def box_between(
    corner: tuple[float, float],
    other: tuple[float, float],
    in_picture: Callable[[float, float], tuple[float, float]],
) -> Box:
    """Return where a control of the window is in the picture, which may be turned inside it.

    Args:
        corner: of the control in the window, pixels.
        other: the one across from it.
        in_picture: a place of the window -> the same in the picture, pixels; turns by right
            angles.
    """
    (x, y), (to_x, to_y) = in_picture(*corner), in_picture(*other)
    return Box(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))


def _reading_order(boxes: Sequence[Box]) -> list[int]:
    return sorted(range(len(boxes)), key=lambda at: (round(boxes[at].y), boxes[at].x))


def _led(boxes: Sequence[Box], order: Sequence[int], current: int, direction: Direction) -> int:
    """Return the nearest control in a direction, else the next in reading order."""
    here = boxes[current]
    ahead = [at for at in order if at != current and _is_ahead(here, boxes[at], direction)]
    if ahead:
        return min(ahead, key=lambda at: _distance(here, boxes[at], direction))
    return _step(order, current, direction)


def _step(order: Sequence[int], current: int, direction: Direction) -> int:
    step = 1 if direction in {Direction.RIGHT, Direction.DOWN} else -1
    return order[(order.index(current) + step) % len(order)]


@lru_cache(maxsize=16)
def _joins_all(boxes: tuple[Box, ...]) -> bool:
    """Whether the nearest control in each direction leads from each to all others."""
    order = _reading_order(boxes)
    leads = [{_led(boxes, order, at, each) for each in Direction} for at in range(len(boxes))]
    comes: list[set[int]] = [set() for _ in boxes]
    for at, led in enumerate(leads):
        for each in led:
            comes[each].add(at)
    return len(_reached(leads)) == len(_reached(comes)) == len(boxes)


def _reached(leads: Sequence[AbstractSet[int]]) -> set[int]:
    """Return which are reached from the first, over as many others as it takes."""
    reached, waiting = {0}, [0]
    while waiting:
        new = leads[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def _is_ahead(here: Box, there: Box, direction: Direction) -> bool:
    """Whether the middle of ``there`` lies beyond the edge of ``here``."""
    right, down = direction.value
    (x, y), (to_x, to_y) = here.middle, there.middle
    along = (to_x - x) * right + (to_y - y) * down
    return along > (here.width if right else here.height) / 2 - 1


def _distance(here: Box, there: Box, direction: Direction) -> float:
    """Return how far ``there`` seems: from edge to edge, for a wide control is as near as it."""
    right, _ = direction.value
    (x, y), (to_x, to_y) = here.middle, there.middle
    beside = max(0.0, there.x - (here.x + here.width), here.x - (there.x + there.width))
    below = max(0.0, there.y - (here.y + here.height), here.y - (there.y + there.height))
    along, aside = (beside, below) if right else (below, beside)
    off = abs(to_y - y) if right else abs(to_x - x)
    return along + ASIDE * aside + off / 10

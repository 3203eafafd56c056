"""Moving the focus with four arrow keys: which control lies next in a direction. Pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Direction(Enum):
    """Where an arrow key points: one step right and one step down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A control on the screen, pixels."""

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
    goes on in reading order, round and round.

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
    order = sorted(range(len(boxes)), key=lambda at: (round(boxes[at].y), boxes[at].x))
    if current is None:
        return order[0]
    ahead = [
        at for at in order if at != current and _is_ahead(boxes[current], boxes[at], direction)
    ]
    if ahead:
        return min(ahead, key=lambda at: _distance(boxes[current], boxes[at], direction))
    step = 1 if direction in {Direction.RIGHT, Direction.DOWN} else -1
    return order[(order.index(current) + step) % len(order)]


def _is_ahead(here: Box, there: Box, direction: Direction) -> bool:
    """Whether ``there`` lies beyond the edge of ``here``, give or take half of its size."""
    right, down = direction.value
    (x, y), (to_x, to_y) = here.middle, there.middle
    along = (to_x - x) * right + (to_y - y) * down
    return along > (here.width if right else here.height) / 2 - 1


def _distance(here: Box, there: Box, direction: Direction) -> float:
    right, down = direction.value
    (x, y), (to_x, to_y) = here.middle, there.middle
    along = abs((to_x - x) * right + (to_y - y) * down)
    if right:
        aside = max(0.0, there.y - (here.y + here.height), here.y - (there.y + there.height))
        off = abs(to_y - y)
    else:
        aside = max(0.0, there.x - (here.x + here.width), here.x - (there.x + there.width))
        off = abs(to_x - x)
    return along + ASIDE * aside + off / 10

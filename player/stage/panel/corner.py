"""Fingers held in a corner of the picture: pure, in millimetres of the picture as people see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Final

SIDE_MM: Final = 25.0
"""Of the square: a gloved finger finds it, and few travellers do by chance."""

SLACK_MM: Final = 8.0
"""A finger that rests rolls so far; one that moves on is a traveller's."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Where a finger came down, and when."""

    x_mm: float
    y_mm: float
    since_s: float


@dataclass(frozen=True, slots=True)
class Corner:
    """The corner, and the fingers that have rested in it since they came down.

    Attributes:
        name: ``top-left`` …; ``none``: no finger ever rests.
        width_mm, height_mm: of the picture.
        hold_s: how long a finger is to rest.
        resting: id of a finger -> where it came down.
    """

    name: str
    width_mm: float
    height_mm: float
    hold_s: float
    resting: Mapping[int, Touch] = field(default_factory=dict)

    def down(self, finger: int, x_mm: float, y_mm: float, seconds: float) -> "Corner":
        """Return the corner after a finger came down."""
        if not self._holds(x_mm, y_mm):
            return self.up(finger)
        return replace(self, resting={**self.resting, finger: Touch(x_mm, y_mm, seconds)})

    def moved(self, finger: int, x_mm: float, y_mm: float) -> "Corner":
        """Return the corner after a finger moved; one that went too far has to come anew."""
        touch = self.resting.get(finger)
        if touch is None:
            return self
        is_still = hypot(x_mm - touch.x_mm, y_mm - touch.y_mm) <= SLACK_MM
        return self if is_still and self._holds(x_mm, y_mm) else self.up(finger)

    def up(self, finger: int) -> "Corner":
        """Return the corner after a finger left."""
        if finger not in self.resting:
            return self
        kept = {each: touch for each, touch in self.resting.items() if each != finger}
        return replace(self, resting=kept)

    @property
    def empty(self) -> "Corner":
        """The same without a finger."""
        return replace(self, resting={})

    def remaining_s(self, seconds: float) -> float | None:
        """Return when a finger will have rested long enough; 0: now; None: none rests."""
        waits = [touch.since_s + self.hold_s - seconds for touch in self.resting.values()]
        return max(0.0, min(waits)) if waits else None

    def _holds(self, x_mm: float, y_mm: float) -> bool:
        up_down, _, side = self.name.partition("-")
        from_side = x_mm if side == "left" else self.width_mm - x_mm
        from_end = y_mm if up_down == "top" else self.height_mm - y_mm
        return bool(side) and 0 <= from_side <= SIDE_MM and 0 <= from_end <= SIDE_MM

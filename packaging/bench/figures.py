"""Figures, and whether they reach their goals: arithmetic only."""

from dataclasses import dataclass
from statistics import median
from typing import Literal

Measured = Literal["process tree", "process", "function call"]
Verdict = Literal["met", "missed", ""]


@dataclass(frozen=True, slots=True)
class Readings:
    """What repeated measurements of one thing gave; at least one."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest."""
        return min(self.values), max(self.values)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure should reach.

    Attributes:
        limit: in the figure's own unit, or a share of Chromium's figure.
        of_chromium: whether ``limit`` is such a share.
        at_least: more is better; else less is.
    """

    limit: float
    of_chromium: bool = False
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        key: by which remarks name it.
        title: for people.
        measured: what the numbers are of.
        unit: for people.
        digits: after the decimal point.
        player: readings.
        chromium: readings; None: it has no such thing.
        goal: None: told for comparison only.
    """

    key: str
    title: str
    measured: Measured
    unit: str
    digits: int
    player: Readings
    chromium: Readings | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """The player's median as a share of Chromium's."""
        if self.chromium is None or self.chromium.median == 0:
            return None
        return self.player.median / self.chromium.median

    @property
    def verdict(self) -> Verdict:
        """Whether the goal is met; empty without one."""
        if self.goal is None:
            return ""
        value = self.ratio if self.goal.of_chromium else self.player.median
        if value is None:
            return ""
        met = value >= self.goal.limit if self.goal.at_least else value <= self.goal.limit
        return "met" if met else "missed"

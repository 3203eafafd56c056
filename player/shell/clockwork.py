"""What a room that keeps a timer knows of time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from player.clock import ClockTrust


@dataclass(frozen=True, slots=True)
class Clockwork:
    """The clocks of one player.

    Attributes:
        now: the wall clock, aware.
        trust: whether an instant can be the true time.
        monotonic: seconds of a clock that never steps.
    """

    now: Callable[[], datetime]
    trust: Callable[[datetime], ClockTrust]
    monotonic: Callable[[], float]

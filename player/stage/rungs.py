"""Who has the screen: the ladder of DECISIONS.md, "Rules of the stage". Values only."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final


class Rung(IntEnum):
    """What may claim the screen; a higher one takes it from all below."""

    GATE_PAGE = 1
    SCHEDULE = 2
    INSERT = 3
    SESSION = 4
    HOLD = 5
    PANEL = 6
    STOP = 7
    EMERGENCY = 8


ALWAYS: Final = Rung.GATE_PAGE
"""Claims the screen whoever else does: it is never blank."""


def holder(claims: Iterable[Rung]) -> Rung:
    """Return which of ``claims`` has the screen; none: the default gate page."""
    return max(claims, default=ALWAYS)


def covers_programme(rung: Rung) -> bool:
    """Whether the programme rests, unseen, while ``rung`` has the screen."""
    return rung > Rung.INSERT


def ends_session(rung: Rung) -> bool:
    """Whether a touch session is over once ``rung`` has the screen: it is not come back to."""
    return rung > Rung.SESSION

"""Who has the screen: the ladder of DECISIONS.md, "Rules of the stage". Values only."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final


class Rung(IntEnum):
    """What may claim the screen; a higher one takes it from all below.

    A page hold has three kinds: an item kept on stage (``HOLD``), a topic that gate staff show
    (``SHOWING``), and no picture at all (``BLANK``).
    """

    GATE_PAGE = 1
    SCHEDULE = 2
    INSERT = 3
    SESSION = 4
    HOLD = 5
    SHOWING = 6
    BLANK = 7
    PANEL = 8
    STOP = 9
    EMERGENCY = 10


ALWAYS: Final = Rung.GATE_PAGE
"""Claims the screen whoever else does: it is never blank."""


def holder(claims: Iterable[Rung]) -> Rung:
    """Return which of ``claims`` has the screen; none: the default gate page."""
    return max(claims, default=ALWAYS)


def covers_programme(rung: Rung) -> bool:
    """Whether the programme rests, unseen, while ``rung`` has the screen; a hold is played."""
    return rung > Rung.INSERT and rung is not Rung.HOLD


def ends_session(rung: Rung) -> bool:
    """Whether a touch session is over once ``rung`` has the screen: it is not come back to."""
    return rung > Rung.SESSION

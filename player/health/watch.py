"""What is wrong with a player that runs: judged by what is seen, not by what lives.

A process that lives, even one that draws, may show the same picture for ever. Health is a frame
that reaches the display when one is asked for, the page that is due, and a programme that moves
on. What is done about a fault is for others; here it is only known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Fault(Enum):
    """What a player can fail in while it runs."""

    DISPLAY_AWAY = "no display is connected"
    DISPLAY_STILL = "no frame reaches the display"
    PAGE_LATE = "the page that is due does not come on"
    PROGRAMME_STILL = "a slot is over and no other begins"
    BLACK = "the picture is black, and is not meant to be"
    PICTURE_STILL = "pages follow one another, and the picture stays as it is"
    TICKER_STILL = "the ticker stands still"
    CLIP_STILL = "frames of a clip come, and the picture does not show them"


LIMITS_S: Final[Mapping[Fault, float]] = {
    Fault.DISPLAY_AWAY: 1.0,
    Fault.DISPLAY_STILL: 5.0,
    Fault.PAGE_LATE: 10.0,
    Fault.PROGRAMME_STILL: 5.0,
}
"""How long each may last before it is a fault, in seconds; the others are seen in the pixels.

A page may take eight seconds to be given up and half a one to fade; a timer that is due while a
page is set comes a little later. Source: DECISIONS.md, "the player watches itself".
"""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long the player has waited for what must come; seconds, 0 for what has come.

    Attributes:
        frame_s: for a frame it asked for to reach the display.
        page_s: for the page that is due to be seen.
        slot_s: for a slot to follow the one that is over.
        display_s: for a display to be there.
    """

    frame_s: float = 0
    page_s: float = 0
    slot_s: float = 0
    display_s: float = 0


def faults(waits: Waits) -> frozenset[Fault]:
    """Return what has been waited for too long."""
    waited = {
        Fault.DISPLAY_AWAY: waits.display_s,
        Fault.DISPLAY_STILL: waits.frame_s,
        Fault.PAGE_LATE: waits.page_s,
        Fault.PROGRAMME_STILL: waits.slot_s,
    }
    return frozenset(fault for fault, seconds in waited.items() if seconds > LIMITS_S[fault])


def is_mendable(fault: Fault) -> bool:
    """Whether anything that the player can do helps against it."""
    return fault is not Fault.DISPLAY_AWAY


def of_video(fault: Fault) -> bool:
    """Whether the video worker is the first to be suspected."""
    return fault is Fault.CLIP_STILL

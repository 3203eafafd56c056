"""One slot of the programme: an item in a language from an instant until another, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

DEFAULT_GATE_PAGE: Final = "default-gate-page"
"""Stands for an item id, and for the rule, where the pack schedules nothing."""

CLOSED_PAGE: Final = "gate-closed-page"
"""Stands for an item id, and for the rule, while a screen only says when the gate opens."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the programme.

    Attributes:
        start: the gate's wall clock at a fixed offset, so that times may be compared and
            subtracted over a change of clocks; inclusive.
        end: likewise; exclusive.
        item: item id, ``DEFAULT_GATE_PAGE`` or ``CLOSED_PAGE``.
        language: whose turn it is.
        shown_in: language of the text shown; differs from ``language`` where a translation
            is missing and the declared fallback stands in.
        why: the rule that chose it, e.g. ``playlist:morning``, ``must-show:map``,
            ``essential:hours``, ``default-gate-page``.
    """

    start: datetime
    end: datetime
    item: str
    language: str
    shown_in: str
    why: str

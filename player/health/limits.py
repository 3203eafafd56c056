"""How much memory a process may hold before it makes room by beginning anew, of its own accord.

These are the soft limits: a planned restart when nobody notices. The hard ones are the worker's
own (``video/confine.py``), those of ``video/phases.py``, and the units'.
"""

from dataclasses import dataclass
from typing import Final

SHOW_BYTES: Final = 700 << 20
"""It holds 0.1 to 0.2 GB; two of the largest pictures a pack may have are 0.12 GB more."""

AGENT_BYTES: Final = 500 << 20
"""A cycle over ten thousand files takes 0.15 GB."""

SETTLED_S: Final = 3600.0
"""A player that grew within its first hour would grow again: that is the hard limit's business."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a process holds, in bytes, and for how long it has run, in seconds."""

    held_bytes: int
    age_s: float


def is_too_heavy(weight: Weight, limit_bytes: int) -> bool:
    """Whether the process had better begin anew at the next quiet moment."""
    return weight.held_bytes > limit_bytes and weight.age_s >= SETTLED_S

"""When a worker has worked enough: it is replaced between two clips, and nobody sees it.

A decoder that leaks a little for each clip never comes to the point where it must be killed.
Source: DECISIONS.md, "the worker is replaced before it is worn out".
"""

from dataclasses import dataclass
from typing import Final

CLIPS: Final = 500
AGE_S: Final = 6 * 3600.0
HELD_BYTES: Final = 250 << 20
"""Between two clips it holds 0.1 GB; from 0.4 GB on it is killed."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What a worker has done: clips and recordings begun, seconds lived, bytes held."""

    clips: int
    age_s: float
    held_bytes: int


def worn(wear: Wear) -> str | None:
    """Return why a worker had better be replaced, None while it had not.

    Args:
        wear: of a worker that plays nothing.
    """
    if wear.clips >= CLIPS:
        return f"it has played {wear.clips} clips"
    if wear.age_s >= AGE_S:
        return f"it has run for {wear.age_s / 3600:.0f} hours"
    if wear.held_bytes > HELD_BYTES:
        return f"it holds {wear.held_bytes >> 20} MB"
    return None

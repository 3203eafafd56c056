"""How long a slide stays: from what is read of it, within limits."""

import math

from player.pack.reading import reading_cs

MIN_S, MAX_S = 8, 40


def slide_s(words: str, min_duration_s: int, clip_ms: int = 0) -> int:
    """Return how long a slide with ``words`` stays, in whole seconds.

    Args:
        words: what is shown of it.
        min_duration_s: the author's wish; only ever lengthens.
        clip_ms: length of its clip; 0 for a still slide. A clip is never cut short.
    """
    still_s = min(max(math.ceil(reading_cs(words) / 100), MIN_S), MAX_S)
    return max(still_s, min_duration_s, math.ceil(clip_ms / 1000))

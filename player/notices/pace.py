"""How fast a line may run: reading speed of moving text, by script."""

import unicodedata
from typing import Final

CHARACTERS_PER_S: Final = 6
HAN_PER_S: Final = 3
"""Moving text is read slower than text that stands; a Han character is about two letters."""


def passing_s(text: str) -> float:
    """Return how long ``text`` takes at least to pass a point, in seconds.

    Args:
        text: in any mix of scripts; marks above and below a letter, and break marks, count as
            nothing, for they take no room of their own.
    """
    han = sum(_is_han(sign) for sign in text)
    letters = sum(unicodedata.category(sign)[0] not in "MC" for sign in text) - han
    return letters / CHARACTERS_PER_S + han / HAN_PER_S


def _is_han(sign: str) -> bool:
    return unicodedata.category(sign) == "Lo" and unicodedata.east_asian_width(sign) in "WF"

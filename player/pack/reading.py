"""How long people take to read a text: pure arithmetic on its signs."""

import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

from player.pack.scripts import is_unspaced

LOOK_CS: Final = 300
LETTER_CS: Final = 10
CLUSTER_CS: Final = 12
HAN_CS: Final = 35
"""Hundredths of a second: whole numbers, so that no rounding ever adds a second to a slide."""

_UNSEEN: Final = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
_JOINED_VOWELS: Final = frozenset("\u0e33\u0eb3")  # AM of Thai and Lao: letters, but of one cluster
_COENG: Final = "\u17d2"  # the Khmer sign that hangs the next consonant below the last


def reading_s(words: str) -> float:
    """Return how long reading ``words`` takes, in seconds, before any limit.

    Args:
        words: in any mix of scripts; marks and break marks take no time of their own.

    The rule: 3 s to look, then 0.10 s for a letter, 0.12 s for a Lao, Khmer or Thai cluster,
    0.35 s for a Han character.
    """
    return reading_cs(words) / 100


def reading_cs(words: str) -> int:
    """Return the same in hundredths of a second."""
    return LOOK_CS + sum(
        _sign_cs(sign) for previous, sign in pairwise(("", *words)) if previous != _COENG
    )


@cache
def _sign_cs(sign: str) -> int:
    if sign in _JOINED_VOWELS or unicodedata.category(sign) in _UNSEEN:
        return 0
    if is_unspaced(sign):
        return CLUSTER_CS
    if unicodedata.category(sign) == "Lo" and unicodedata.east_asian_width(sign) in "WF":
        return HAN_CS
    return LETTER_CS

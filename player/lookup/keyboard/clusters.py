"""Grapheme clusters as far as the keyboard needs them: what one press of backspace takes away.

A cluster is a letter with its marks: a Latin letter with accents, a Thai or Lao letter with vowel
and tone marks, a Khmer letter with its subscripts. A vowel written before its letter is a cluster
of its own. Source: Unicode UAX #29, with Khmer subscripts joined (COENG and the letter after it).
"""

import unicodedata
from typing import Final

COENG: Final = "\u17d2"
"""Makes the Khmer letter after it a subscript of the one before."""

VOWELS_AM: Final = frozenset("\u0e33\u0eb3")
"""Thai and Lao AM: letters by their category, though half of each stands above the one before."""

DOTTED_CIRCLE: Final = "\u25cc"


def leans(sign: str) -> bool:
    """Return whether ``sign`` cannot stand without a letter before it."""
    return unicodedata.category(sign).startswith("M") or sign in VOWELS_AM


def last_cluster(text: str) -> int:
    """Return where the last cluster of ``text`` begins; 0 for an empty text."""
    at = max(0, len(text) - 1)
    while at > 0 and _belongs_to_the_one_before(text, at):
        at -= 1
    return at


def without_last(text: str) -> str:
    """Return ``text`` without its last cluster."""
    return text[: last_cluster(text)]


def cut(text: str, most: int) -> str:
    """Return the beginning of ``text``: at most ``most`` signs, and no cluster in parts."""
    if len(text) <= most:
        return text
    return text[: last_cluster(text[: most + 1])]


def label_of(signs: str) -> str:
    """Return what a key that writes ``signs`` shows: marks stand on a dotted circle."""
    return DOTTED_CIRCLE + signs if leans(signs[0]) else signs


def _belongs_to_the_one_before(text: str, at: int) -> bool:
    return leans(text[at]) or (text[at - 1] == COENG and unicodedata.category(text[at]) == "Lo")

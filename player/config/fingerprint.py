"""The fingerprint of a root of trust, as people compare it: eight words, or eight groups of digits.

Word and group say the same 15 bits each, 120 bits of the SHA-256 of the file in all. Words are
three syllables of one consonant and one vowel that a Vietnamese and a foreign ear tell apart on a
bad telephone line: no c/k, d/gi/r, l/n or s/x, which sound alike in one region or another.
"""

import hashlib
import re
from typing import Final

CONSONANTS: Final = "bghkmstv"
VOWELS: Final = "aiou"
WORDS: Final = 8
WORD_BITS: Final = 15
SYLLABLE_BITS: Final = 5
GROUP_DIGITS: Final = 5
DIGITS: Final = WORDS * GROUP_DIGITS

PATTERN: Final = r"^(|[0-9]{5}( [0-9]{5}){7})$"
"""Of a fingerprint in digits, in a configuration; empty: nobody has compared it."""

_SYLLABLES: Final = tuple(consonant + vowel for consonant in CONSONANTS for vowel in VOWELS)
_SEPARATORS: Final = re.compile(r"[\s.,;:·/_-]+")


def digest_of(root: bytes) -> str:
    """Return the SHA-256 of a root file, hex."""
    return hashlib.sha256(root).hexdigest()


def digits_of(sha256: str) -> str:
    """Return the fingerprint in digits: eight groups of five, a space between.

    Args:
        sha256: of the root file, hex.
    """
    return " ".join(f"{value:0{GROUP_DIGITS}}" for value in _values(sha256))


def masked_digits(typed: str) -> str:
    """Return digits as they will be read: two lines of four groups, ``_`` for each to come.

    Args:
        typed: digits and nothing else.
    """
    digits = typed.ljust(DIGITS, "_")
    groups = [digits[at : at + GROUP_DIGITS] for at in range(0, DIGITS, GROUP_DIGITS)]
    half = WORDS // 2
    return " ".join(groups[:half]) + "\n" + " ".join(groups[half:])


def words_of(sha256: str) -> tuple[str, ...]:
    """Return the fingerprint in words: eight.

    Args:
        sha256: of the root file, hex.
    """
    return tuple(_word(value) for value in _values(sha256))


def is_same(typed: str, sha256: str) -> bool:
    """Whether what a person typed is this fingerprint, in words or in digits, however parted.

    Args:
        typed: capitals, spaces and hyphens do not matter.
        sha256: of the root file, hex.
    """
    said = _SEPARATORS.sub("", typed).casefold()
    return said in {digits_of(sha256).replace(" ", ""), "".join(words_of(sha256))}


def _values(sha256: str) -> tuple[int, ...]:
    bits = int(sha256, 16) >> (256 - WORDS * WORD_BITS)
    mask = (1 << WORD_BITS) - 1
    return tuple((bits >> (WORD_BITS * at)) & mask for at in reversed(range(WORDS)))


def _word(value: int) -> str:
    mask = (1 << SYLLABLE_BITS) - 1
    shifts = (2 * SYLLABLE_BITS, SYLLABLE_BITS, 0)
    return "".join(_SYLLABLES[(value >> shift) & mask] for shift in shifts)

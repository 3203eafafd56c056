"""Which signs belong together as one token: the patterns that text is cut with.

Lao, Khmer, Thai, Burmese and Tai Viet put no spaces between words, so a token of theirs is one
cluster: a consonant with all that is written around it. Chinese and Japanese are cut into single
signs, every other script into words. Source: design.md D-13, with what was measured.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

LONGEST_WORD: Final = 64
"""Signs of one token: a text without any break still becomes tokens that an index can hold."""

MOST_MARKS: Final = 8
"""Marks on one sign; what comes on top is noise, and would make normalisation slow."""

_FIRST_MARK: Final = 0x300
_LAST_MARK: Final = 0x1E94A
"""Those of plane 14, beyond it, only choose a glyph."""

_FAR: Final = "\U00010000"

_HAN: Final = (
    "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)


class _Script(NamedTuple):
    """Classes of the signs of an unspaced script.

    Attributes:
        before: vowels that are typed before their consonant.
        base: consonants, and signs that stand alone.
        after: vowels and marks that are typed after it.
        stacker: joins the next consonant underneath.
    """

    before: str
    base: str
    after: str
    stacker: str = ""

    @property
    def letters(self) -> str:
        return f"{self.before}{self.base}{self.after}{self.stacker}"

    @property
    def cluster(self) -> str:
        more = f"[{self.after}]"
        if self.stacker:
            # While it is typed, the consonant underneath is not there yet.
            more = f"(?:{self.stacker}[{self.base}]?|{more})"
        several = f"{more}{{1,{MOST_MARKS}}}"
        whole = f"[{self.base}]{more}{{0,{MOST_MARKS}}}"
        return (
            f"[{self.before}](?:{whole})?|{whole}|{several}"
            if self.before
            else (f"{whole}|{several}")
        )


_CLUSTERED: Final = (
    _Script(  # Thai
        "\u0e40-\u0e44", "\u0e01-\u0e2f\u0e46", "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
    ),
    _Script(  # Lao
        "\u0ec0-\u0ec4", "\u0e81-\u0eaf\u0ec6\u0edc-\u0edf", "\u0eb0-\u0ebd\u0ec8-\u0ece"
    ),
    _Script(  # Khmer
        "", "\u1780-\u17b3\u17d7\u17dc", "\u17b4-\u17d1\u17d3\u17dd", "\u17d2"
    ),
    _Script(  # Burmese
        "",
        "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070"
        "\u1075-\u1081\u108e\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7a\uaa7e\uaa7f",
        "\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d"
        "\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\ua9e5\uaa7b-\uaa7d",
        "\u1039",
    ),
    _Script(  # Tai Viet
        "\uaab5\uaab6\uaab9\uaabb\uaabc",
        "\uaa80-\uaaaf\uaac0\uaac2\uaadb-\uaadd",
        "\uaab0-\uaab4\uaab7\uaab8\uaaba\uaabd-\uaabf\uaac1",
    ),
)

_NUMBERS: Final = (0x0E50, 0x0ED0, 0x17E0, 0x1040, 0x1090)
"""Zero in Thai, Lao, Khmer, Burmese and Shan: who types 113 in their own figures means 113."""

FIGURES: Final = {first + digit: str(digit) for first in _NUMBERS for digit in range(10)}


@cache
def mark() -> str:
    """Return the pattern of one mark: what is written upon another sign."""
    found = [
        chr(code)
        for code in range(_FIRST_MARK, _LAST_MARK + 1)
        if unicodedata.category(chr(code)).startswith("M")
    ]
    near = "".join(sign for sign in found if sign < _FAR)
    far = "".join(sign for sign in found if sign >= _FAR)
    # The far ones are many ranges, each of which would be tried for every sign of every text.
    return f"(?:[{near}]|(?=[{_FAR}-{chr(_LAST_MARK)}])[{far}])"


@cache
def tokens_pattern() -> re.Pattern[str]:
    """Return the pattern of one token of folded text."""
    return re.compile(f"{_word()}|{_joining()}")


@cache
def cutting_pattern() -> re.Pattern[str]:
    """Return the pattern that cuts folded text into the same tokens and what lies between.

    Group ``token`` is None for what lies between; group ``joins``: of a script without spaces.
    """
    return re.compile(f"(?P<token>{_word()}|(?P<joins>{_joining()}))|[^\\w{_unspaced()}]+")


@lru_cache(maxsize=4096)
def is_joining(sign: str) -> bool:
    """Whether ``sign`` is of a script without spaces between words."""
    return re.match(f"[{_unspaced()}]", sign) is not None


def _unspaced() -> str:
    return f"{_HAN}{''.join(script.letters for script in _CLUSTERED)}"


def _joining() -> str:
    return "|".join((f"[{_HAN}]", *(script.cluster for script in _CLUSTERED)))


def _word() -> str:
    letter = f"[^\\W_{_unspaced()}]"
    more = f"(?:{letter}|(?![{_unspaced()}]){mark()})"
    return f"{letter}{more}{{0,{LONGEST_WORD - 1}}}"

"""Pack texts as the player draws them, and as it searches them.

Qt finds no line breaks in Lao and Khmer, and in Thai only by luck, so the build puts an invisible
U+200B at every word boundary. The search text has none: travellers do not type them.
Source: DECISIONS.md D-08.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from icu4py.breakers import LineBreaker, WordBreaker

from player.pack.scripts import BIDI_CONTROLS, BREAK, is_unspaced

NO_BREAK: Final = "\u2060"
_NEVER_FIRST: Final = frozenset("ໆຯๆฯៗ។៕៖%")
"""Signs no line may begin with; the dictionaries cut before some of them."""

_TERMS: Final = ("ວີຊາ",)
"""Words the dictionaries cut in two: visa."""

_SPLIT_TERM: Final = re.compile("|".join(f"{BREAK}?".join(term) for term in _TERMS))


@dataclass(frozen=True, slots=True)
class Wording:
    """One text: ``shown`` with break marks, ``search`` without."""

    shown: str
    search: str


def word(text: str, language: str) -> Wording:
    """Return ``text`` ready for the built pack.

    Break marks and joiners (U+2060) an editor put in by hand are kept.

    Args:
        text: as written.
        language: its BCP 47 tag.
    """
    clean = unicodedata.normalize("NFC", strip_controls(text))
    search = clean.replace(BREAK, "").replace(NO_BREAK, "")
    return Wording(insert_breaks(clean, language), search)


def strip_controls(text: str) -> str:
    """Return ``text`` without bidi controls and with plain line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign not in BIDI_CONTROLS)


def insert_breaks(text: str, language: str) -> str:
    """Return ``text`` with U+200B where a Lao, Khmer, Thai or Burmese line may break.

    Taking every U+200B out again gives ``text`` without those it had; twice is as once.
    """
    if not any(is_unspaced(sign) for sign in text):
        return text
    pieces: list[str] = []
    for piece in LineBreaker(text, language):
        if pieces and _may_break(pieces[-1][-1], piece[0]):
            pieces.append(BREAK)
        pieces.append(piece)
    return _SPLIT_TERM.sub(lambda found: found[0].replace(BREAK, ""), "".join(pieces))


def count_words(text: str) -> int:
    """Return how many words ``text`` has; Vietnamese is counted by syllable, as people do."""
    return sum(any(sign.isalnum() for sign in piece) for piece in WordBreaker(text, "en"))


def _may_break(before: str, after: str) -> bool:
    return is_unspaced(before) and is_unspaced(after) and after not in _NEVER_FIRST

"""The short mark of a text, by which a translation says what it was made from.

A translation that names another stamp than the reference text has now is stale.
Source: DECISIONS.md, "A translation names the text it was made from".
"""

import hashlib
import unicodedata
from typing import Final

from player.pack.scripts import BIDI_CONTROLS

SIGNS: Final = 6
"""A changed text keeps its stamp once in 16 million times, and people can compare six signs."""

_INVISIBLE: Final = frozenset("\u200b\u2060") | BIDI_CONTROLS


def stamp(text: str) -> str:
    """Return the stamp of ``text``; empty for an empty one.

    Line ends, spaces and invisible signs do not count: an editor may wrap a text anew.
    """
    seen = "".join(sign for sign in text if sign not in _INVISIBLE)
    words = " ".join(unicodedata.normalize("NFC", seen).split())
    return hashlib.sha256(words.encode()).hexdigest()[:SIGNS] if words else ""

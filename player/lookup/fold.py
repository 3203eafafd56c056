"""Text as it is compared: without capitals, accents and break marks, cut into tokens.

A traveller types ``doi tien`` and means ``Đổi tiền``. Only the accents of Latin letters go: what
looks like an accent in Lao, Khmer or Thai is a vowel. Every step takes time in proportion to the
text, whatever it is made of.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from player.lookup.scripts import FIGURES, MOST_MARKS, marks, tokens_pattern

_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Break marks, joiners, and signs that turn the direction of writing."""

_ACCENTS: Final = re.compile("[\u0300-\u036f]")

_PLAIN: Final = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ƀ": "b",
        "ł": "l",
        "ø": "o",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        **{chr(code): digit for code, digit in FIGURES.items()},
    }
)
"""Letters that have no accent to take off, and figures of other scripts."""

_JOINING: Final = "\u1100-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uff9e\uff9f\uffa0-\uffdc"
"""Signs that are no marks and yet melt into the one before: Korean letters, Japanese half-width."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it was found.

    Attributes:
        text: folded.
        start: first character of it in the text as it was given.
        end: the one after its last.
        joins: of a script without spaces.
        follows: nothing seen stands between it and the token before, and both are ``joins``.
    """

    text: str
    start: int
    end: int
    joins: bool = False
    follows: bool = False


def fold(text: str) -> str:
    """Return ``text`` without capitals, Latin accents and unseen signs; idempotent."""
    if text.isascii():
        return text.lower()
    return _folded(_surplus().sub("", _UNSEEN.sub("", text)))


def accented(text: str) -> str:
    """Return ``text`` as ``fold`` does, with its accents: to tell what was typed exactly so."""
    if text.isascii():
        return text.lower()
    cut = _surplus().sub("", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", cut).casefold())


def tokens(text: str) -> list[str]:
    """Return the tokens of ``text``, in order."""
    return [match.group() for match in tokens_pattern().finditer(fold(text)) if match["token"]]


def spanned(text: str) -> list[Token]:
    """Return the same tokens with the place of each in ``text``."""
    kept, places = _seen(text)
    pieces = [(_folded_segment(found.group()), found) for found in _segment().finditer(kept)]
    whole = "".join(piece for piece, _ in pieces)
    starts: list[int] = []
    ends: list[int] = []
    for piece, found in pieces:
        starts += [places[found.start()]] * len(piece)
        ends += [places[found.end() - 1] + 1] * len(piece)
    made: list[Token] = []
    last_end = -1
    for match in tokens_pattern().finditer(whole):
        if match["token"] is None:
            last_end = -1
            continue
        joins = match["joins"] is not None
        follows = joins and match.start() == last_end
        start, end = starts[match.start()], ends[match.end() - 1]
        made.append(Token(match.group(), start, end, joins, follows))
        last_end = match.end() if joins else -1
    return made


def _folded(cut: str) -> str:
    text = unicodedata.normalize("NFKC", cut).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text).translate(_PLAIN))
    return unicodedata.normalize("NFC", bare)


_folded_segment = lru_cache(maxsize=4096)(_folded)
"""The same letters come again and again."""


def _seen(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` without what is unseen or too much, and where each sign of it was."""
    places: Sequence[int] = range(len(text))
    for pattern in (_UNSEEN, _surplus()):
        gone = {found.start() for found in pattern.finditer(text)}
        if gone:
            places = [place for at, place in enumerate(places) if at not in gone]
            text = pattern.sub("", text)
    return text, places


@cache
def _surplus() -> re.Pattern[str]:
    """Return the pattern of a mark that has enough marks before it already."""
    return re.compile(f"[{marks()}](?<=[{marks()}]{{{MOST_MARKS + 1}}})")


@cache
def _segment() -> re.Pattern[str]:
    """Return the pattern of what can be normalised by itself: a sign with all that joins it."""
    joining = f"[{marks()}{_JOINING}]"
    return re.compile(f"(?s:.){joining}*")

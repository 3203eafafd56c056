"""Text as it is compared: without capitals, accents and break marks, cut into tokens.

A traveller types ``doi tien`` and means ``Đổi tiền``. Only the accents of Latin letters go: what
looks like an accent in Lao, Khmer or Thai is a vowel. Every step takes time in proportion to the
text, whatever it is made of.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from player.lookup.scripts import FIGURES, MOST_MARKS, cutting_pattern, mark, tokens_pattern

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


class Token(NamedTuple):
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
    return tokens_pattern().findall(fold(text))


@lru_cache(maxsize=1024)
def spanned(text: str) -> tuple[Token, ...]:
    """Return the same tokens with the place of each in ``text``."""
    folded, starts, ends = _placed(text)
    made: list[Token] = []
    last_end = -1
    for match in cutting_pattern().finditer(folded):
        if match["token"] is None:
            continue
        start, end = match.span()
        joins = match["joins"] is not None
        follows = joins and start == last_end
        made.append(Token(match["token"], starts[start], ends[end - 1], joins, follows))
        last_end = end if joins else -1
    return tuple(made)


def _placed(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return ``text`` folded, and for each sign of that where it begins and ends in ``text``."""
    kept, places = _seen(text)
    folded = fold(kept)
    if len(folded) == len(kept) and all(map(_stays_one, set(kept))):
        # No sign became none or two, and none melted into another: each is where it was.
        return folded, places, [place + 1 for place in places]
    pieces = [(_folded_segment(found.group()), found.span()) for found in _segment().finditer(kept)]
    starts: list[int] = []
    ends: list[int] = []
    for piece, (start, end) in pieces:
        starts += [places[start]] * len(piece)
        ends += [places[end - 1] + 1] * len(piece)
    return "".join(piece for piece, _ in pieces), starts, ends


@lru_cache(maxsize=4096)
def _stays_one(sign: str) -> bool:
    return len(_normalised(sign)) == 1


class _Folds(dict[int, str]):
    """Code of a sign -> what it is folded to by itself; learnt as signs come along."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _normalised(chr(code))
        return folded


_FOLDS: Final = _Folds()

_ALONE: Final = re.compile(
    "[\0-\u024f\u0e00-\u0eff\u1780-\u17ff\u1e00-\u1eff\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*"
)
"""Signs none of which changes its neighbour, in a text that is in its normal form."""


def _folded(cut: str) -> str:
    if _ALONE.fullmatch(cut) and unicodedata.is_normalized("NFC", cut):
        return cut.translate(_FOLDS)
    return _normalised(cut)


def _normalised(cut: str) -> str:
    text = unicodedata.normalize("NFKC", cut).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text).translate(_PLAIN))
    return unicodedata.normalize("NFC", bare)


_folded_segment = lru_cache(maxsize=4096)(_normalised)
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
    return re.compile(f"{mark()}(?<={mark() * (MOST_MARKS + 1)})")


@cache
def _segment() -> re.Pattern[str]:
    """Return the pattern of what can be normalised by itself: a sign with all that joins it."""
    joining = f"(?:[{_JOINING}]|{mark()})"
    return re.compile(f"(?s:.){joining}*")

"""Vietnamese as it looks when its keyboard is switched off: ``hooj chieeus`` for ``hộ chiếu``.

Two ways of typing are in use. Telex writes tones and accents with letters that Vietnamese needs
nowhere else at that place, VNI with figures. As accents count for nothing here, it is enough to
take these keys out.
"""

import re
from dataclasses import replace
from typing import Final

from player.lookup.question import Piece, Question

_VNI: Final = re.compile(r"(?<=[a-z])[1-9]+")
_TONES: Final = re.compile("[sfrxjzw]")
_DOUBLED: Final = re.compile("(a)a|(e)e|(o)o")
_BEGINNING: Final = re.compile("[^aeiouyw]*")
_BARE_W: Final = re.compile("^w")
"""At the beginning of a rhyme ``w`` is short for ``uw``: ``ddwowngf``, ``tw``."""


def unkeyed(question: Question) -> Question | None:
    """Return what ``question`` writes if it was typed as Telex or VNI; None: it was not."""
    pieces = tuple(_unkeyed(piece) for piece in question.pieces)
    if pieces == question.pieces:
        return None
    return replace(question, pieces=tuple(piece for piece in pieces if piece.text))


def _unkeyed(piece: Piece) -> Piece:
    if not piece.is_word or piece.text.isdigit():
        return piece
    beginning, rest = _split(_VNI.sub("", piece.text))
    rest = _DOUBLED.sub(r"\1\2\3", _TONES.sub("", _BARE_W.sub("u", rest)))
    return replace(piece, text=f"{beginning}{rest}")


def _split(word: str) -> tuple[str, str]:
    """Return the consonants a word begins with, and the rest of it."""
    end = _BEGINNING.match(word).end()  # type: ignore[union-attr]  # it matches nothing, too
    return word[:end].replace("dd", "d"), word[end:]

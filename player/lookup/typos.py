"""Typing errors in Latin words: taken for the words of the pack that are nearest to them.

Two letters that changed places are one error. A word with a figure is never mended: 113 and 115 are
two numbers, and one of them is meant.
"""

from dataclasses import replace
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from player.lookup.question import Piece, Question
from player.lookup.shelf import Shelf

_SHORTEST: Final = 3
_SHORT: Final = 4
"""Letters up to which one error is mended; in longer words two."""

_NEAREST: Final = 4


def mended(shelf: Shelf, question: Question) -> Question | None:
    """Return ``question`` with words nobody wrote replaced by such as are; None: there is none."""
    pieces = tuple(_mended(shelf, piece) for piece in question.pieces)
    return None if pieces == question.pieces else replace(question, pieces=pieces)


def _mended(shelf: Shelf, piece: Piece) -> Piece:
    word = piece.text
    if not (piece.is_word and word.isalpha() and len(word) >= _SHORTEST):
        return piece
    if shelf.count(piece) or shelf.count(piece, "far"):
        return piece
    most = 1 if len(word) <= _SHORT else 2
    found = process.extract(
        word, shelf.vocabulary, scorer=OSA.distance, score_cutoff=most, limit=_NEAREST
    )
    if not found:
        return piece
    nearest, *others = (str(choice) for choice, _, _ in found)
    return Piece(nearest, tuple(others))

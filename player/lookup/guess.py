"""Answers that hold only part of a question: a whole sentence, a sign mistyped, a word too many.

Rare words say what a sentence is about, and common ones, such as "where is the", nothing: a word
counts by how few topics have it. Scripts without spaces are compared by pairs of neighbouring
signs, which a wrong sign or a word in another place leaves mostly as they were.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from player.lookup.question import Piece
from player.lookup.shelf import Shelf

_MOST_UNITS: Final = 12
"""Pieces looked up, the rarest ones: what a sentence is about is no longer than that."""

_MOST_ROWS: Final = 200
_MOST_RANKED: Final = 60

_BEST: Final = 0.7
"""What holding all of a question, but not side by side, is worth."""

_LEAST: Final = 0.25
"""Of a question must be in a topic, by weight; less is chance."""

_KEYWORD: Final = 0.3
"""What it counts that a title or question is in what was typed, as it is."""

_IN_TEXT: Final = 0.4
"""What a piece counts that no title or question has, only a text."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece, where it was found and how much it says."""

    piece: Piece
    near: set[int]
    far: set[int]
    weight: float


def partly(shelf: Shelf, pieces: Sequence[Piece], typed: str) -> dict[int, float]:
    """Return topics that hold much of ``pieces``, and what each is worth.

    Args:
        shelf: where to look.
        pieces: small ones, as ``question.loosened`` makes them; at least one.
        typed: all that was typed: tokens joined by spaces, a space at either end.
    """
    units = _units(shelf, pieces)
    total = math.fsum(unit.weight for unit in units)
    tally: dict[int, float] = {}
    for unit in units:
        for place in unit.near | unit.far:
            tally[place] = tally.get(place, 0.0) + unit.weight
    first = sorted(tally, key=lambda place: (-tally[place], place))[:_MOST_RANKED]
    found: dict[int, float] = {}
    for place, lines in shelf.lines(first).items():
        share = _share(units, place, lines) / total
        if any(line in typed and _says_something(line) for line in lines):
            share = _KEYWORD + (1 - _KEYWORD) * share
        if share >= _LEAST:
            found[place] = _BEST * share
    return found


def _units(shelf: Shelf, wanted: Sequence[Piece]) -> list[_Unit]:
    pieces = list(dict.fromkeys(wanted))
    counted = sorted((_count(shelf, piece), at) for at, piece in enumerate(pieces))
    known = [(count, pieces[at]) for count, at in counted if count]
    units = [_found(shelf, piece) for _, piece in known[:_MOST_UNITS]]
    units += [
        _Unit(piece, set(), set(), _rarity(shelf.size, count))
        for count, piece in known[_MOST_UNITS:]
    ]
    unknown = (pieces[at] for count, at in counted if not count)
    return units + [_unknown(shelf, piece) for piece in unknown]


def _found(shelf: Shelf, piece: Piece) -> _Unit:
    near = shelf.rows("near", piece.match(), _MOST_ROWS)
    far = set() if near else shelf.rows("far", piece.match(), _MOST_ROWS)
    if not near and not far:
        return _unknown(shelf, piece)
    count = len(near or far)
    if count == _MOST_ROWS:
        count = max(count, _count(shelf, piece))
    return _Unit(piece, near, far, _rarity(shelf.size, count))


def _unknown(shelf: Shelf, piece: Piece) -> _Unit:
    """Return what no topic holds: of a word that is missing, of a pair of signs mere chance."""
    share = 0.5 if piece.is_word else 0.1
    return _Unit(piece, set(), set(), share * _rarity(shelf.size, 1))


def _count(shelf: Shelf, piece: Piece) -> int:
    """Return about how many topics hold ``piece``."""
    return shelf.count(piece) or shelf.count(piece, "far")


def _rarity(size: int, count: int) -> float:
    """Return how much a piece says that ``count`` of ``size`` topics hold.

    More than BM25 has it: with few topics that tells rare from common too little. The power was
    chosen by what travellers ask the demo gates.
    """
    return math.pow(math.log1p((max(size - count, 0) + 0.5) / (count + 0.5)), 1.5)


def _share(units: Sequence[_Unit], place: int, lines: Sequence[str]) -> float:
    """Return the weight of what a topic holds, most of all of what one line of it holds."""
    best = max(_of_line(units, line) for line in lines)
    anywhere = " ".join(lines)
    together = math.fsum(unit.weight for unit in units if unit.piece.is_in(anywhere))
    in_text = math.fsum(_IN_TEXT * unit.weight for unit in units if place in unit.far)
    return 0.75 * best + 0.25 * together + in_text


def _says_something(line: str) -> bool:
    """Whether ``line`` is a word or more, and not a sign that is part of many."""
    return line.isascii() or " " in line.strip()


def _of_line(units: Sequence[_Unit], line: str) -> float:
    """Return the weight of what ``line`` holds, a little less where it says much else."""
    held = [unit for unit in units if unit.piece.is_in(line)]
    weight = math.fsum(unit.weight for unit in held)
    signs = sum(len(unit.piece.text.split(" ")) for unit in held)
    return weight * (0.7 + 0.3 * min(1.0, signs / max(1, len(line.split()))))

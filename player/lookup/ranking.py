"""How well a topic answers a question, as a figure: pure.

=========  ==================================================================
1          the title is what was typed
0.9        the title begins with it
0.8        the title holds all of it
0.5-0.78   one of the topic's questions is it, begins with it, holds it
0.45       title and questions hold it together
0.3        the text holds it
=========  ==================================================================

Up to 0.04 more where the last word is whole, and where accents are exactly as typed. What had to be
guessed at (another language, a typing error, words left out) counts for that much less.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from player.lookup.fold import Token, accented
from player.lookup.question import Piece, Question

TITLE: Final = 0.8
QUESTION: Final = 0.6
TOGETHER: Final = 0.45
TEXT: Final = 0.3

SURE: Final = 0.6
"""From here on nothing is guessed at: a title or one question holds all that was typed."""

_IS_ALL: Final = 0.16
_BEGINS: Final = 0.1
_WHOLE: Final = 0.02
_ACCENTS: Final = 0.02


def worth(question: Question, lines: Sequence[str]) -> float:
    """Return what a topic is worth that holds all of ``question`` in title and questions.

    Args:
        question: with a piece at least.
        lines: title, then questions: tokens joined by spaces, a space at either end.
    """
    title, *asked = lines
    in_title = _likeness(question, title)
    if in_title is not None:
        return TITLE + in_title
    found = [likeness for line in asked if (likeness := _likeness(question, line)) is not None]
    return QUESTION + max(found) if found else TOGETHER


def accents_worth(question: Question, title: str, spans: Sequence[Token]) -> float:
    """Return what is added for a title that has the accents exactly as they were typed."""
    said = {accented(title[token.start : token.end]) for token in spans}
    return _ACCENTS if said and said.issuperset(question.accents) else 0.0


def matching(pieces: Sequence[Piece], found: Sequence[Token]) -> list[Token]:
    """Return the tokens of a title that ``pieces`` ask for, in order."""
    texts = [token.text for token in found]
    hit: set[int] = set()
    for piece in pieces:
        for text in (piece.text, *piece.others):
            wanted = text.split(" ")
            is_open = piece.is_open and text == piece.text
            for at in _places(texts, wanted, is_open=is_open):
                hit.update(range(at, at + len(wanted)))
    return [found[at] for at in sorted(hit)]


def merged(title: str, hit: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of ``title`` that the tokens cover; neighbours are one range."""
    spans: list[tuple[int, int]] = []
    for token in hit:
        if spans and not title[spans[-1][1] : token.start].strip(" \u200b"):
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(spans)


def _likeness(question: Question, line: str) -> float | None:
    """Return 0 to 0.18 by how much ``line`` is the question; None: it does not hold all of it."""
    whole = question.whole
    if line == f" {whole.text} ":
        return _IS_ALL + _WHOLE
    last = question.pieces[-1]
    bonus = _WHOLE if last.is_whole_in(line) else 0.0
    if line.startswith(f" {whole.text}"):
        return _BEGINS + bonus
    return bonus if all(piece.is_in(line) for piece in question.pieces) else None


def _places(texts: Sequence[str], wanted: Sequence[str], *, is_open: bool) -> Iterator[int]:
    """Yield where in ``texts`` the run ``wanted`` begins; open: its last may be longer."""
    *whole, last = wanted
    for end in range(len(whole), len(texts)):
        is_last = texts[end].startswith(last) if is_open else texts[end] == last
        start = end - len(whole)
        if is_last and list(texts[start:end]) == whole:
            yield start

"""In which ways a question is tried, from what was typed to what may have been meant.

First as typed in the language asked in; then keys of a Vietnamese keyboard taken for what they
write; then as Vietnamese and as English, for a foreigner may have read or learnt just that word;
then with typing errors mended; at last word by word, in each of these languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from player.lookup.guess import partly
from player.lookup.keys import unkeyed
from player.lookup.question import Piece, Question, in_number, loosened
from player.lookup.shelf import Scores, Shelf
from player.lookup.typos import mended
from player.pack.language import REFERENCE

ENGLISH: Final = "en"

_FOREIGN: Final = 0.85
_MENDED: Final = 0.9


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one way.

    Attributes:
        scores: place of a topic -> what it is worth.
        pieces: what to mark in a title; none where the title is in another language.
        worth: what this way is worth at best, 0 to 1.
    """

    scores: Scores
    pieces: Sequence[Piece]
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class _Way:
    """A language to look in, with the question as it is asked there."""

    shelf: Shelf
    question: Question
    is_own: bool

    def attempt(self, scores: Scores, question: Question, worth: float = 1.0) -> Attempt:
        """Return what came of asking ``question`` here, at its worth."""
        worth *= 1.0 if self.is_own else _FOREIGN
        weighed = {place: score * worth for place, score in scores.items()}
        return Attempt(weighed, question.pieces if self.is_own else (), worth)

    def as_typed(self, question: Question) -> Attempt:
        """Ask ``question`` here; where the pack knows how texts sound, also by sound."""
        scores = self.shelf.answers(question)
        if question.is_latin:
            for place, score in self.shelf.sounding(question).items():
                scores[place] = max(score, scores.get(place, 0.0))
        return self.attempt(scores, question)


def attempts(shelves: Mapping[str, Shelf], language: str, question: Question) -> Iterator[Attempt]:
    """Yield one attempt after the other; each is only made when it is asked for.

    Args:
        shelves: language -> its index; ``language`` is among them.
        language: asked in.
        question: with a piece at least.
    """
    tags = [tag for tag in dict.fromkeys((language, REFERENCE, ENGLISH)) if tag in shelves]
    ways = [_Way(shelves[tag], _worded(question, tag), tag == language) for tag in tags]
    own, *others = ways
    yield own.as_typed(own.question)
    written = unkeyed(question)
    if written is not None and REFERENCE in shelves:
        way = _Way(shelves[REFERENCE], written, language == REFERENCE)
        yield way.as_typed(written)
    yield from (way.as_typed(way.question) for way in others)
    yield from _guesses(ways)


def _guesses(ways: Sequence[_Way]) -> Iterator[Attempt]:
    meant = [(way, mended(way.shelf, way.question)) for way in ways]
    for way, better in meant:
        if better is not None:
            yield way.attempt(way.shelf.answers(better), better, _MENDED)
    for way, better in meant:
        question = better or way.question
        pieces = loosened(question)
        scores = partly(way.shelf, pieces, f" {question.whole.text} ")
        telling = tuple(piece for piece in pieces if way.shelf.count(piece) < way.shelf.size / 4)
        yield way.attempt(scores, replace(question, pieces=telling))


def _worded(question: Question, tag: str) -> Question:
    return in_number(question) if tag.partition("-")[0] == ENGLISH else question

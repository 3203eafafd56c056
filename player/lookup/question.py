"""What a traveller typed, taken apart: words and runs of signs that an answer must hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Final

from player.lookup.fold import Token, accented, spanned

MOST_SIGNS: Final = 200
MOST_TOKENS: Final = 100
"""Nobody types more; whatever does, a stuck key or a stick that acts as a keyboard, is cut off."""

_SHORTEST_NOUN: Final = 3
"""Letters of a word that has a plural; shorter ones are "at", "do", "my"."""

_FIRST_HAN: Final = "\u3400"
"""Where Chinese signs begin, each of which may be a word."""


@dataclass(frozen=True)
class Piece:
    """A word, or a run of signs without space between, as one looks it up.

    Attributes:
        text: its tokens, joined by spaces.
        others: words that count as well, such as its singular.
        is_open: it may be typed on: what begins so is meant as well.
    """

    text: str
    others: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is one token, in Latin letters or figures."""
        return self.text.isascii() and " " not in self.text

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """As the index has it: a word, a sign, or every pair of neighbouring signs."""
        signs = self.text.split(" ")
        return tuple(map("".join, pairwise(signs))) if len(signs) > 1 else (self.text,)

    def match(self) -> str:
        """Return it as FTS5 is asked for it; tokens never hold a quotation mark."""
        asked = " AND ".join(f'"{term}"' for term in self.terms)
        if self.is_open:
            asked += " *"
        if not self.others:
            return asked
        others = (f'"{other}"' for other in self.others)
        return f"({' OR '.join((asked, *others))})"

    def is_in(self, line: str) -> bool:
        """Whether it is in ``line``: tokens joined by spaces, a space at either end."""
        text = f" {self.text}" if self.is_open else f" {self.text} "
        return text in line or any(f" {other} " in line for other in self.others)

    def is_whole_in(self, line: str) -> bool:
        """Whether it is in ``line`` as it is, and not only as the beginning of a word."""
        return f" {self.text} " in line


@dataclass(frozen=True)
class Question:
    """What was typed.

    Attributes:
        pieces: all of them are asked for; the last one is open.
        accents: what it said before accents were taken off, by token.
    """

    pieces: tuple[Piece, ...]
    accents: tuple[str, ...] = ()

    @cached_property
    def whole(self) -> Piece:
        """All of it, as one run of tokens."""
        return Piece(" ".join(piece.text for piece in self.pieces), is_open=True)

    @cached_property
    def is_latin(self) -> bool:
        """Whether it is all in Latin letters and figures."""
        return all(piece.is_word for piece in self.pieces)

    @property
    def has_accents(self) -> bool:
        """Whether accents were typed, which then tell titles apart that are else alike."""
        return self.accents != tuple(self.whole.text.split(" "))

    def match(self) -> str:
        """Return it as FTS5 is asked for it: every piece."""
        return " AND ".join(piece.match() for piece in self.pieces)


def ask(query: str) -> Question:
    """Return what was typed as a question; without any piece when there is no word in it."""
    cut = query[:MOST_SIGNS]
    found = spanned(cut)[:MOST_TOKENS]
    texts = [" ".join(token.text for token in run) for run in _runs(found)]
    pieces = [Piece(text) for text in texts[:-1]]
    pieces += [Piece(text, is_open=True) for text in texts[-1:]]
    return Question(tuple(pieces), tuple(accented(cut[t.start : t.end]) for t in found))


def in_number(question: Question) -> Question:
    """Return an English question that also takes the plural for the singular, and the reverse."""
    pieces = (
        Piece(piece.text, (*piece.others, *_other_number(piece.text)), piece.is_open)
        if piece.is_word
        else piece
        for piece in question.pieces
        if piece.text != "s" or piece.is_open  # what is left of "Viet Nam's"
    )
    return Question(tuple(pieces), question.accents)


def loosened(question: Question) -> tuple[Piece, ...]:
    """Return smaller pieces, of which an answer need not hold all: words, pairs of signs, signs."""
    return tuple(chain.from_iterable(map(_loosened, question.pieces)))


def _loosened(piece: Piece) -> Sequence[Piece]:
    signs = piece.text.split(" ")
    if len(signs) == 1:
        return (piece,)
    alone = [Piece(sign) for sign in signs if len(sign) == 1 and sign >= _FIRST_HAN]
    return [*(Piece(f"{a} {b}") for a, b in pairwise(signs)), *alone]


def _runs(found: Sequence[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for token in found:
        if token.follows:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _other_number(word: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST_NOUN or not word.isalpha():
        return ()
    if len(word) > _SHORTEST_NOUN and word.endswith("s"):
        singular = _singular(word)
        if singular:
            return singular
    if word.endswith("y"):
        return (f"{word[:-1]}ies", f"{word}s")
    return (f"{word}es",) if word.endswith(("s", "x", "z", "ch", "sh")) else (f"{word}s",)


def _singular(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (f"{word[:-3]}y",)
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return (word[:-2], word[:-1])
    return () if word.endswith(("ss", "us", "is")) else (word[:-1],)

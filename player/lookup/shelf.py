"""The index of one language: what it holds of a question, and how well each topic answers."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from player.lookup.index import BEGINNING
from player.lookup.question import Piece, Question
from player.lookup.ranking import QUESTION, TEXT, TITLE, worth

_FEW: Final = 60
"""Topics of one query that are ranked; they are the first by the editors' order."""

_ENOUGH: Final = 20
"""Topics by title or question, beyond which texts are not looked at: a reader sees no more."""

_SHORTEST_BEGINNING: Final = 3
"""Letters of a word from which on texts are asked for words that begin so."""

_LAST: Final = "\U0010ffff"
"""Comes after every sign that a token can hold."""

_SOUND: Final = 0.95
"""What a hit by sound is worth: it was typed as meant, but many words sound alike."""

Scores = Mapping[int, float]
"""Place of a topic -> what it is worth, 0 to 1."""


class Shelf:
    """What is indexed in one language.

    Args:
        connection: to the index.
        number: of the language in it.
        size: how many topics there are.
    """

    def __init__(self, connection: sqlite3.Connection, number: int, size: int) -> None:
        self._connection = connection
        self._number = number
        self.size = size

    def answers(self, question: Question) -> dict[int, float]:
        """Return the topics that hold all of ``question``, and what each is worth."""
        near = self.rows("near", question.match(), _FEW)
        if len(near) == _FEW:
            # Too many to rank them all: those which begin with it come in any case.
            near |= self._beginning(question.whole.text)
        found = {place: worth(question, lines) for place, lines in self.lines(near).items()}
        if len(found) < _ENOUGH and (asked := _of_texts(question, is_new=not found)):
            for place in self.rows("far", asked, _FEW):
                found.setdefault(place, TEXT)
        return found

    def sounding(self, question: Question) -> dict[int, float]:
        """Return the topics whose title or questions sound as ``question`` is typed."""
        typed = " AND ".join(f'"{piece.text}" *' for piece in question.pieces)
        worths = (("questions : (", QUESTION), ("title : (", TITLE), ("title : (^ ", TITLE + 0.1))
        found: dict[int, float] = {}
        for where, score in worths:
            found |= dict.fromkeys(
                self.rows("sound", f"{where}{typed})", _FEW), round(score * _SOUND, 4)
            )
        return found

    def lines(self, places: Iterable[int]) -> dict[int, list[str]]:
        """Return the folded title and questions of topics, a space at either end of each."""
        marks = ",".join(map(str, places))
        rows = self._connection.execute(
            f"SELECT place, lines FROM said_{self._number} WHERE place IN ({marks})"
        )
        return {place: [f" {line} " for line in lines.split("\n")] for place, lines in rows}

    def topic(self, place: int) -> tuple[str, str]:
        """Return the id of a topic, and its title as readers of this language are shown it."""
        said = f"said_{self._number}"
        query = f"SELECT id, title FROM topic JOIN {said} USING (place) WHERE place = ?"
        row = self._connection.execute(query, (place,)).fetchone()
        if row is None:
            raise sqlite3.DatabaseError("full text and titles are not of one index")
        return row[0], row[1]

    def rows(self, table: str, match: str, most: int) -> set[int]:
        """Return the first ``most`` topics that ``match`` finds in the full text of ``table``."""
        name = f"{table}_{self._number}"
        query = f"SELECT rowid FROM {name} WHERE {name} MATCH ? ORDER BY rowid LIMIT ?"
        return {place for (place,) in self._connection.execute(query, (match, most))}

    def count(self, piece: Piece, table: str = "near") -> int:
        """Return about how many topics hold a piece of one term in the text of ``table``."""
        name = f"{table}_words_{self._number}"
        seen = 0
        (term,) = piece.terms
        for text in (term, *piece.others):
            last = f"{text}{_LAST}" if piece.is_open and text == term else text
            query = f"SELECT sum(doc) FROM {name} WHERE term BETWEEN ? AND ?"
            words = (text, last)
            (count,) = self._connection.execute(query, words).fetchone()
            seen += count or 0
        return min(seen, self.size)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every Latin word there is, without figures."""
        found: set[str] = set()
        for table in ("near", "far"):
            query = f"SELECT term FROM {table}_words_{self._number} WHERE term BETWEEN 'a' AND 'z~'"
            found.update(term for (term,) in self._connection.execute(query))
        return tuple(sorted(term for term in found if term.isascii() and term.isalpha()))

    def _beginning(self, text: str) -> set[int]:
        """Return topics whose title begins with ``text``, those first whose title it is."""
        start = text[:BEGINNING]
        query = (
            f"SELECT place FROM said_{self._number} "
            f"WHERE substr(lines, 1, {BEGINNING}) BETWEEN ? AND ? "
            f"ORDER BY substr(lines, 1, {BEGINNING}) LIMIT ?"
        )
        found = self._connection.execute(query, (start, f"{start}{_LAST}", _ENOUGH))
        return {place for (place,) in found}


def _of_texts(question: Question, *, is_new: bool) -> str:
    """Return what is asked of texts.

    They have no prefix index: all their words that begin like the last one would have to be put
    together, which takes ten times as long as all the rest. So it counts as a whole word, unless
    nothing else was found, and is left out while hardly anything of it is typed.
    """
    *whole, last = question.pieces
    asked = [piece.match() for piece in whole]
    if len(last.text) >= _SHORTEST_BEGINNING:
        asked.append(last.match() if is_new else replace(last, is_open=False).match())
    return " AND ".join(asked)

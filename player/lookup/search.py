"""Finding topics by what a traveller types, letter by letter.

Nothing that is typed is kept, and nothing of it is logged.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from player.errors import SearchInterruptedError, StoreCorruptError
from player.lookup.attempts import attempts
from player.lookup.fold import spanned
from player.lookup.index import in_memory, open_file
from player.lookup.question import Piece, Question, ask
from player.lookup.ranking import SURE, accents_worth, matching, merged
from player.lookup.shelf import Shelf
from player.pack.language import PackLanguage
from player.pack.lookup import Lookup

IN_MEMORY: Final = Path(":memory:")

_SPARE: Final = 10
"""Hits beyond those asked for, among which one may come first for its accents."""

_Best = Mapping[int, tuple[float, Sequence[Piece]]]
"""Place of a topic -> what it is worth, and what its title is marked with."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic that was found.

    Attributes:
        topic: id.
        title: as shown, with its break marks, in the language asked in, or in the one the pack
            falls back to.
        score: above 0, at most 1: how well it answers; ``ranking`` says what the figures mean.
        spans: half-open ranges of ``title`` that matched, whole words, in order; none where the
            topic was found by something else.
    """

    topic: str
    title: str
    score: float
    spans: tuple[tuple[int, int], ...]


class Search:
    """Looks up topics in an index.

    Make it, use it and close it in one thread: the connection to the index belongs to the thread
    that made it. Only ``interrupt`` may be called from any other.

    Args:
        connection: to an index.
        place: where the index lies, for error messages.
        rebuild: makes the index anew should this one prove to be damaged; None: that is an error.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        place: Path = IN_MEMORY,
        rebuild: Callable[[], sqlite3.Connection] | None = None,
    ) -> None:
        self._connection = connection
        self._place = place
        self._rebuild = rebuild
        self._is_dropped = False
        self._shelves: Mapping[str, Shelf] = {}
        spanned("ả")  # the patterns are made now, and not at the first keystroke: 0.1 s
        try:
            self._shelves = _shelves(connection)
        except sqlite3.Error as e:
            self._mend(e)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index in a file.

        Raises:
            StoreCorruptError: missing, damaged, or of another format.
        """
        return cls(open_file(path), path)

    @classmethod
    def build_in_memory(cls, lookup: Lookup, languages: Sequence[PackLanguage]) -> Self:
        """Return a search of ``lookup`` that needs no file; languages: as the pack has them."""
        return cls(in_memory(lookup, languages))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages one may ask in, as the pack orders them."""
        return tuple(self._shelves)

    def find(self, query: str, language: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the topics that answer ``query``, best first, then as the editors order them.

        Args:
            query: as typed so far; its last word may be unfinished.
            language: of the titles, and the first that is searched; one that the index lacks has
                no hits.
            limit: hits at most.

        Raises:
            SearchInterruptedError: ``interrupt`` was called meanwhile.
            StoreCorruptError: the index is damaged, and there is nothing to make it from.
        """
        self._is_dropped = False
        question = ask(query)
        if not question.pieces or language not in self._shelves or limit < 1:
            return ()
        try:
            return self._find(question, language, limit)
        except sqlite3.Error as e:
            self._mend(e)
        return self._find(question, language, limit)

    def interrupt(self) -> None:
        """End the search that runs now, if any; the one call that any thread may make."""
        self._is_dropped = True
        with suppress(sqlite3.ProgrammingError):  # it was closed just now: nothing runs
            self._connection.interrupt()

    def close(self) -> None:
        """Let go of the index."""
        self._connection.close()

    def _find(self, question: Question, language: str, limit: int) -> tuple[Hit, ...]:
        best: dict[int, tuple[float, Sequence[Piece]]] = {}
        for attempt in attempts(self._shelves, language, question):
            if self._is_dropped:
                raise SearchInterruptedError
            for place, score in attempt.scores.items():
                if place not in best or score > best[place][0]:
                    best[place] = (score, attempt.pieces)
            if any(score >= SURE * attempt.worth for score, _ in best.values()):
                break
        return self._hits(question, language, best, limit)

    def _hits(self, question: Question, language: str, best: _Best, limit: int) -> tuple[Hit, ...]:
        spare = _SPARE if question.has_accents else 0
        first = sorted(best, key=lambda place: (-best[place][0], place))[: limit + spare]
        hits = {place: self._hit(question, language, place, *best[place]) for place in first}
        order = sorted(hits, key=lambda place: (-hits[place].score, place))
        return tuple(hits[place] for place in order[:limit])

    def _hit(
        self, question: Question, language: str, place: int, score: float, pieces: Sequence[Piece]
    ) -> Hit:
        topic, title = self._shelves[language].topic(place)
        marked = matching(pieces, spanned(title)) if pieces else []
        score += accents_worth(question, title, marked)
        return Hit(topic, title, round(score, 4), merged(title, marked))

    def _mend(self, error: sqlite3.Error) -> None:
        """Put a new index in the place of a damaged one."""
        if self._is_dropped:
            raise SearchInterruptedError from error
        if self._rebuild is None:
            raise StoreCorruptError(self._place, str(error)) from error
        self._connection.close()
        self._connection, self._rebuild = self._rebuild(), None
        self._shelves = _shelves(self._connection)


def _shelves(connection: sqlite3.Connection) -> dict[str, Shelf]:
    (size,) = connection.execute("SELECT count(*) FROM topic").fetchone()
    rows = connection.execute("SELECT tag, number FROM language ORDER BY number").fetchall()
    return {tag: Shelf(connection, number, size) for tag, number in rows}

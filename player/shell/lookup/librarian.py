"""Reads lookups and searches in them on a thread of its own, so that the GUI never waits.

A question that a newer one has overtaken is not answered: each key typed asks anew.
"""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from player.errors import SearchInterruptedError
from player.pack.lookup import Lookup
from player.stage.repertoire import Repertoire

logger = logging.getLogger(__name__)

MOST_HITS: Final = 20


class Hit(Protocol):
    """A topic that was found; see ``player.lookup.search``."""

    @property
    def topic(self) -> str:
        """Id."""
        ...

    @property
    def title(self) -> str:
        """As shown."""
        ...

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where the title is what was searched for."""
        ...


class Index(Protocol):
    """Finds topics of one lookup."""

    def find(self, query: str, language: str, limit: int = MOST_HITS) -> Sequence[Hit]:
        """Return what was found, best first."""
        ...

    def interrupt(self) -> None:
        """Give up the query that is running; from another thread."""
        ...


OpenIndex = Callable[[Repertoire, Lookup], Index]
"""Called on the librarian's thread."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack's lookup, read; None: it answers nothing."""

    repertoire: Repertoire
    lookup: Lookup | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found for the question number ``number``."""

    number: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    query: str
    language: str


class Librarian(QObject):
    """One thread, one lookup at a time."""

    opened = Signal(object)
    answered = Signal(object)

    def __init__(self, open_index: OpenIndex | None, *, is_threaded: bool = True) -> None:
        """Start waiting.

        Args:
            open_index: makes a lookup searchable; None: nobody searches.
            is_threaded: False: everything is done at once, before the call returns.
        """
        super().__init__()
        self._open_index = open_index
        self._index: Index | None = None
        self._orders = queue.SimpleQueue[Repertoire | _Question | None]()
        self._latest = 0
        self._thread: threading.Thread | None = None
        if is_threaded:
            self._thread = threading.Thread(target=self._work, name="librarian", daemon=True)
            self._thread.start()

    def open(self, repertoire: Repertoire) -> None:
        """Read the lookup of this pack, and answer from it from then on: ``opened``."""
        self._give(repertoire)

    def ask(self, query: str, language: str) -> None:
        """Search: ``answered``.

        Args:
            query: as typed.
            language: tag.
        """
        self._latest += 1
        if self._index is not None:
            self._index.interrupt()
        self._give(_Question(self._latest, query, language))

    @property
    def latest(self) -> int:
        """Number of the question asked last."""
        return self._latest

    def forget(self) -> None:
        """Answer nothing that was asked so far."""
        self._latest += 1

    def close(self) -> None:
        """End the thread; it is waited for, but not what it searches for."""
        self._latest += 1
        if self._index is not None:
            self._index.interrupt()
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join()

    def _give(self, order: Repertoire | _Question) -> None:
        if self._thread is not None:
            self._orders.put(order)
        else:
            self._do(order)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            self._do(order)

    def _do(self, order: Repertoire | _Question) -> None:
        try:
            if isinstance(order, Repertoire):
                self._read(order)
            elif order.number == self._latest:
                self._search(order)
        except SearchInterruptedError:
            return  # a newer question has come
        except Exception as e:  # noqa: BLE001  (a pack from outside; without its words)
            _complain(e)

    def _read(self, repertoire: Repertoire) -> None:
        """Read a lookup; one that cannot be searched in can still be read page by page."""
        self._index = None
        lookup = repertoire.read_lookup()
        if lookup is not None and self._open_index is not None:
            try:
                self._index = self._open_index(repertoire, lookup)
            except Exception as e:  # noqa: BLE001  (a disk or an index that is damaged)
                _complain(e)
        self.opened.emit(Opened(repertoire, lookup))

    def _search(self, question: _Question) -> None:
        hits = self._index.find(question.query, question.language) if self._index else ()
        if question.number == self._latest:
            self.answered.emit(Answered(question.number, tuple(hits)))


def _complain(error: Exception) -> None:
    """Log that something failed, without its message: it may hold what a traveller typed."""
    logger.error("the lookup failed", extra={"error": type(error).__name__})

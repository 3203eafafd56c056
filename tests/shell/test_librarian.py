"""The librarian: reads and searches, on its own thread or at once, and survives both."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.errors import SearchInterruptedError
from player.pack.lookup import Lookup
from player.schedule.profile import ScreenProfile
from player.shell.lookup.librarian import MOST_HITS, Answered, Hit, Librarian, Opened
from player.stage.repertoire import Repertoire
from tests.fakes.composing import composer
from tests.fakes.lookups import lookup_of, topic

VISA: Final = lookup_of(topic("visa", vi=("Thị thực", (), "Hỏi")))
TYPED: Final = "0912 345 678"
"""Something only a traveller knows."""

PATIENCE_S: Final = 10.0
"""A search that nobody interrupts gives up, so that a failing test ends."""


@dataclass(frozen=True)
class Found:
    """A hit."""

    topic: str
    title: str = ""
    spans: Sequence[tuple[int, int]] = ()


@dataclass
class Shelf:
    """An index that finds whatever is asked, fails at ``TYPED``, and at ``slow`` searches on.

    Until it is interrupted and ``may_end``.
    """

    asked: list[str] = field(default_factory=list)
    waits: threading.Event = field(default_factory=threading.Event)
    interrupted: threading.Event = field(default_factory=threading.Event)
    may_end: threading.Event = field(default_factory=threading.Event)

    def find(self, query: str, language: str, limit: int = MOST_HITS) -> Sequence[Hit]:
        """Return the query and its language as the one hit."""
        assert limit == MOST_HITS
        self.asked.append(query)
        if query == TYPED:
            raise ValueError(f"cannot search for {query}")
        if query == "slow":
            self.waits.set()
            assert self.interrupted.wait(PATIENCE_S)
            assert self.may_end.wait(PATIENCE_S)
            raise SearchInterruptedError
        return [Found(f"{query} {language}")]

    def interrupt(self) -> None:
        """Give up what is waited for."""
        if self.waits.is_set():
            self.interrupted.set()


def pack(read_lookup: Callable[[], Lookup | None] = lambda: VISA) -> Repertoire:
    return Repertoire("pack", composer(), ScreenProfile(("vi",)), read_lookup)


@dataclass
class Reading:
    """A librarian with the pack it reads, and all it said."""

    librarian: Librarian
    shelf: Shelf
    opened: list[Opened] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.librarian.opened.connect(self.opened.append)
        self.librarian.answered.connect(self.answered.append)

    @property
    def answers(self) -> list[tuple[int, list[str]]]:
        """Number and topics of every answer so far."""
        return [(each.number, [hit.topic for hit in each.hits]) for each in self.answered]


@pytest.fixture(params=[True, False], ids=["on its thread", "at once"])
def reading(request: pytest.FixtureRequest, qapp: object) -> Iterator[Reading]:
    """Return a librarian that has no pack yet."""
    del qapp
    shelf = Shelf()
    made = Reading(Librarian(lambda _, __: shelf, is_threaded=request.param), shelf)
    yield made
    made.librarian.close()


@pytest.fixture
def threaded(qapp: object) -> Iterator[Reading]:
    """Return one on its own thread, with a pack."""
    del qapp
    shelf = Shelf()
    made = Reading(Librarian(lambda _, __: shelf), shelf)
    made.librarian.open(pack())
    yield made
    shelf.may_end.set()
    made.librarian.close()


def begin_slow(reading: Reading) -> None:
    """Have it search for something that takes until it is interrupted."""
    reading.librarian.ask("slow", "vi")
    assert reading.shelf.waits.wait(PATIENCE_S)


def test_question_is_answered_from_the_pack_that_was_opened(reading: Reading, qtbot: QtBot) -> None:
    repertoire = pack()
    reading.librarian.open(repertoire)
    reading.librarian.ask("visa", "lo")
    qtbot.waitUntil(lambda: reading.answers == [(1, ["visa lo"])])
    assert reading.opened == [Opened(repertoire, VISA)]


def test_pack_that_answers_nothing_finds_nothing(reading: Reading, qtbot: QtBot) -> None:
    reading.librarian.open(pack())
    reading.librarian.open(pack(lambda: None))
    reading.librarian.ask("visa", "vi")
    qtbot.waitUntil(lambda: reading.answers == [(1, [])])
    assert [each.lookup for each in reading.opened] == [VISA, None]


def test_question_before_any_pack_finds_nothing(reading: Reading, qtbot: QtBot) -> None:
    reading.librarian.ask("visa", "vi")
    qtbot.waitUntil(lambda: reading.answers == [(1, [])])


@pytest.mark.allow_log("the lookup failed")
def test_search_that_fails_is_survived(reading: Reading, qtbot: QtBot) -> None:
    reading.librarian.open(pack())
    reading.librarian.ask(TYPED, "vi")
    qtbot.waitUntil(lambda: reading.shelf.asked == [TYPED])
    reading.librarian.ask("visa", "vi")
    qtbot.waitUntil(lambda: reading.answers == [(2, ["visa vi"])])


@pytest.mark.allow_log("the lookup failed")
def test_what_was_typed_is_not_logged(
    reading: Reading, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        reading.librarian.open(pack())
        reading.librarian.ask(TYPED, "vi")
        qtbot.waitUntil(lambda: bool(caplog.records))
    assert [record.message for record in caplog.records] == ["the lookup failed"]
    assert TYPED not in "".join(str(record.__dict__) for record in caplog.records)


@pytest.mark.allow_log("the lookup failed")
def test_pack_that_cannot_be_read_is_survived(reading: Reading, qtbot: QtBot) -> None:
    def broken() -> Lookup:
        raise OSError("the disk is gone")

    reading.librarian.open(pack(broken))
    reading.librarian.open(pack())
    qtbot.waitUntil(lambda: [each.lookup for each in reading.opened] == [VISA])


@pytest.mark.allow_log("the lookup failed")
@pytest.mark.parametrize("is_threaded", [True, False])
def test_lookup_that_cannot_be_searched_in_can_still_be_read(
    is_threaded: bool, qtbot: QtBot
) -> None:
    def broken(_: Repertoire, __: Lookup) -> Shelf:
        raise OSError("the index is damaged")

    reading = Reading(Librarian(broken, is_threaded=is_threaded), Shelf())
    reading.librarian.open(pack())
    reading.librarian.ask("visa", "vi")
    qtbot.waitUntil(lambda: reading.answers == [(1, [])])
    assert [each.lookup for each in reading.opened] == [VISA]
    reading.librarian.close()


# --- a newer question ---


def test_only_the_newest_question_is_answered(threaded: Reading, qtbot: QtBot) -> None:
    begin_slow(threaded)
    for query in ("v", "vi", "vis"):
        threaded.librarian.ask(query, "en")
    threaded.shelf.may_end.set()
    qtbot.waitUntil(lambda: threaded.answers != [])
    assert threaded.answers == [(threaded.librarian.latest, ["vis en"])]
    assert threaded.shelf.asked == ["slow", "vis"]


def test_newer_question_interrupts_the_search_for_the_older(threaded: Reading) -> None:
    begin_slow(threaded)
    threaded.librarian.ask("visa", "vi")
    assert threaded.shelf.interrupted.is_set()


def test_nothing_that_was_forgotten_is_answered(threaded: Reading, qtbot: QtBot) -> None:
    begin_slow(threaded)
    threaded.librarian.ask("visa", "vi")
    threaded.librarian.forget()
    threaded.librarian.ask("fees", "vi")
    threaded.shelf.may_end.set()
    qtbot.waitUntil(lambda: threaded.answers != [])
    assert threaded.answers == [(threaded.librarian.latest, ["fees vi"])]


# --- the end ---


def test_close_ends_the_thread(threaded: Reading) -> None:
    thread = threaded.librarian._thread
    assert thread is not None
    threaded.librarian.close()
    assert not thread.is_alive()


def test_close_does_not_wait_for_a_search(threaded: Reading) -> None:
    begin_slow(threaded)
    threaded.shelf.may_end.set()
    threaded.librarian.close()
    assert threaded.shelf.interrupted.is_set()


def test_closing_twice_is_as_once(reading: Reading) -> None:
    reading.librarian.close()
    reading.librarian.close()


def test_nothing_is_answered_once_closed(threaded: Reading, qtbot: QtBot) -> None:
    begin_slow(threaded)
    threaded.shelf.may_end.set()
    threaded.librarian.close()
    qtbot.wait(0)
    assert threaded.answers == []

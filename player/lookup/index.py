"""The index: one SQLite file with everything that is looked for, in every language of a pack.

Per language there are, N being its number: ``said_N`` (title as shown, and the folded lines that
hits are ranked by: title, questions), ``near_N`` (the terms of titles and questions, with a prefix
index), ``far_N`` (those of the texts as well) and ``sound_N`` (how Chinese is typed). The row
number is the place of a topic in the pack, which is the editors' order. Source: design.md D-13.

Terms are words. Of scripts without spaces they are single signs and pairs of neighbours, so that a
run of signs is found by rare pairs and not by signs that every text has; what is found that way by
chance the ranking tells from the rest. So no positions are kept, and no text twice.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import quote

from player.errors import StoreCorruptError, StoreError
from player.lookup.fold import tokens
from player.lookup.scripts import is_joining
from player.lookup.sounds import sound_tokens
from player.pack.language import PackLanguage, choose_language
from player.pack.lookup import Lookup
from player.pack.topic import Topic, TopicText
from player.store.durable import UNFINISHED, place_file

FORMAT: Final = 1
"""Raised whenever folding, cutting or the tables change: an older file is then built anew."""

MARK: Final = 0x47507365
"""SQLite's application id: the file is one of ours."""

BEGINNING: Final = 40
"""Signs of a folded title by which titles are found that begin with what was typed."""

_PAGE_AT: Final = slice(16, 18)
_PAGES_AT: Final = slice(28, 32)
_NUMBER_AT: Final = slice(60, 64)
_MARK_AT: Final = slice(68, 72)
"""Where a SQLite file keeps the bytes of a page, how many there are, its ``user_version`` and its
``application_id`` (https://www.sqlite.org/fileformat.html, 1.3)."""


def build_file(path: Path, lookup: Lookup, languages: Sequence[PackLanguage]) -> None:
    """Write the index of ``lookup`` to ``path``: whole, or not at all.

    Raises:
        StoreError: the disk refused.
    """
    fresh = path.with_name(f"{UNFINISHED}{path.name}")
    try:
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            # Nobody reads it before it is whole: a journal would only be written for nothing.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, lookup, languages)
        place_file(fresh, path)
    except (OSError, sqlite3.Error) as e:
        fresh.unlink(missing_ok=True)
        raise StoreError(f"{path}: {e}") from e


def in_memory(lookup: Lookup, languages: Sequence[PackLanguage]) -> sqlite3.Connection:
    """Return the index of ``lookup``, kept in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, lookup, languages)
    return connection


def open_file(path: Path) -> sqlite3.Connection:
    """Return the index in ``path``, for reading.

    Raises:
        StoreCorruptError: missing, damaged, or of another format.
    """
    if not is_current(path):
        raise StoreCorruptError(path, f"no search index of format {FORMAT}")
    try:
        # Immutable: it is replaced as a whole, so nothing need be locked, also on a read-only disk.
        place = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        return sqlite3.connect(place, uri=True, isolation_level=None)
    except sqlite3.Error as e:
        raise StoreCorruptError(path, str(e)) from e


def is_current(path: Path) -> bool:
    """Whether ``path`` looks like a whole index of this format, by its first bytes and length."""
    try:
        with path.open("rb") as file:
            head = file.read(_MARK_AT.stop)
            length = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    found = [int.from_bytes(head[at], "big") for at in (_NUMBER_AT, _MARK_AT)]
    page, pages = (int.from_bytes(head[at], "big") for at in (_PAGE_AT, _PAGES_AT))
    return found == [FORMAT, MARK] and length == page * pages


def fill(connection: sqlite3.Connection, lookup: Lookup, languages: Sequence[PackLanguage]) -> None:
    """Write the tables; raises ``sqlite3.Error``."""
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE topic (place INTEGER PRIMARY KEY, id TEXT NOT NULL)")
    connection.execute("CREATE TABLE language (number INTEGER PRIMARY KEY, tag TEXT NOT NULL)")
    connection.executemany(
        "INSERT INTO topic VALUES (?, ?)",
        ((place, topic.id) for place, topic in enumerate(lookup.topics, start=1)),
    )
    for number, language in enumerate(languages):
        connection.execute("INSERT INTO language VALUES (?, ?)", (number, language.tag))
        _fill_language(connection, number, lookup.topics, language)
    connection.execute(f"PRAGMA application_id = {MARK}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("COMMIT")


def _fill_language(
    connection: sqlite3.Connection, number: int, topics: Iterable[Topic], language: PackLanguage
) -> None:
    _create(connection, number)
    for place, text in _shown(topics, language):
        lines = [tokens(said) for said in (text.title, *text.questions)]
        row = (place, text.title, "\n".join(map(" ".join, lines)))
        connection.execute(f"INSERT INTO said_{number} VALUES (?, ?, ?)", row)
        near = dict.fromkeys(term for line in lines for term in terms(line))
        far = dict.fromkeys((*near, *terms(tokens(text.search))))
        _insert(connection, f"near_{number}", place, (" ".join(near),))
        _insert(connection, f"far_{number}", place, (" ".join(far),))
        if text.sounds:
            _insert(connection, f"sound_{number}", place, sound_tokens(text.sounds))
    for table in ("near", "far", "sound"):
        name = f"{table}_{number}"
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")


def terms(line: Sequence[str]) -> Iterator[str]:
    """Yield what a line is found by: its tokens, and pairs of neighbours where scripts join."""
    yield from line
    joining = [is_joining(token[0]) for token in line]
    if any(joining):
        for (before, joins), (after, follows) in pairwise(zip(line, joining, strict=True)):
            if joins and follows:
                yield f"{before}{after}"


def _insert(connection: sqlite3.Connection, table: str, place: int, columns: Sequence[str]) -> None:
    marks = ", ".join("?" * (1 + len(columns)))
    names = ", ".join(("rowid", *_COLUMNS[table.partition("_")[0]]))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (place, *columns))


_COLUMNS: Final = {
    "near": ("words",),
    "far": ("words",),
    "sound": ("title", "questions"),
}


_KEPT: Final = {
    "near": "detail=none, prefix='1 2 3'",
    "far": "detail=none",
    "sound": "detail=full, prefix='1 2 3'",
}


def _create(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        f"CREATE TABLE said_{number} (place INTEGER PRIMARY KEY, title TEXT, lines TEXT)"
    )
    for table, columns in _COLUMNS.items():
        connection.execute(
            f"CREATE VIRTUAL TABLE {table}_{number} USING fts5({', '.join(columns)}, "
            f"content='', columnsize=0, tokenize='ascii', {_KEPT[table]})"
        )
    connection.execute(
        f"CREATE INDEX begins_{number} ON said_{number} (substr(lines, 1, {BEGINNING}))"
    )
    for table in ("near", "far"):
        connection.execute(
            f"CREATE VIRTUAL TABLE {table}_words_{number} USING fts5vocab({table}_{number}, row)"
        )


def _shown(topics: Iterable[Topic], language: PackLanguage) -> Iterator[tuple[int, TopicText]]:
    """Yield the place of every topic and the text of it that a reader of ``language`` is shown."""
    for place, topic in enumerate(topics, start=1):
        yield place, topic.text[choose_language(topic.text, language.tag, language.fallback)]

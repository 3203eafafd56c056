"""The index: one SQLite file with everything that is looked for, in every language of a pack.

Per language there are, N being its number: ``said_N`` (title as shown, and the folded lines that
hits are ranked by), ``near_N`` (full text of titles and questions, with a prefix index), ``far_N``
(full text of all the rest) and, where the pack says how a text sounds, ``sound_N``. The row number
is the place of a topic in the pack, which is the editors' order. The full-text tables keep no text
of their own. Source: design.md D-13.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from player.errors import StoreCorruptError, StoreError
from player.lookup.fold import tokens
from player.lookup.sounds import sound_tokens
from player.pack.language import PackLanguage, choose_language
from player.pack.lookup import Lookup
from player.pack.topic import Topic, TopicText
from player.store.durable import UNFINISHED, place_file

FORMAT: Final = 1
"""Raised whenever folding, cutting or the tables change: an older file is then built anew."""

MARK: Final = 0x47507365
"""SQLite's application id: the file is one of ours."""

END: Final = "\u241f"
"""Stands behind every title and question; no token is like it, so no phrase runs on beyond it."""

_NUMBER_AT: Final = slice(60, 64)
_MARK_AT: Final = slice(68, 72)
"""Where a SQLite file keeps its ``user_version`` and ``application_id``."""


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
    """Whether ``path`` looks like an index of this format, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(_MARK_AT.stop)
    except OSError:
        return False
    numbers = (int.from_bytes(head[at], "big") for at in (_NUMBER_AT, _MARK_AT))
    return tuple(numbers) == (FORMAT, MARK)


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
        lines = [" ".join(tokens(said)) for said in (text.title, *text.questions)]
        rest = " ".join(tokens(text.search))
        row = (place, text.title, "\n".join(lines))
        title, *asked = (f"{line} {END}" for line in lines)
        questions = " ".join(asked)
        connection.execute(f"INSERT INTO said_{number} VALUES (?, ?, ?)", row)
        _insert(connection, f"near_{number}", place, (title, questions))
        _insert(connection, f"far_{number}", place, (f"{rest} {questions}",))
        if text.sounds:
            _insert(connection, f"sound_{number}", place, sound_tokens(text.sounds))
    for table in ("near", "far", "sound"):
        name = f"{table}_{number}"
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")


def _insert(connection: sqlite3.Connection, table: str, place: int, columns: Sequence[str]) -> None:
    marks = ", ".join("?" * (1 + len(columns)))
    names = ", ".join(("rowid", *_COLUMNS[table.partition("_")[0]]))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (place, *columns))


_COLUMNS: Final = {
    "near": ("title", "questions"),
    "far": ("words",),
    "sound": ("title", "questions"),
}


def _create(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        f"CREATE TABLE said_{number} (place INTEGER PRIMARY KEY, title TEXT, lines TEXT)"
    )
    for table, columns in _COLUMNS.items():
        prefix = "" if table == "far" else ", prefix='1 2 3'"
        connection.execute(
            f"CREATE VIRTUAL TABLE {table}_{number} USING fts5({', '.join(columns)}, "
            f"content='', columnsize=0, tokenize='ascii'{prefix})"
        )
    for table in ("near", "far"):
        connection.execute(
            f"CREATE VIRTUAL TABLE {table}_words_{number} USING fts5vocab({table}_{number}, row)"
        )


def _shown(topics: Iterable[Topic], language: PackLanguage) -> Iterator[tuple[int, TopicText]]:
    """Yield the place of every topic and the text of it that a reader of ``language`` is shown."""
    for place, topic in enumerate(topics, start=1):
        yield place, topic.text[choose_language(topic.text, language.tag, language.fallback)]

"""Checks of names: every item, playlist, notice and ticker line has one of its own."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import NOTICES_FILE, PLAYLISTS_FILE, TICKER_FILE
from player.publish.source import Listed
from player.publish.subject import Subject


def check_item_ids(subject: Subject) -> Iterator[Finding]:
    """Find ids that two files claim, and ids that are not their file's name."""
    first: dict[str, str] = {}
    for file, item in subject.items():
        other = first.setdefault(item.id, file)
        stem = PurePosixPath(file).stem
        if other != file:
            yield Finding(file, Code.ID_DUPLICATE, "id", values={"id": item.id, "other": other})
        elif item.id != stem:
            values = {"id": item.id, "file": stem}
            yield Finding(file, Code.ID_DIFFERS_FROM_FILE, "id", values=values)


def check_listed_ids(subject: Subject) -> Iterator[Finding]:
    """Find playlists, notices and ticker lines that share an id with another of their file."""
    source = subject.source
    yield from _twins(PLAYLISTS_FILE, "playlists", _ids(source.playlists))
    yield from _twins(NOTICES_FILE, "notices", _ids(source.notices))
    yield from _twins(TICKER_FILE, "ticker", _ids(source.ticker))


def _ids(entries: Iterable[Listed[Any]]) -> Iterator[tuple[int, str]]:
    for entry in entries:
        yield entry.position, entry.value.id


def _twins(file: str, key: str, ids: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for position, name in ids:
        other = first.setdefault(name, position)
        if other != position:
            values = {"id": name, "other": f"{key}[{other}]"}
            yield Finding(file, Code.ID_DUPLICATE, f"{key}[{position}].id", values=values)

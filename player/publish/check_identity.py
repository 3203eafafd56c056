"""Checks of names: every item, playlist, notice, template, line and occasion has its own."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from player.publish.codes import Code
from player.publish.document_reader import Listed
from player.publish.finding import Finding
from player.publish.folder import (
    LOOKUP_FILE,
    NOTICES_FILE,
    OCCASIONS_FILE,
    PLAN_FILE,
    PLAYLISTS_FILE,
    TICKER_FILE,
)
from player.publish.subject import Subject


def check_item_ids(subject: Subject) -> Iterator[Finding]:
    """Find ids that two files claim, and ids that are not their file's name."""
    items = [(file, PurePosixPath(file).stem, item.id) for file, item in subject.items()]
    yield from _files(items)


def check_lookup_ids(subject: Subject) -> Iterator[Finding]:
    """Find ids of the lookup that two things share, and ids that are not their file's name."""
    lookup = subject.source.lookup
    topics = [(topic.file, _named(topic.folder), topic.head.id) for topic in lookup.topics]
    contacts = [
        (entry.file, PurePosixPath(entry.file).stem, entry.contact.id) for entry in lookup.contacts
    ]
    yield from _files(topics)
    yield from _files(contacts)
    yield from _files((e.file, _named(e.folder), e.entry.id) for e in lookup.library)
    yield from _twins(LOOKUP_FILE, "tiles", enumerate(tile.id for tile in lookup.home.tiles))
    yield from _twins(LOOKUP_FILE, "travellers", enumerate(e.id for e in lookup.home.travellers))
    places = lookup.plan.places if lookup.plan else ()
    yield from _twins(PLAN_FILE, "places", enumerate(place.id for place in places))


def check_listed_ids(subject: Subject) -> Iterator[Finding]:
    """Find entries of a list that share an id with another of their file."""
    source = subject.source
    yield from _twins(PLAYLISTS_FILE, "playlists", _ids(source.playlists))
    yield from _twins(OCCASIONS_FILE, "occasions", _ids(source.occasions))
    yield from _files(
        (entry.file, PurePosixPath(entry.file).stem, entry.template.id)
        for entry in source.templates
    )
    yield from _twins(NOTICES_FILE, "notices", _ids(source.notices))
    yield from _twins(TICKER_FILE, "ticker", _ids(source.ticker))


def _files(entries: Iterable[tuple[str, str, str]]) -> Iterator[Finding]:
    """Yield what is wrong with ids that are told by the name of their file.

    Args:
        entries: (file, id its name promises, id it states).
    """
    first: dict[str, str] = {}
    for file, promised, stated in entries:
        other = first.setdefault(stated, file)
        if other != file:
            yield Finding(file, Code.ID_DUPLICATE, "id", values={"id": stated, "other": other})
        elif stated != promised:
            values = {"id": stated, "file": promised}
            yield Finding(file, Code.ID_DIFFERS_FROM_FILE, "id", values=values)


def _named(folder: str) -> str:
    """Return the id a folder promises: its name without the number that orders it."""
    return re.sub(r"^\d+-", "", PurePosixPath(folder).name)


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

"""Checks of names: every item and playlist has one of its own."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import PLAYLISTS_FILE
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


def check_playlist_ids(subject: Subject) -> Iterator[Finding]:
    """Find playlists that share an id."""
    first: dict[str, int] = {}
    for entry in subject.source.playlists:
        name = entry.playlist.id
        other = first.setdefault(name, entry.position)
        if other != entry.position:
            values = {"id": name, "other": f"playlists[{other}]"}
            field = f"playlists[{entry.position}].id"
            yield Finding(PLAYLISTS_FILE, Code.ID_DUPLICATE, field, values=values)

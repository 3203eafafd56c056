"""Checks of pictures and clips: each is there, is what it says, and is used."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from pydantic_core import PydanticCustomError

from player.pack.item import Item
from player.pack.manifest import check_path
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.folder import MEDIA, SourceFolder
from player.publish.media_facts import PictureFacts
from player.publish.source import PackSource
from player.publish.subject import Subject, medium_of

SMALL_SIDE_PX: Final = 1000
"""A picture with a shorter longest side looks coarse on a hall screen."""


def medium_path(item: Item) -> str | None:
    """Return the path, in NFC, of the picture or clip an item names; None when it has none."""
    medium = medium_of(item)
    return unicodedata.normalize("NFC", medium[1].path) if medium else None


def used_paths(source: PackSource) -> frozenset[str]:
    """Return the path of every file some item names."""
    items = (entry.item for entry in source.items if entry.item is not None)
    return frozenset(path for item in items if (path := medium_path(item)) is not None)


def check_files(subject: Subject) -> Iterator[Finding]:
    """Find files that are named and missing, or there and faulty."""
    for file, item in subject.items():
        medium, path = medium_of(item), medium_path(item)
        if medium is None or path is None:
            continue
        field = f"{medium[0]}.path"
        if path not in subject.source.folder.media:
            yield _missing(subject.source.folder, file, field, path)
            continue
        said = subject.media[path]
        if isinstance(said, tuple):
            for fault in said:
                yield Finding(file, fault.code, field, values={"path": path, **fault.values})
        elif isinstance(said, PictureFacts) and max(said.width, said.height) < SMALL_SIDE_PX:
            size = {"width": str(said.width), "height": str(said.height)}
            values = {"path": path, "wanted": str(SMALL_SIDE_PX), **size}
            yield Finding(file, Code.PICTURE_SMALL, field, values=values)


def check_extra(subject: Subject) -> Iterator[Finding]:
    """Find media no item uses; while an item file cannot be read, nobody knows."""
    documents = [subject.source.documents[entry.file] for entry in subject.source.items]
    if not all(documents):
        return
    named = {path for document in documents for path in _named_paths(document)}
    for path in sorted(subject.source.folder.media.keys() - named):
        yield Finding(path, Code.MEDIA_EXTRA)


def _missing(folder: SourceFolder, file: str, field: str, path: str) -> Finding:
    values = {"path": path}
    if not _is_safe(path):
        return Finding(file, Code.PATH_UNSAFE, field, values=values)
    by_stem = {PurePosixPath(name).stem: name for name in sorted(folder.media)}
    close = suggest(PurePosixPath(path).stem, list(by_stem))
    if close:
        values |= {"suggestion": by_stem[close]}
        return Finding(file, Code.MEDIA_MISNAMED, field, values=values)
    return Finding(file, Code.MEDIA_MISSING, field, values=values)


def _named_paths(document: Mapping[str, object]) -> Iterator[str]:
    for field in ("picture", "video"):
        medium = document.get(field)
        path = medium.get("path") if isinstance(medium, Mapping) else None
        if isinstance(path, str):
            yield unicodedata.normalize("NFC", path.strip())


def _is_safe(path: str) -> bool:
    try:
        check_path(path)
    except PydanticCustomError:
        return False
    return path.startswith(f"{MEDIA}/")

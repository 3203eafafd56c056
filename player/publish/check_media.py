"""Checks of pictures, clips and recordings: each is there, is what it says, and is used."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from pydantic_core import PydanticCustomError

from player.pack.manifest import check_path
from player.pack.media import Audio, Medium, Picture, Video
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.folder import MEDIA, PLAN_FILE, TOPIC_FILE, SourceFolder
from player.publish.media_facts import ClipFacts, Fault, MediaFacts, PictureFacts, SoundFacts
from player.publish.source import PackSource
from player.publish.subject import Subject

SMALL_SIDE_PX: Final = 1000
"""A picture with a shorter longest side looks coarse on a hall screen."""

_FACTS: Final[Mapping[type[Medium], type[MediaFacts]]] = {
    Picture: PictureFacts,
    Video: ClipFacts,
    Audio: SoundFacts,
}


def medium_path(medium: Medium) -> str:
    """Return the path of a medium, in NFC."""
    return unicodedata.normalize("NFC", medium.path)


def used_media(source: PackSource) -> Mapping[str, Medium]:
    """Return path -> medium, one for every file something names."""
    return {medium_path(medium): medium for _, _, medium in source.media()}


def check_files(subject: Subject) -> Iterator[Finding]:
    """Find files that are named and missing, or there and faulty."""
    for file, name, medium in subject.source.media():
        field, path = f"{name}.path", medium_path(medium)
        if path not in subject.source.folder.media:
            yield _missing(subject.source.folder, file, field, path)
            continue
        said = subject.media[path]
        faults = said if isinstance(said, tuple) else _remarks(medium, said)
        for fault in faults:
            yield Finding(file, fault.code, field, values={"path": path, **fault.values})


def check_extra(subject: Subject) -> Iterator[Finding]:
    """Find media nothing uses; while a file that may name some cannot be read, nobody knows."""
    source = subject.source
    files = (*source.folder.slides, *(f"{topic}/{TOPIC_FILE}" for topic in source.folder.topics()))
    documents = [source.documents[file] for file in files]
    if PLAN_FILE in source.documents:
        documents.append(source.documents[PLAN_FILE])
    if not all(documents):
        return
    named = {path for document in documents for path in _named_paths(document)}
    for path in sorted(source.folder.media.keys() - source.folder.inherited - named):
        yield Finding(path, Code.MEDIA_EXTRA)


def _remarks(medium: Medium, facts: MediaFacts) -> Iterator[Fault]:
    """Yield what there is to say of a sound file."""
    if not isinstance(facts, _FACTS[type(medium)]):
        yield Fault(Code.MEDIA_TWO_USES)
    elif isinstance(facts, SoundFacts):
        yield from facts.remarks
    elif isinstance(facts, PictureFacts) and max(facts.width, facts.height) < SMALL_SIDE_PX:
        size = {"width": str(facts.width), "height": str(facts.height)}
        yield Fault(Code.PICTURE_SMALL, {"wanted": str(SMALL_SIDE_PX), **size})


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
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from _named_paths(value)
        elif key == "path" and isinstance(value, str):
            yield unicodedata.normalize("NFC", value.strip())


def _is_safe(path: str) -> bool:
    try:
        check_path(path)
    except PydanticCustomError:
        return False
    return path.startswith(f"{MEDIA}/")

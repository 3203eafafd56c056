"""Blobs of a pack being built, and their entries in its manifest."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, assert_never

from player.errors import AssetMismatchError, DocumentError
from player.pack.manifest import ManifestFile
from player.pack.media import BuiltFile, MediaFile, MediaType
from player.publish.built_content import BuiltMedium, built_file
from player.publish.check import Report
from player.publish.library_source import DocumentFiles
from player.publish.media_facts import (
    ClipFacts,
    Converted,
    DocumentFacts,
    Fault,
    MediaFacts,
    PictureFacts,
    SoundFacts,
)
from player.publish.progress import Progress
from player.publish.subject import BuildTools
from player.store.layout import blob_path

POSTERS: Final = "posters"


def _sound(report: Report) -> Iterator[tuple[str, MediaFacts]]:
    for path, facts in sorted(report.media.items()):
        if not isinstance(facts, tuple):
            yield path, facts


def _sound_documents(report: Report) -> Iterator[tuple[DocumentFiles, DocumentFacts]]:
    for kept in report.source.lookup.library:
        for document in kept.documents.values():
            facts = report.documents[document.path]
            if not isinstance(facts, tuple):
                yield document, facts


def _read(file: Path, path: str, sha256: str) -> bytes:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise AssetMismatchError(path, sha256, digest)
    return content


@dataclass(slots=True)
class BlobWriter:
    """Writes blobs and notes them for the manifest."""

    blobs: Path
    files: list[ManifestFile] = field(default_factory=list)

    def add_media(
        self, report: Report, tools: BuildTools, progress: Progress
    ) -> dict[str, BuiltMedium]:
        """Write every sound medium of a checked source; return them by their path.

        Raises:
            AssetMismatchError: a file changed since it was checked.
            OSError: the disk refused.
        """
        media: dict[str, BuiltMedium] = {}
        for done, (path, facts) in enumerate(_sound(report), start=1):
            content = _read(report.source.folder.media[path], path, facts.sha256)
            media[path] = self.add_medium(path, content, facts, tools)
            progress("write", done, len(report.media))
        return media

    def add_medium(
        self, path: str, content: bytes, facts: MediaFacts, tools: BuildTools
    ) -> BuiltMedium:
        """Write a picture, made fit if need be, a clip with its poster, or a recording."""
        match facts:
            case PictureFacts(is_ready=False):
                return BuiltMedium(self.add(path, tools.convert_picture(content, facts.type)))
            case PictureFacts() | SoundFacts():
                return BuiltMedium(self._keep(path, content, facts))
            case ClipFacts():
                poster = self.add(f"{POSTERS}/{path}", tools.make_poster(content))
                return BuiltMedium(self._keep(path, content, facts), poster)
            case _:
                assert_never(facts)

    def add_documents(
        self, report: Report, tools: BuildTools, progress: Progress
    ) -> dict[str, tuple[MediaFile, ...]]:
        """Write the pages of every sound document of a checked source; return them by its path.

        Raises:
            AssetMismatchError: a file changed since it was checked.
            DocumentError: a PDF can no longer be drawn.
            OSError: the disk refused.
        """
        written: dict[str, tuple[MediaFile, ...]] = {}
        documents = list(_sound_documents(report))
        for done, (document, facts) in enumerate(documents, start=1):
            add = self._add_pictures if facts.pictures else self._add_pdf
            written[document.path] = tuple(add(report, document, facts, tools))
            progress("press", done, len(documents))
        return written

    def _add_pdf(
        self, report: Report, document: DocumentFiles, facts: DocumentFacts, tools: BuildTools
    ) -> Iterator[MediaFile]:
        path = document.path
        content = _read(report.source.folder.others[path], path, facts.sha256)
        pressed = tools.press_pdf(content)
        if isinstance(pressed, Fault):
            raise DocumentError(path, pressed.code.value)
        for number, page in enumerate(pressed, start=1):
            yield self.add(f"{path}/{number:02}", page)

    def _add_pictures(
        self, report: Report, document: DocumentFiles, facts: DocumentFacts, tools: BuildTools
    ) -> Iterator[MediaFile]:
        for path, picture in zip(document.files, facts.pictures, strict=True):
            content = _read(report.source.folder.others[path], path, picture.sha256)
            file = self.add_medium(path, content, picture, tools).file
            if isinstance(file, MediaFile):
                yield file

    def note(self, path: str, content: bytes, kind: MediaType) -> str:
        """Enter a file in the manifest and return its digest."""
        digest = hashlib.sha256(content).hexdigest()
        entry = ManifestFile(path=path, sha256=digest, size=len(content), type=kind)
        self.files.append(entry)
        return digest

    def add_document(self, path: str, raw: bytes) -> None:
        """Write a JSON document that is read only where it is needed."""
        self._write(path, raw, "application/json")

    def add(self, path: str, made: Converted) -> MediaFile:
        """Write a picture the build made; ``path`` is its name in the manifest."""
        return MediaFile(
            sha256=self._write(path, made.content, made.type),
            size=len(made.content),
            type=made.type,
            width=made.width,
            height=made.height,
        )

    def _keep(self, path: str, content: bytes, facts: MediaFacts) -> BuiltFile:
        """Write a file as it lies in the source."""
        file = built_file(facts, hashlib.sha256(content).hexdigest(), len(content))
        self._write(path, content, file.type)
        return file

    def _write(self, path: str, content: bytes, kind: MediaType) -> str:
        digest = self.note(path, content, kind)
        blob = blob_path(self.blobs, digest)
        blob.parent.mkdir(parents=True, exist_ok=True)
        blob.write_bytes(content)
        return digest

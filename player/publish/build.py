"""From a source folder to a built pack: checked first, then written whole or not at all.

Two builds of one source are the same byte for byte: no times, no machine's names, every
collection in a fixed order.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, assert_never

from player.errors import AssetMismatchError
from player.pack.content import CONTENT, FORMAT, parse_content
from player.pack.lookup import LOOKUP, parse_lookup
from player.pack.manifest import MANIFEST, Manifest, ManifestFile
from player.pack.media import BuiltFile, MediaFile, MediaType
from player.publish.built_content import BuiltMedium, built_file, compose, encode, encode_content
from player.publish.built_lookup import compose_lookup, encode_lookup
from player.publish.check import Report, check_source
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.media_facts import ClipFacts, Converted, MediaFacts, PictureFacts, SoundFacts
from player.publish.progress import Progress
from player.publish.source import Header
from player.publish.staging import staged
from player.publish.subject import BuildTools
from player.store.layout import BLOBS, blob_path

POSTERS: Final = "posters"
MIN_PLAYER: Final = "0.1"
"""The oldest player that shows all this build can write."""


@dataclass(frozen=True, slots=True)
class Built:
    """The pack was built.

    Attributes:
        report: of the check that went before; warnings only.
        manifest: of the pack.
        digest: sha256 of its manifest: the pack's name.
    """

    report: Report
    manifest: Manifest
    digest: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written; ``findings`` say why."""

    findings: tuple[Finding, ...]


def build_pack(
    root: Path, out: Path, today: date, tools: BuildTools, progress: Progress
) -> Built | Refused:
    """Check the source in ``root`` and build it into ``out``.

    Args:
        root: the source folder.
        out: absent, empty, or an earlier built pack, which is replaced only on success.
        today: local day, for the check.
        tools: of the ``[publish]`` extra.
        progress: told after each piece of work.
    """
    target = out.resolve()
    refusal = _judge_target(root.resolve(), target)
    if refusal is not None:
        return Refused((refusal,))
    report = check_source(root, today, tools, progress)
    header = report.source.header
    if not report.is_fit or header is None:
        return Refused(report.findings)
    try:
        with staged(target) as stage:
            return _write(stage, report, header, tools, progress)
    except AssetMismatchError as e:
        return Refused((Finding(e.path, Code.SOURCE_CHANGED),))
    except BlockingIOError:
        return Refused((Finding(str(out), Code.TARGET_BUSY),))
    except OSError as e:
        return Refused((Finding(str(out), Code.TARGET_UNWRITABLE, values={"reason": str(e)}),))


def _judge_target(root: Path, target: Path) -> Finding | None:
    if target.is_relative_to(root) or root.is_relative_to(target):
        return Finding(str(target), Code.TARGET_OVERLAPS, values={"source": str(root)})
    is_free = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    is_pack = (target / MANIFEST).is_file() and (target / CONTENT).is_file()
    return None if is_free or is_pack else Finding(str(target), Code.TARGET_NOT_A_PACK)


def _write(
    stage: Path, report: Report, header: Header, tools: BuildTools, progress: Progress
) -> Built:
    writer = BlobWriter(stage / BLOBS)
    media = writer.add_media(report, tools, progress)
    raw = encode_content(compose(report.source, header, media, tools))
    parse_content(raw)  # what a player would refuse never leaves this machine
    (stage / CONTENT).write_bytes(raw)
    writer.note(CONTENT, raw, "application/json")
    lookup = compose_lookup(report.source.lookup, media, tools)
    if not lookup.is_empty:
        raw = encode_lookup(lookup)
        parse_lookup(raw)
        writer.add_document(LOOKUP, raw)
    files = sorted(writer.files, key=lambda file: file.path)
    manifest = Manifest(
        format=FORMAT,
        pack=header.pack,
        sequence=header.sequence,
        min_player=MIN_PLAYER,
        total=sum(file.size for file in files),
        files=files,
    )
    raw_manifest = encode(manifest.model_dump(mode="json"))
    (stage / MANIFEST).write_bytes(raw_manifest)
    return Built(report, manifest, hashlib.sha256(raw_manifest).hexdigest())


def _sound(report: Report) -> Iterator[tuple[str, MediaFacts]]:
    for path, facts in sorted(report.media.items()):
        if not isinstance(facts, tuple):
            yield path, facts


def _read(file: Path, path: str, facts: MediaFacts) -> bytes:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != facts.sha256:
        raise AssetMismatchError(path, facts.sha256, digest)
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
            content = _read(report.source.folder.media[path], path, facts)
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

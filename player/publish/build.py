"""From a source folder to a built pack: checked first, then written whole or not at all.

Two builds of one source are the same byte for byte: no times, no machine's names, every
collection in a fixed order.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from player.errors import AssetMismatchError, DocumentError
from player.pack.content import CONTENT, FORMAT, parse_content
from player.pack.lookup import LOOKUP, parse_lookup
from player.pack.manifest import MANIFEST, Manifest
from player.publish.blobs import BlobWriter
from player.publish.built_content import compose, encode, encode_content
from player.publish.built_library import compose_library
from player.publish.built_lookup import compose_lookup, encode_lookup
from player.publish.check import Report, check_source
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.progress import Progress
from player.publish.source import Header
from player.publish.staging import staged
from player.publish.subject import BuildTools
from player.store.layout import BLOBS

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
    except (AssetMismatchError, DocumentError, OSError) as e:
        return Refused((_explain(e, out),))


def _explain(error: AssetMismatchError | DocumentError | OSError, out: Path) -> Finding:
    match error:
        case AssetMismatchError():
            return Finding(error.path, Code.SOURCE_CHANGED)
        case DocumentError():
            return Finding(error.path, Code(error.reason), values={"path": error.path})
        case BlockingIOError():
            return Finding(str(out), Code.TARGET_BUSY)
        case _:
            reason = {"reason": error.strerror or str(error)}
            return Finding(str(out), Code.TARGET_UNWRITABLE, values=reason)


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
    pages = writer.add_documents(report, tools, progress)
    library = compose_library(report.source, pages, tools)
    lookup = compose_lookup(report.source.lookup, library, media, tools)
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

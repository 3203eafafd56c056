"""Whether what the packs of a store name still lies there, bit for bit."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from player.errors import PackError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, ManifestFile, parse_manifest
from player.store.install import is_whole
from player.store.layout import Home, blob_path
from player.store.prune import kept_packs
from player.store.records import Record, read_record

logger = logging.getLogger(__name__)


class Damaged(Record):
    """Blobs that show found missing or damaged."""

    blobs: tuple[str, ...] = ()


def named_blobs(home: Home) -> Mapping[str, ManifestFile]:
    """Return the blobs of all packs that are kept, by digest."""
    found: dict[str, ManifestFile] = {}
    for name in sorted(kept_packs(home) or ()):
        try:
            manifest = parse_manifest((home.packs / name / MANIFEST).read_bytes())
        except (OSError, PackError) as e:
            logger.warning("a pack cannot be verified", extra={"pack": name, "reason": str(e)})
            continue
        found |= {file.sha256: file for file in manifest.files if file.path != CONTENT}
    return found


def damaged_blobs(
    home: Home, suspects: Sequence[str] | None = None, step: Callable[[], object] = lambda: None
) -> list[ManifestFile]:
    """Return the blobs that are missing or not what they are named for, having read each.

    Args:
        home: whose packs name them.
        suspects: digests to look at; None: all.
        step: called after each blob, to leave the disk to others for a while.
    """
    if suspects is not None and not suspects:
        return []
    named = named_blobs(home)
    bad = []
    for sha256 in named if suspects is None else [s for s in suspects if s in named]:
        if not is_whole(home.blobs, sha256):
            bad.append(named[sha256])
        step()
    return bad


def reported_damaged(home: Home) -> tuple[str, ...]:
    """Return the digests that show found damaged."""
    record = read_record(home.damaged, Damaged)
    return record.blobs if record else ()


def blob_mark(blobs: Path, sha256: str) -> tuple[int, ...]:
    """Return what changes when a blob is replaced; empty when it is not there."""
    try:
        found = blob_path(blobs, sha256).lstat()
    except OSError:
        return ()
    return (found.st_ino, found.st_size, found.st_mtime_ns)

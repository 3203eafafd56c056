"""Taking away what nobody needs any more. The caller holds the store (``lock.writing``).

Never touched: the current and the last good pack, the one on trial, what show holds open, and
every blob one of them names. The rest is kept for a day after it was last written, or for ten
minutes where room is short: show may just be opening what was current a moment ago. Where it
cannot be told what is needed, nothing goes.
"""

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from player.errors import PackError
from player.pack.manifest import MANIFEST, parse_manifest
from player.store.layout import Home
from player.store.reader import linked_pack
from player.store.records import read_record
from player.store.trial import Lease, Trial

logger = logging.getLogger(__name__)

GRACE: Final = timedelta(days=1)
SHORT_GRACE: Final = timedelta(minutes=10)
PARTIAL_GRACE: Final = timedelta(days=30)
"""A slow link may take weeks over a large clip, as long as some of it comes in."""


def prune(home: Home, now: datetime, grace: timedelta = GRACE) -> int:
    """Remove packs, blobs and unfinished downloads that nobody needs; return the bytes freed.

    Args:
        home: whose store.
        now: the wall clock, aware.
        grace: how long ago what goes must have been written.

    Raises:
        OSError: the disk refused.
    """
    kept = kept_packs(home)
    if kept is None:
        return 0
    for folder in _entries(home.packs):
        if folder.name not in kept and _age(folder, now) > grace:
            shutil.rmtree(folder)
    freed = 0
    needed = _needed_blobs(home)
    if needed is not None:
        freed += sum(_remove(blob, now, grace) for blob in _blobs(home) if blob.name not in needed)
    freed += sum(_remove(part, now, PARTIAL_GRACE) for part in _entries(home.partial))
    if freed:
        logger.info("pruned", extra={"freed_bytes": freed})
    return freed


def kept_packs(home: Home) -> frozenset[str] | None:
    """Return the packs that must stay; None when that cannot be told."""
    links = {linked_pack(home.current), linked_pack(home.last_good)}
    trial = read_record(home.trial, Trial)
    lease = read_record(home.lease, Lease)
    unread = (home.trial.exists() and trial is None) or (home.lease.exists() and lease is None)
    if unread:
        return None
    held = lease.packs if lease else ()
    tried = (trial.pack,) if trial else ()
    return frozenset(name for name in (*links, *held, *tried) if name)


def _needed_blobs(home: Home) -> set[str] | None:
    needed: set[str] = set()
    for folder in _entries(home.packs):
        try:
            manifest = parse_manifest((folder / MANIFEST).read_bytes())
        except FileNotFoundError:
            continue  # never became a pack
        except (OSError, PackError):
            return None
        needed.update(file.sha256 for file in manifest.files)
    return needed


def _blobs(home: Home) -> Iterator[Path]:
    for folder in _entries(home.blobs):
        yield from _entries(folder)


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _age(path: Path, now: datetime) -> timedelta:
    return now - datetime.fromtimestamp(path.lstat().st_mtime, now.tzinfo)


def _remove(path: Path, now: datetime, grace: timedelta) -> int:
    if path.is_dir() or _age(path, now) <= grace:
        return 0
    size = path.lstat().st_size
    path.unlink()
    return size

"""Writing so that a power cut at any instant leaves the old state or the new one.

Order: file, fsync, rename, fsync of the folder. Gates lose power, and a rename that was never
forced to the disk is one that never happened.
"""

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".new-"
"""Names that begin so are not yet, or never became, what they were meant to be."""

_MODE: Final = 0o644  # the player reads as another user than the one who brings packs
_PRIVATE: Final = 0o640


def make_folder(folder: Path) -> None:
    """Create ``folder`` and its parents, each durably."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    sync_folder(folder.parent)


def write_file(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``, atomically and durably; its folder must exist."""
    write_chunks(path, (data,))


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """Replace ``path`` by ``chunks``, atomically and durably; its folder must exist.

    What ``chunks`` raises is passed on, and ``path`` stays as it was.
    """
    _replace(path, chunks, lambda descriptor: os.fchmod(descriptor, _MODE))


def write_private(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``, atomically and durably, for its owner and its group alone.

    Owner and group stay those of the file it replaces; a new one is of its folder's group.
    """
    try:
        known = path.stat()
        owner, group = known.st_uid, known.st_gid
    except FileNotFoundError:
        owner, group = -1, path.parent.stat().st_gid

    def grant(descriptor: int) -> None:
        with suppress(PermissionError):  # only root gives a file away
            os.fchown(descriptor, owner, group)
        os.fchmod(descriptor, _PRIVATE)

    _replace(path, (data,), grant)


def place_file(written: Path, path: Path) -> None:
    """Replace ``path`` by the file ``written`` beside it, which others wrote, durably."""
    descriptor = os.open(written, os.O_RDONLY)
    try:
        os.fchmod(descriptor, _MODE)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    written.replace(path)
    sync_folder(path.parent)


def replace_link(link: Path, target: Path) -> None:
    """Point ``link`` at ``target`` (relative to the link's folder), atomically and durably."""
    fresh = link.with_name(f"{UNFINISHED}{link.name}-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(os.path.relpath(target, link.parent))
    fresh.replace(link)
    sync_folder(link.parent)


def sweep(folder: Path) -> None:
    """Remove what interrupted writers left below ``folder``; nobody may be writing there."""
    for left in tuple(folder.rglob(f"{UNFINISHED}*")):
        left.unlink()


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Force everything below ``folder``, files and entries, to the disk.

    For what others write: python-tuf renames its metadata into place and forces nothing.
    """
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            if path.is_symlink():
                continue
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(Path(place))


def _replace(path: Path, chunks: Iterable[bytes], grant: Callable[[int], None]) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(descriptor, "wb") as file:
            grant(descriptor)
            file.writelines(chunks)
            file.flush()
            os.fsync(descriptor)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)

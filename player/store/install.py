"""Bringing a pack into a store and making it the current one; and what becomes of it then.

A link is replaced as one; everything it leads to was forced to the disk before.
"""

import hashlib
from pathlib import Path

from player.errors import AssetMismatchError, StoreCorruptError, StoreError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST
from player.store.durable import (
    make_folder,
    replace_link,
    sweep,
    sync_folder,
    write_chunks,
    write_file,
)
from player.store.indexing import Indexing
from player.store.layout import BLOBS, Home, blob_parts
from player.store.lock import writing
from player.store.opening import check_digest, open_below, verified_chunks
from player.store.reader import StoredPack, linked_pack, open_installed, open_pack


def install(built: Path, home: Home, indexing: Indexing | None = None) -> StoredPack:
    """Copy the built pack in folder ``built`` into the store; it is current, and good.

    A pack that was built on this very machine needs no trial. Every step is durable before the
    next; whatever interrupts it leaves the old pack current.

    Args:
        built: folder of the pack.
        home: whose store it comes into.
        indexing: makes the index to search it with; None: whoever searches makes one.

    Raises:
        PackError: the built pack is not whole.
        StoreError: the disk refused, or another process is bringing a pack.
    """
    pack = open_pack(built, built / BLOBS)
    try:
        with writing(home):
            sweep(home.store)
            for sha256 in sorted({f.sha256 for f in pack.manifest.files if f.path != CONTENT}):
                _bring_blob(built / BLOBS, home.blobs, sha256)
            with open_below(built, CONTENT) as content, open_below(built, MANIFEST) as manifest:
                place_pack(home, manifest.read(), content.read())
            if indexing is not None:
                indexing.bring(home, pack.sha256)
            activate(home, pack.sha256)
            promote(home, pack.sha256)
    except OSError as e:
        raise StoreError(f"{e.filename or home.folder}: {e.strerror or e}") from e
    return open_installed(home.current, home)


def place_pack(home: Home, manifest: bytes, content: bytes) -> str:
    """Write the two documents of a pack below ``packs/``; return the pack's name.

    Raises:
        OSError: the disk refused.
    """
    name = hashlib.sha256(manifest).hexdigest()
    folder = home.packs / name
    make_folder(folder)
    write_file(folder / CONTENT, content)
    write_file(folder / MANIFEST, manifest)
    return name


def activate(home: Home, pack: str) -> None:
    """Make a pack that lies whole in the store the current one; raises OSError."""
    replace_link(home.current, home.packs / pack)


def promote(home: Home, pack: str) -> None:
    """Make a pack the last good one; raises OSError."""
    replace_link(home.last_good, home.packs / pack)


def withdraw(home: Home) -> None:
    """Make the last good pack current again; without one there is no current pack.

    Raises:
        OSError: the disk refused.
    """
    good = linked_pack(home.last_good)
    if good is not None:
        activate(home, good)
        return
    home.current.unlink(missing_ok=True)
    sync_folder(home.store)


def _bring_blob(source: Path, blobs: Path, sha256: str) -> None:
    parts = blob_parts(sha256)
    if is_whole(blobs, sha256):
        return
    try:
        file = open_below(source, *parts)
    except OSError as e:
        raise StoreCorruptError(source.joinpath(*parts), e.strerror or str(e)) from e
    with file:
        target = blobs.joinpath(*parts)
        if target.parent.is_symlink():
            target.parent.unlink()
        make_folder(target.parent)
        write_chunks(target, verified_chunks(file, sha256, sha256))


def is_whole(blobs: Path, sha256: str) -> bool:
    """Whether the blob of that digest lies in ``blobs`` with the bytes it is named for."""
    try:
        with open_below(blobs, *blob_parts(sha256)) as file:
            check_digest(file, sha256, sha256)
    except (OSError, AssetMismatchError):
        return False
    return True

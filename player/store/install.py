"""Bringing a built pack into a store and making it the current one."""

import os
from pathlib import Path

from player.errors import AssetMismatchError, StoreCorruptError, StoreError
from player.pack.manifest import CONTENT
from player.store.durable import make_folder, replace_link, write_file
from player.store.layout import Home, blob_path
from player.store.reader import MANIFEST, StoredPack, check_digest, open_pack


def install(built: Path, home: Home) -> StoredPack:
    """Copy the built pack in folder ``built`` into the store and point ``current`` at it.

    Every step is durable before the next; whatever interrupts it leaves the old pack current.

    Raises:
        PackError: the built pack is not whole.
        StoreError: the disk refused.
    """
    pack = open_pack(built, built / "blobs")
    try:
        for file in pack.manifest.files:
            if file.path != CONTENT:
                _copy_blob(blob_path(built / "blobs", file.sha256), home, file.sha256)
        folder = home.packs / pack.sha256
        make_folder(folder)
        for name in (CONTENT, MANIFEST):
            write_file(folder / name, (built / name).read_bytes())
        replace_link(home.current, folder)
    except OSError as e:
        raise StoreError(f"{e.filename or home.folder}: {e.strerror or e}") from e
    return open_pack(home.current, home.blobs)


def _copy_blob(source: Path, home: Home, sha256: str) -> None:
    target = blob_path(home.blobs, sha256)
    if target.is_file():
        try:
            check_digest(target, sha256)
        except AssetMismatchError:
            pass
        else:
            return
    try:
        check_digest(source, sha256)
    except OSError as e:
        raise StoreCorruptError(source, e.strerror or os.strerror(e.errno or 0)) from e
    make_folder(target.parent)
    write_file(target, source.read_bytes())

"""Bringing a built pack into a store and making it the current one."""

from pathlib import Path

from player.errors import AssetMismatchError, StoreCorruptError, StoreError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST
from player.store.durable import make_folder, replace_link, sweep, write_chunks, write_file
from player.store.layout import BLOBS, Home, blob_parts
from player.store.lock import writing
from player.store.opening import check_digest, open_below, verified_chunks
from player.store.reader import StoredPack, open_installed, open_pack


def install(built: Path, home: Home) -> StoredPack:
    """Copy the built pack in folder ``built`` into the store and point ``current`` at it.

    Every step is durable before the next; whatever interrupts it leaves the old pack current.

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
            folder = home.packs / pack.sha256
            make_folder(folder)
            for name in (CONTENT, MANIFEST):
                with open_below(built, name) as file:
                    write_file(folder / name, file.read())
            replace_link(home.current, folder)
    except OSError as e:
        raise StoreError(f"{e.filename or home.folder}: {e.strerror or e}") from e
    return open_installed(home.current, home)


def _bring_blob(source: Path, blobs: Path, sha256: str) -> None:
    parts = blob_parts(sha256)
    if _is_whole(blobs, sha256):
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


def _is_whole(blobs: Path, sha256: str) -> bool:
    try:
        with open_below(blobs, *blob_parts(sha256)) as file:
            check_digest(file, sha256, sha256)
    except (OSError, AssetMismatchError):
        return False
    return True

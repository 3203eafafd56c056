"""Old content again: a built pack of what was public once, with a sequence above all others."""

from pathlib import Path

from player.errors import AssetMismatchError, SigningError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, Manifest
from player.publish.built_content import encode
from player.publish.repository.offered import manifest_of, published_manifest
from player.publish.repository.tree import Tree
from player.publish.staging import staged
from player.store.durable import make_folder, write_chunks
from player.store.layout import BLOBS, blob_parts, blob_path
from player.store.opening import open_below, verified_chunks


def roll_back(tree: Tree, pack: str, sequence: int, out: Path) -> Manifest:
    """Make a built pack of old content with a new sequence, to be signed and published.

    Args:
        tree: still holds what it once offered.
        pack: ``province/gate/channel``.
        sequence: of the content to go back to.
        out: folder to make; an earlier built pack in it is replaced.

    Raises:
        SigningError: that sequence was never public, its files are gone or damaged, or ``out``
            holds something else.
    """
    target = out.resolve()
    _judge(target, tree)
    public = published_manifest(tree, pack)
    if public is None:
        raise SigningError(f"{pack}: nothing is public")
    old = manifest_of(tree, pack, sequence)
    manifest = old.model_copy(update={"sequence": public.sequence + 1})
    try:
        with staged(target) as folder:
            for file in manifest.files:
                _copy(tree, folder, file.path, file.sha256)
            (folder / MANIFEST).write_bytes(encode(manifest.model_dump(mode="json")))
    except OSError as e:
        raise SigningError(f"{e.filename or out}: {e.strerror or e}") from e
    except AssetMismatchError as e:
        raise SigningError(f"{tree.blobs}: damaged ({e}); bring it back from a copy") from e
    return manifest


def _judge(out: Path, tree: Tree) -> None:
    """Refuse a folder that would be lost: it is replaced whole."""
    inside = tree.folder.resolve()
    is_free = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    is_pack = (out / MANIFEST).is_file() and (out / CONTENT).is_file()
    if out.is_relative_to(inside) or inside.is_relative_to(out) or not (is_free or is_pack):
        raise SigningError(f"{out}: neither empty nor a built pack; name another folder")


def _copy(tree: Tree, folder: Path, path: str, sha256: str) -> None:
    target = folder / CONTENT if path == CONTENT else blob_path(folder / BLOBS, sha256)
    make_folder(target.parent)
    with open_below(tree.blobs, *blob_parts(sha256)) as file:
        write_chunks(target, verified_chunks(file, path, sha256))

"""Offline edition: a repository on a stick, for screens without a network.

Its timestamp lasts 45 days and shares the counter of the public one, which is signed anew with a
higher number: a screen that saw the stick still follows the network, and an older
stick is refused.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tuf.api.metadata import Targets

from player.errors import PackError, SigningError
from player.pack.manifest import MANIFEST, parse_manifest
from player.publish.repository.release import Office, commit, stamp_after, stamp_for
from player.publish.repository.roles import OFFLINE_LIFE, ROOT, SNAPSHOT
from player.publish.repository.tree import Tree
from player.store.durable import make_folder, sync_tree, write_chunks
from player.store.install import is_whole
from player.store.layout import blob_parts
from player.store.opening import open_below, verified_chunks

FOLDER: Final = "gate-player"


def make_edition(office: Office, stick: Path, gates: Sequence[str]) -> Path:
    """Write an offline edition into ``stick/gate-player``; return that folder.

    Args:
        office: where and when.
        stick: where the stick is mounted.
        gates: ``province/gate`` each; empty: all.

    Raises:
        SigningError: the stick refuses, a blob is damaged, or a key cannot be used.
    """
    tree, edition = office.tree, Tree(stick / FOLDER)
    # The snapshot lasts as long as the stick; who is online goes by the timestamp's day.
    commit(office, {}, OFFLINE_LIFE)
    stamp = stamp_for(office, OFFLINE_LIFE)
    try:
        # Without its timestamp an edition is none: one that is cut short is not taken for whole.
        (edition.metadata / "timestamp.json").unlink(missing_ok=True)
        _copy_metadata(tree, edition)
        for targets in _targets(tree):
            _copy_targets(tree, edition, targets, gates)
        sync_tree(edition.folder)
        # The public one first: whatever stops the rest, no two timestamps have one number.
        stamp_after(office, stamp.signed.version)
        edition.write("timestamp", stamp)
    except OSError as e:
        raise SigningError(f"{e.filename or stick}: {e.strerror or e}") from e
    except PackError as e:
        raise SigningError(f"{tree.folder}: {e}") from e
    return edition.folder


def without_content(tree: Tree, gates: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``gates`` for which nothing is public."""
    names = [name for targets in _targets(tree) for name in targets.targets]
    return tuple(gate for gate in gates if not any(name.startswith(f"{gate}/") for name in names))


def _copy_metadata(tree: Tree, edition: Tree) -> None:
    make_folder(edition.metadata)
    roots = sorted(tree.metadata.glob(f"*.{ROOT}.json"))
    newest = [
        tree.metadata / f"{tree.version(role)}.{role}.json" for role in tree.roles() if role != ROOT
    ]
    for path in (*roots, *newest):
        shutil.copyfile(path, edition.metadata / path.name)


def _targets(tree: Tree) -> Iterator[Targets]:
    for role in tree.roles():
        targets = None if role in {ROOT, SNAPSHOT} else tree.delegated(role)
        if targets is not None:
            yield targets


def _copy_targets(tree: Tree, edition: Tree, targets: Targets, gates: Sequence[str]) -> None:
    for name, info in targets.targets.items():
        if gates and not any(name.startswith(f"{gate}/") for gate in gates):
            continue
        folder, _, file = name.rpartition("/")
        sha256 = info.hashes["sha256"]
        parts = (*folder.split("/"), f"{sha256}.{file}")
        _copy(tree.targets, edition.targets, parts, sha256)
        if file == MANIFEST:
            with open_below(edition.targets, *parts) as copied:
                manifest = parse_manifest(copied.read())
            for each in manifest.files:
                if not is_whole(edition.blobs, each.sha256):
                    _copy(tree.blobs, edition.blobs, blob_parts(each.sha256), each.sha256)


def _copy(source: Path, target: Path, parts: Sequence[str], sha256: str) -> None:
    path = target.joinpath(*parts)
    make_folder(path.parent)
    with open_below(source, *parts) as file:
        write_chunks(path, verified_chunks(file, parts[-1], sha256))

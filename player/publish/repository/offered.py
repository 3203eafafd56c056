"""What a repository offers of a pack, and how a pack that is to follow differs from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuf.api.metadata import TargetFile

from player.errors import PackError, SigningError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, Manifest, parse_manifest
from player.publish.repository.roles import role_of_pack
from player.publish.repository.tree import Tree, read_metadata
from player.store.durable import make_folder, write_file
from player.store.layout import blob_path


@dataclass(frozen=True, slots=True)
class Changes:
    """Items of a pack against those that are public, by id."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def target_name(pack: str) -> str:
    """Return the name under which a pack's manifest is signed."""
    return f"{pack}/{MANIFEST}"


def target_path(tree: Tree, name: str, sha256: str) -> Path:
    """Return where a target of that name and digest lies."""
    folder, _, file = name.rpartition("/")
    return tree.targets / folder / f"{sha256}.{file}"


def offer_target(tree: Tree, name: str, raw: bytes) -> None:
    """Lay a target where it is looked for once it is signed; raises OSError."""
    info = TargetFile.from_data(name, raw, ["sha256"])
    target = target_path(tree, name, info.hashes["sha256"])
    make_folder(target.parent)
    write_file(target, raw)


def published_manifest(tree: Tree, pack: str) -> Manifest | None:
    """Return the manifest that is public for a pack, None when none is; raises SigningError."""
    targets = tree.delegated(role_of_pack(pack))
    info = targets.targets.get(target_name(pack)) if targets else None
    return None if info is None else _manifest(tree, target_name(pack), info)


def manifest_of(tree: Tree, pack: str, sequence: int) -> Manifest:
    """Return the manifest of a sequence that was public once.

    Only what was signed counts, not what happens to lie in the folder.

    Raises:
        SigningError: it never was, or its manifest is gone.
    """
    for info in _once_signed(tree, pack):
        manifest = _manifest(tree, target_name(pack), info)
        if manifest.sequence == sequence:
            return manifest
    raise SigningError(f"{pack}: sequence {sequence} was never public here")


def changes_of(built: Path, tree: Tree, published: Manifest | None) -> Changes:
    """Return which items of a built pack differ from those that are public.

    Raises:
        SigningError: what is public cannot be read.
    """
    new = _items((built / CONTENT).read_bytes())
    digest = published.digest_of(CONTENT) if published else None
    try:
        old = _items(blob_path(tree.blobs, digest).read_bytes()) if digest else {}
    except OSError as e:
        raise SigningError(f"{tree.folder}: what is public cannot be compared ({e})") from e
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        tuple(sorted(old.keys() - new.keys())),
    )


def earlier_manifests(tree: Tree, pack: str) -> Iterator[tuple[str, bytes]]:
    """Yield digest and bytes of the manifests that were public for a pack, the latest first.

    One that is gone or was meddled with is left out.
    """
    name = target_name(pack)
    for info in _once_signed(tree, pack):
        digest = info.hashes["sha256"]
        try:
            raw = target_path(tree, name, digest).read_bytes()
        except OSError:
            continue
        if info == TargetFile.from_data(name, raw, ["sha256"]):
            yield digest, raw


def _once_signed(tree: Tree, pack: str) -> Iterator[TargetFile]:
    role, name = role_of_pack(pack), target_name(pack)
    for version in range(tree.version(role), 0, -1):
        path = tree.metadata / f"{version}.{role}.json"
        info = read_metadata(path).signed.targets.get(name) if path.exists() else None
        if info is not None:
            yield info


def read_target(tree: Tree, name: str, info: TargetFile) -> bytes:
    """Return a target that is signed; raises SigningError when it is not what was signed."""
    path = target_path(tree, name, info.hashes["sha256"])
    try:
        raw = path.read_bytes()
    except OSError as e:
        raise SigningError(f"{path}: {e.strerror or e}") from e
    if info != TargetFile.from_data(name, raw, ["sha256"]):
        raise SigningError(f"{path}: not what was signed; bring it back from a copy")
    return raw


def _manifest(tree: Tree, name: str, info: TargetFile) -> Manifest:
    try:
        return parse_manifest(read_target(tree, name, info))
    except PackError as e:
        raise SigningError(f"{name}: {e}") from e


def _items(raw: bytes) -> Mapping[str, object]:
    document: dict[str, Any] = json.loads(raw)
    return {str(item["id"]): item for item in document["items"]}

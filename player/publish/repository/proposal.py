"""Signing: one person after the other, on one machine or on several, each told what it says.

What a person signs is the next version of the metadata of the role that speaks for the gate. It
travels as ``signed.json`` inside the built pack, so a pack built anew has lost its signatures.
Metadata of other roles waits for its signatures in the repository's ``staging/``.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, TargetFile, Targets

from player.errors import PackError, SigningError, StoreError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, Manifest, parse_manifest
from player.publish.repository.keys import Passphrase, holder, load_signer
from player.publish.repository.roles import Holders, role_of_pack
from player.publish.repository.tree import (
    AnyMetadata,
    Tree,
    read_metadata,
    signed_by,
    write_metadata,
)
from player.store.durable import make_folder
from player.store.layout import BLOBS, blob_parts, blob_path
from player.store.opening import check_digest, open_below
from player.store.reader import open_pack

SIGNED: Final = "signed.json"
HOLDERS: Final = "x-holders"


@dataclass(frozen=True, slots=True)
class Changes:
    """Items of a pack against those that are public, by id."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """What was signed, and by whom.

    Attributes:
        role: that speaks for it.
        manifest: of the pack; None: not a pack.
        published: sequence that is public; 0: none is, None: no repository at hand to tell.
        changes: against what is public; None: cannot be told.
        signers: names of those whose signature counts, all of them.
        threshold: how many it takes.
    """

    role: str
    manifest: Manifest | None
    published: int | None
    changes: Changes | None
    signers: tuple[str, ...]
    threshold: int


def sign_pack(
    built: Path, key: str, tree: Tree | None, passphrase: Passphrase, now: datetime
) -> Signing:
    """Sign a built pack, as the first or as a further person.

    Args:
        built: folder of the built pack.
        key: a key file or an address of a signer.
        tree: the repository it is for; None: only a further person can do without.
        passphrase: asked when the key is protected.
        now: aware.

    Raises:
        SigningError: it is damaged, does not rise above what is public, was signed with this key
            already, or the key may not sign it.
    """
    manifest, raw = read_built(built)
    role = role_of_pack(manifest.pack)
    path = built / SIGNED
    published = None if tree is None else published_manifest(tree, manifest.pack)
    if path.exists():
        metadata = read_metadata(path)
        holders = tree.holders(role) if tree else _noted_holders(path, metadata)
        _check_names(metadata, manifest, raw)
    elif tree is None:
        raise SigningError(f"{built}: nobody has signed it yet; name the repository with --to")
    else:
        metadata, holders = _proposed(tree, role, manifest, raw, now), tree.holders(role)
    if published is not None and manifest.sequence <= published.sequence:
        raise SigningError(
            f"{built}: sequence {manifest.sequence} is not above {published.sequence}, which is "
            "public; raise it in pack.toml and build again"
        )
    sign_with(metadata, [key], holders, passphrase)
    _noted(metadata, holders)
    write_metadata(path, metadata)
    signers = tuple(holder(each) for each in signed_by(metadata, holders))
    if tree is None:
        return Signing(role, manifest, None, None, signers, holders.threshold)
    sequence = published.sequence if published else 0
    changes = _changes(built, tree, published)
    return Signing(role, manifest, sequence, changes, signers, holders.threshold)


def sign_staged(path: Path, key: str, tree: Tree, passphrase: Passphrase) -> Signing:
    """Sign metadata that waits in ``staging/``; raises SigningError."""
    metadata, role = read_metadata(path), path.name.removesuffix(".json")
    holders = staged_holders(tree, role, metadata)
    sign_with(metadata, [key], holders, passphrase)
    write_metadata(path, metadata)
    signers = tuple(holder(each) for each in signed_by(metadata, holders))
    return Signing(role, None, None, None, signers, holders.threshold)


def sign_with(
    metadata: AnyMetadata,
    keys: Sequence[str],
    holders: Holders,
    passphrase: Passphrase,
    *,
    may_be_none: bool = False,
) -> None:
    """Add the signatures of ``keys`` to ``metadata``.

    Args:
        metadata: changed in place.
        keys: key files or addresses.
        holders: who may sign it.
        passphrase: asked when a key is protected.
        may_be_none: pass over keys that are not the holders'.

    Raises:
        SigningError: a key cannot be used, or has signed already.
    """
    for key in keys:
        try:
            signer = load_signer(key, holders.keys, passphrase)
        except SigningError:
            if may_be_none:
                continue
            raise
        if signer.public_key in signed_by(metadata, holders):
            raise SigningError(
                f"{holder(signer.public_key)} has signed this already; it takes another person"
            )
        metadata.sign(signer, append=True)


def stage(tree: Tree, role: str, metadata: AnyMetadata) -> Path:
    """Lay metadata that lacks signatures into ``staging/``; return where."""
    make_folder(tree.staging)
    path = tree.staging / f"{role}.json"
    write_metadata(path, metadata)
    return path


def staged_holders(tree: Tree, role: str, metadata: AnyMetadata) -> Holders:
    """Return who may sign staged metadata: of a first root those whom it names itself."""
    if role == "root":
        root = metadata.signed if not tree.exists else tree.root()
        entry = root.roles[role]
        return Holders([root.keys[k] for k in entry.keyids], entry.threshold)
    return tree.holders(role)


def read_built(built: Path) -> tuple[Manifest, bytes]:
    """Return the manifest of a built pack whose every file was compared with it.

    Raises:
        SigningError: it is no built pack, or damaged.
    """
    try:
        pack = open_pack(built, built / BLOBS)
        raw = (built / MANIFEST).read_bytes()
        for file in pack.manifest.files:
            place = (CONTENT,) if file.path == CONTENT else (BLOBS, *blob_parts(file.sha256))
            with open_below(built, *place) as blob:
                check_digest(blob, file.path, file.sha256)
    except (PackError, StoreError, OSError) as e:
        raise SigningError(f"{built}: no whole built pack ({e}); build it again") from e
    return pack.manifest, raw


def target_name(pack: str) -> str:
    """Return the name under which a pack's manifest is signed."""
    return f"{pack}/{MANIFEST}"


def target_path(tree: Tree, name: str, sha256: str) -> Path:
    """Return where a target of that name and digest lies."""
    folder, _, file = name.rpartition("/")
    return tree.targets / folder / f"{sha256}.{file}"


def published_manifest(tree: Tree, pack: str) -> Manifest | None:
    """Return the manifest that is public for a pack, None when none is; raises SigningError."""
    targets = tree.delegated(role_of_pack(pack))
    info = targets.targets.get(target_name(pack)) if targets else None
    if info is None:
        return None
    path = target_path(tree, target_name(pack), info.hashes["sha256"])
    try:
        return parse_manifest(path.read_bytes())
    except (OSError, PackError) as e:
        raise SigningError(f"{path}: {e}") from e


def _proposed(tree: Tree, role: str, manifest: Manifest, raw: bytes, now: datetime) -> AnyMetadata:
    targets = tree.next_targets(role, now)
    name = target_name(manifest.pack)
    targets.targets[name] = TargetFile.from_data(name, raw, ["sha256"])
    return Metadata(targets)


def _check_names(metadata: AnyMetadata, manifest: Manifest, raw: bytes) -> None:
    """Refuse a proposal that is not of this very manifest."""
    targets = cast("Targets", metadata.signed)
    info = targets.targets.get(target_name(manifest.pack))
    if info is None or info.hashes.get("sha256") != hashlib.sha256(raw).hexdigest():
        raise SigningError(f"{SIGNED}: signed for another build; remove it and sign anew")


def _noted(metadata: AnyMetadata, holders: Holders) -> None:
    """Note beside the signatures who may sign, so that a further person needs no repository.

    It is not signed, and only tells keys apart: publishing asks the repository again.
    """
    metadata.unrecognized_fields[HOLDERS] = {
        "threshold": holders.threshold,
        "keys": {key.keyid: key.to_dict() for key in holders.keys},
    }


def _noted_holders(path: Path, metadata: AnyMetadata) -> Holders:
    try:
        noted = metadata.unrecognized_fields[HOLDERS]
        keys = [Key.from_dict(keyid, dict(key)) for keyid, key in noted["keys"].items()]
        return Holders(keys, int(noted["threshold"]))
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise SigningError(
            f"{path}: does not say who may sign; name the repository with --to"
        ) from e


def _changes(built: Path, tree: Tree, published: Manifest | None) -> Changes:
    """Return which items differ from those that are public."""
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


def _items(raw: bytes) -> Mapping[str, object]:
    document: dict[str, Any] = json.loads(raw)
    return {str(item["id"]): item for item in document["items"]}

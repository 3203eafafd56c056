"""Signing: one person after the other, on one machine or on several, each told what it says.

What a person signs is the next version of the metadata of the role that speaks for the gate. It
travels as ``signed.json`` inside the built pack, so a pack built anew has lost its signatures.
Metadata of other roles waits for its signatures in the repository's ``staging/``.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, TargetFile

from player.errors import SigningError
from player.pack.manifest import Manifest
from player.publish.repository.keys import (
    NotAHolderError,
    Passphrase,
    holder,
    load_signer,
)
from player.publish.repository.offered import (
    Changes,
    changes_of,
    published_manifest,
    target_name,
)
from player.publish.repository.recalled import check_unrecalled
from player.publish.repository.roles import Holders, role_of_pack
from player.publish.repository.scrutiny import SIGNED, check_proposal, check_rest, read_built
from player.publish.repository.tree import (
    AnyMetadata,
    Tree,
    missing,
    read_metadata,
    signed_by,
    write_metadata,
)

HOLDERS: Final = "x-holders"


@dataclass(frozen=True, slots=True)
class Signing:
    """What is signed, and by whom.

    Attributes:
        role: that speaks for it.
        manifest: of the pack; None: not a pack.
        published: sequence that is public; 0: none is, None: no repository at hand to tell.
        changes: against what is public; None: cannot be told.
        signers: names of those whose signature counts, all of them.
        threshold: how many it takes.
        missing: how many signatures it lacks, at the least.
        is_compared: whether all else the role says was found as it is public.
    """

    role: str
    manifest: Manifest | None
    published: int | None
    changes: Changes | None
    signers: tuple[str, ...]
    threshold: int
    missing: int
    is_compared: bool = True


Review = Callable[[Signing], None]
"""Told what is to be signed, and by whom it was, before it is."""


def sign_pack(
    built: Path,
    key: str,
    tree: Tree | None,
    passphrase: Passphrase,
    *,
    now: datetime,
    review: Review = lambda _: None,
) -> Signing:
    """Sign a built pack, as the first or as a further person.

    Args:
        built: folder of the built pack.
        key: a key file or an address of a signer.
        tree: the repository it is for; None: only a further person can do without.
        passphrase: asked when the key is protected.
        now: aware.
        review: told before anything is signed.

    Raises:
        SigningError: it is damaged, does not rise above what is public, was signed with this key
            already, or the key may not sign it; the proposal says more than this pack; or
            something in the pack is recalled.
    """
    manifest, raw = read_built(built)
    role = role_of_pack(manifest.pack)
    path = built / SIGNED
    if path.exists():
        metadata = read_metadata(path)
        holders = tree.holders(role) if tree else _noted_holders(path, metadata)
        check_proposal(path, metadata, manifest.pack, raw)
        if tree is not None:
            check_rest(tree, role, metadata, target_name(manifest.pack), now)
    elif tree is None:
        raise SigningError(f"{built}: nobody has signed it yet; name the repository with --to")
    else:
        metadata, holders = _proposed(tree, role, manifest, raw, now), tree.holders(role)
    if tree is not None:
        check_unrecalled(tree, built, manifest)
    review(_signing(built, tree, manifest, metadata, holders))
    sign_with(metadata, [key], [holders], passphrase)
    _noted(metadata, holders)
    write_metadata(path, metadata)
    return _signing(built, tree, manifest, metadata, holders)


def _signing(
    built: Path, tree: Tree | None, manifest: Manifest, metadata: AnyMetadata, holders: Holders
) -> Signing:
    """Return what is signed; raises SigningError when it does not rise above what is public."""
    role, missed = role_of_pack(manifest.pack), missing(metadata, [holders])
    signers = tuple(holder(each) for each in signed_by(metadata, holders))
    if tree is None:
        return Signing(
            role, manifest, None, None, signers, holders.threshold, missed, is_compared=False
        )
    published = published_manifest(tree, manifest.pack)
    if published is not None and manifest.sequence <= published.sequence:
        raise SigningError(
            f"{built}: sequence {manifest.sequence} is not above {published.sequence}, which is "
            "public; raise it in pack.toml and build again"
        )
    sequence = published.sequence if published else 0
    changes = changes_of(built, tree, published)
    return Signing(role, manifest, sequence, changes, signers, holders.threshold, missed)


def sign_staged(path: Path, key: str, tree: Tree, passphrase: Passphrase) -> Signing:
    """Sign metadata that waits in ``staging/``; raises SigningError."""
    metadata, role = read_metadata(path), path.name.removesuffix(".json")
    judges = tree.judges(role, {**tree.waiting(), role: metadata})
    sign_with(metadata, [key], judges, passphrase)
    write_metadata(path, metadata)
    signers = {key.keyid: holder(key) for each in judges for key in signed_by(metadata, each)}
    threshold = max(each.threshold for each in judges)
    names = tuple(signers.values())
    return Signing(role, None, None, None, names, threshold, missing(metadata, judges))


def sign_with(
    metadata: AnyMetadata,
    keys: Sequence[str],
    judges: Sequence[Holders],
    passphrase: Passphrase,
    *,
    may_be_none: bool = False,
) -> set[str]:
    """Add the signatures of ``keys`` to ``metadata``; return those of ``keys`` that signed.

    Args:
        metadata: changed in place.
        keys: key files or addresses.
        judges: who may sign it.
        passphrase: asked when a key is protected.
        may_be_none: pass over keys that are not the holders'.

    Raises:
        SigningError: a key cannot be used, or has signed already.
    """
    used = set()
    allowed = {key.keyid: key for each in judges for key in each.keys}
    everybody = Holders([*allowed.values()], 1)
    for key in keys:
        try:
            signer = load_signer(key, allowed.values(), passphrase)
        except NotAHolderError:
            if may_be_none:
                continue
            raise
        if signer.public_key in signed_by(metadata, everybody):
            raise SigningError(
                f"{holder(signer.public_key)} has signed this already; it takes another person"
            )
        metadata.sign(signer, append=True)
        used.add(key)
    return used


def _proposed(tree: Tree, role: str, manifest: Manifest, raw: bytes, now: datetime) -> AnyMetadata:
    targets = tree.next_targets(role, now)
    name = target_name(manifest.pack)
    targets.targets[name] = TargetFile.from_data(name, raw, ["sha256"])
    return Metadata(targets)


def _noted(metadata: AnyMetadata, holders: Holders) -> None:
    """Note beside the signatures who may sign, so that a further person needs no repository.

    It is not signed, and only tells keys apart: publishing asks the repository again.
    """
    metadata.unrecognized_fields[HOLDERS] = {
        "threshold": holders.threshold,
        "keys": [{"keyid": key.keyid, **key.to_dict()} for key in holders.keys],
    }


def _noted_holders(path: Path, metadata: AnyMetadata) -> Holders:
    try:
        noted = metadata.unrecognized_fields[HOLDERS]
        keys = [Key.from_dict(key.pop("keyid"), key) for key in deepcopy(noted["keys"])]
        return Holders(keys, int(noted["threshold"]))
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise SigningError(
            f"{path}: does not say who may sign; name the repository with --to"
        ) from e

"""Publishing: a pack that enough people signed, and orders for a gate."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from tuf.api.metadata import Metadata, TargetFile

from player.errors import AssetMismatchError, PackError, SigningError
from player.pack.content import CONTENT, first_problem
from player.pack.manifest import Manifest
from player.pack.notice_book import NOTICES, NoticeBook, parse_book
from player.pack.orders import STOP, StopOrder
from player.pack.patch import make_patch, patch_name
from player.publish.built_content import encode
from player.publish.repository.agreement import agree
from player.publish.repository.offered import (
    earlier_manifests,
    offer_target,
    published_manifest,
    read_target,
    target_name,
    target_path,
)
from player.publish.repository.proposal import HOLDERS
from player.publish.repository.recalled import check_unrecalled
from player.publish.repository.release import Office, check_threshold, commit, is_there
from player.publish.repository.roles import (
    gate_parts,
    notice_role,
    role_of_pack,
    stop_role,
)
from player.publish.repository.scrutiny import SIGNED, check_proposal, check_rest, read_built
from player.publish.repository.tree import Tree, read_metadata
from player.store.durable import make_folder, write_chunks, write_file
from player.store.layout import BLOBS, blob_parts, blob_path
from player.store.opening import check_digest, open_below, verified_chunks

FORMAT: Final = "1.0"
PATCHES: Final = 3
"""From how many earlier manifests a patch is offered: screens that were off for a while."""


def publish(office: Office, built: Path) -> Manifest:
    """Make a signed pack public: its blobs first, the timestamp last.

    Args:
        office: where and when.
        built: folder of the built pack, with ``signed.json``.

    Raises:
        SigningError: it lacks signatures, is damaged, or does not rise above what is public.
    """
    tree = office.tree
    manifest, raw = read_built(built)
    role, name = role_of_pack(manifest.pack), target_name(manifest.pack)
    path = built / SIGNED
    if not path.exists():
        raise SigningError(f"{built}: nobody has signed it; run pack sign")
    metadata = read_metadata(path)
    metadata.unrecognized_fields.pop(HOLDERS, None)
    check_threshold(role, metadata, tree.judges(role))
    check_proposal(path, metadata, manifest.pack, raw)
    check_rest(tree, role, metadata, name, office.now)
    check_unrecalled(tree, built, manifest)
    public = published_manifest(tree, manifest.pack)
    is_repeat = is_there(tree, role, metadata)
    if public is not None and manifest.sequence <= public.sequence and not is_repeat:
        raise SigningError(
            f"{built}: sequence {manifest.sequence} is not above {public.sequence}, which is public"
        )
    try:
        for file in manifest.files:
            _offer_blob(built, tree, file.path, file.sha256)
        _offer_patches(tree, manifest.pack, raw)
        offer_target(tree, name, raw)
    except OSError as e:
        raise SigningError(f"{e.filename or tree.folder}: {e.strerror or e}") from e
    except AssetMismatchError as e:
        raise SigningError(f"{tree.blobs}: a blob does not match ({e}); remove it") from e
    commit(office, {role: metadata})
    return manifest


def order_stop(office: Office, order: StopOrder, keys: Sequence[str]) -> list[str]:
    """Order the screens of a gate to show the built-in page, or lift that; one signature.

    Raises:
        SigningError: nobody may stop this gate, or the key may not.
    """
    province, _ = gate_parts(order.gate)
    raw = encode(order.model_dump(mode="json"))
    return order_target(office, stop_role(province), f"{order.gate}/{STOP}", raw, keys)


def order_notices(office: Office, gate: str, raw: bytes, keys: Sequence[str]) -> list[str]:
    """Offer a gate's book of notices; it waits in ``staging/`` until enough people signed it.

    Args:
        office: where and when.
        gate: ``province/gate``.
        raw: ``notices.json`` as screens get it.
        keys: of those who sign now.

    Returns:
        The role that waits, or nothing when it is public.

    Raises:
        SigningError: it is another gate's or cannot be read, nobody may sign for this one, or a
            key may not.
    """
    province, _ = gate_parts(gate)
    try:
        book = parse_book(raw, gate)
    except PackError as e:
        raise SigningError(str(e)) from e
    if book.problems:
        raise SigningError(f"{NOTICES}: {book.problems[0]}")
    return order_target(office, notice_role(province), f"{gate}/{NOTICES}", raw, keys)


def order_target(
    office: Office, role: str, name: str, raw: bytes, keys: Sequence[str]
) -> list[str]:
    """Offer a target that is no pack, signed by ``keys``.

    Args:
        office: where and when.
        role: that signs it.
        name: of the target.
        raw: what it says, as screens get it.
        keys: of those who sign now.

    Returns:
        The role where it waits for more signatures, or nothing when it is public.

    Raises:
        SigningError: nobody holds that role, no key is said, or one may not.
    """
    tree = office.tree
    targets = tree.next_targets(role, office.now)
    targets.targets[name] = TargetFile.from_data(name, raw, ["sha256"])
    if not keys:
        raise SigningError("say with which key: --key FILE")
    tree.holders(role)
    try:
        offer_target(tree, name, raw)
    except OSError as e:
        raise SigningError(f"{e.filename or tree.folder}: {e.strerror or e}") from e
    return agree(office, {role: Metadata(targets)}, keys)


def public_book(tree: Tree, gate: str) -> NoticeBook | None:
    """Return the book of notices that is public for a gate, None when none is.

    Raises:
        SigningError: it is not what was signed, or cannot be read.
    """
    province, _ = gate_parts(gate)
    name = f"{gate}/{NOTICES}"
    targets = tree.delegated(notice_role(province)) if tree.exists else None
    info = targets.targets.get(name) if targets else None
    return None if info is None else parse_book(read_target(tree, name, info), gate)


def stop_order(gate: str, reason: str, now: datetime, *, stop: bool) -> StopOrder:
    """Return an order to stop ``province/gate``, or to lift that.

    Raises:
        SigningError: that is no gate, or the reason is too long.
    """
    gate_parts(gate)
    issued = now.astimezone(UTC).replace(microsecond=0)
    try:
        return StopOrder(format=FORMAT, gate=gate, stop=stop, issued=issued, reason=reason)
    except ValidationError as e:
        raise SigningError(f"{gate}: {first_problem(e)}") from e


def _offer_blob(built: Path, tree: Tree, path: str, sha256: str) -> None:
    target = blob_path(tree.blobs, sha256)
    if target.exists():
        # Never overwritten, so it must be right: else screens would wait for it in vain.
        with open_below(tree.blobs, *blob_parts(sha256)) as file:
            check_digest(file, path, sha256)
        return
    place = (CONTENT,) if path == CONTENT else (BLOBS, *blob_parts(sha256))
    with open_below(built, *place) as file:
        make_folder(target.parent)
        write_chunks(target, verified_chunks(file, path, sha256))


def _offer_patches(tree: Tree, pack: str, raw: bytes) -> None:
    """Offer what makes a manifest of those that most screens hold; who holds another reads it."""
    path = target_path(tree, target_name(pack), hashlib.sha256(raw).hexdigest())
    make_folder(path.parent)
    for digest, old in islice(earlier_manifests(tree, pack), PATCHES):
        if old != raw:
            write_file(Path(patch_name(str(path), digest)), make_patch(old, raw))

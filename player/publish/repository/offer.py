"""Publishing: a pack that enough people signed, orders for a gate, and old content again."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tuf.api.metadata import Metadata, TargetFile

from player.errors import SigningError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, Manifest, parse_manifest
from player.pack.orders import STOP, StopOrder
from player.publish.built_content import encode
from player.publish.repository.proposal import (
    HOLDERS,
    SIGNED,
    published_manifest,
    read_built,
    sign_with,
    stage,
    staged_holders,
    target_name,
    target_path,
)
from player.publish.repository.release import Office, check_threshold, commit, is_there
from player.publish.repository.roles import ROOT, gate_parts, role_of_pack, stop_role
from player.publish.repository.tree import AnyMetadata, Tree, read_metadata, signed_by
from player.publish.staging import staged
from player.store.durable import make_folder, write_chunks, write_file
from player.store.layout import BLOBS, blob_parts, blob_path
from player.store.opening import open_below, verified_chunks

FORMAT: Final = "1.0"


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
    check_threshold(role, metadata, tree.holders(role))
    info = metadata.signed.targets.get(name)
    if info is None or info != TargetFile.from_data(name, raw, ["sha256"]):
        raise SigningError(f"{path}: signed for another build; remove it and sign anew")
    public = published_manifest(tree, manifest.pack)
    is_repeat = is_there(tree, role, metadata)
    if public is not None and manifest.sequence <= public.sequence and not is_repeat:
        raise SigningError(
            f"{built}: sequence {manifest.sequence} is not above {public.sequence}, which is public"
        )
    try:
        for file in manifest.files:
            _offer_blob(built, tree, file.path, file.sha256)
        _offer_target(tree, name, raw)
    except OSError as e:
        raise SigningError(f"{e.filename or tree.folder}: {e.strerror or e}") from e
    commit(office, {role: metadata})
    return manifest


def publish_staged(office: Office) -> list[str]:
    """Make public what waits in ``staging/`` and has all its signatures; return the roles.

    Raises:
        SigningError: nothing waits, or what waits lacks signatures.
    """
    tree = office.tree
    waiting = tree.waiting()
    if not waiting:
        raise SigningError(f"{tree.staging}: nothing waits there")
    changed = {role: read_metadata(path) for role, path in waiting.items()}
    if ROOT in changed:
        root = changed.pop(ROOT)
        check_threshold(ROOT, root, staged_holders(tree, ROOT, root))
        tree.write(ROOT, root)
    for role, metadata in changed.items():
        check_threshold(role, metadata, tree.holders(role))
    commit(office, changed)
    for path in waiting.values():
        path.unlink()
    return sorted(waiting)


def offer_or_stage(office: Office, role: str, metadata: AnyMetadata) -> list[str]:
    """Make metadata public, or let it wait for signatures; return the roles that wait."""
    tree = office.tree
    holders = tree.holders(role)
    if len(signed_by(metadata, holders)) < holders.threshold:
        stage(tree, role, metadata)
        return [role]
    commit(office, {role: metadata})
    return []


def order_stop(office: Office, order: StopOrder, keys: Sequence[str]) -> list[str]:
    """Order the screens of a gate to show the built-in page, or lift that; one signature.

    Raises:
        SigningError: nobody may stop this gate, or the key may not.
    """
    province, _ = gate_parts(order.gate)
    tree, role = office.tree, stop_role(province)
    targets, holders = tree.next_targets(role, office.now), tree.holders(role)
    name = f"{order.gate}/{STOP}"
    raw = encode(order.model_dump(mode="json"))
    targets.targets[name] = TargetFile.from_data(name, raw, ["sha256"])
    metadata = Metadata(targets)
    sign_with(metadata, keys, holders, office.online.passphrase)
    try:
        _offer_target(tree, name, raw)
    except OSError as e:
        raise SigningError(f"{e.filename or tree.folder}: {e.strerror or e}") from e
    return offer_or_stage(office, role, metadata)


def stop_order(gate: str, reason: str, now: datetime, *, stop: bool) -> StopOrder:
    """Return an order to stop ``province/gate``, or to lift that."""
    issued = now.astimezone(UTC).replace(microsecond=0)
    return StopOrder(format=FORMAT, gate=gate, stop=stop, issued=issued, reason=reason)


def roll_back(tree: Tree, pack: str, sequence: int, out: Path) -> Manifest:
    """Make a built pack of old content with a new sequence, to be signed and published.

    Args:
        tree: still holds what it once offered.
        pack: ``province/gate/channel``.
        sequence: of the content to go back to.
        out: folder to make; an earlier built pack in it is replaced.

    Raises:
        SigningError: that sequence was never public, or its files are gone.
    """
    public = published_manifest(tree, pack)
    old = _old_manifest(tree, pack, sequence)
    if public is None:
        raise SigningError(f"{pack}: nothing is public")
    manifest = old.model_copy(update={"sequence": public.sequence + 1})
    try:
        with staged(out.resolve()) as folder:
            for file in manifest.files:
                source = blob_path(tree.blobs, file.sha256)
                target = blob_path(folder / BLOBS, file.sha256)
                if file.path == CONTENT:
                    target = folder / CONTENT
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
            (folder / MANIFEST).write_bytes(encode(manifest.model_dump(mode="json")))
    except OSError as e:
        raise SigningError(f"{e.filename or out}: {e.strerror or e}") from e
    return manifest


def _old_manifest(tree: Tree, pack: str, sequence: int) -> Manifest:
    found = sorted((tree.targets / pack).glob(f"*.{MANIFEST}"))
    for path in found:
        with suppress(Exception):
            manifest = parse_manifest(path.read_bytes())
            if manifest.sequence == sequence:
                return manifest
    raise SigningError(f"{pack}: no sequence {sequence} lies in the repository")


def _offer_blob(built: Path, tree: Tree, path: str, sha256: str) -> None:
    target = blob_path(tree.blobs, sha256)
    if target.exists():
        return
    place = (CONTENT,) if path == CONTENT else (BLOBS, *blob_parts(sha256))
    with open_below(built, *place) as file:
        make_folder(target.parent)
        write_chunks(target, verified_chunks(file, path, sha256))


def _offer_target(tree: Tree, name: str, raw: bytes) -> None:
    info = TargetFile.from_data(name, raw, ["sha256"])
    target = target_path(tree, name, info.hashes["sha256"])
    make_folder(target.parent)
    write_file(target, raw)

"""Making what was signed public: what is new first, the timestamp last, each step durable.

Killed anywhere, a repository still offers what it offered before: nothing but ``timestamp.json``
is ever replaced, and nothing is found that it does not lead to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, MetaFile, Signed, Snapshot, Timestamp

from player.errors import SigningError
from player.publish.repository.keys import Passphrase, holder, load_signer
from player.publish.repository.roles import ROOT, SNAPSHOT, TIMESTAMP, Holders, expiry
from player.publish.repository.tree import ISSUED, AnyMetadata, Tree, signed_by

RENEW: Final = timedelta(days=3)
"""A snapshot that ends within this is signed anew with the timestamp."""

KEY: Final = ".key"


@dataclass(frozen=True, slots=True)
class OnlineKeys:
    """Where the keys of snapshot and timestamp are: files of a folder, by the name of the role."""

    folder: Path
    passphrase: Passphrase

    def signer(self, tree: Tree, role: str) -> Signer:
        """Return what signs for ``role``; raises SigningError."""
        key = str(self.folder / f"{role}{KEY}")
        return load_signer(key, tree.holders(role).keys, self.passphrase)


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when things are signed and made public.

    Attributes:
        tree: the repository.
        online: keys of snapshot and timestamp.
        now: aware.
    """

    tree: Tree
    online: OnlineKeys
    now: datetime


def check_threshold(role: str, metadata: AnyMetadata, holders: Holders) -> None:
    """Refuse metadata that lacks signatures; raises SigningError."""
    signers = signed_by(metadata, holders)
    if len(signers) >= holders.threshold:
        return
    names = ", ".join(holder(key) for key in signers) or "nobody"
    others = ", ".join(holder(key) for key in holders.keys if key not in signers)
    raise SigningError(
        f"{role}: signed by {len(signers)} of the {holders.threshold} people it takes ({names}); "
        f"still to sign: {holders.threshold - len(signers)} of {others}"
    )


def commit(office: Office, changed: Mapping[str, AnyMetadata]) -> None:
    """Make new metadata of roles public.

    Args:
        office: whose repository already holds what they name.
        changed: role -> its next version, signed; checked again here.

    Raises:
        SigningError: a signature is missing or a key cannot be used; nothing changed then.
    """
    tree, now = office.tree, office.now
    signers = (office.online.signer(tree, SNAPSHOT), office.online.signer(tree, TIMESTAMP))
    for role, metadata in changed.items():
        check_threshold(role, metadata, tree.holders(role))
        if metadata.signed.version != tree.version(role) + 1 and not is_there(tree, role, metadata):
            raise SigningError(
                f"{role}: version {tree.version(role)} is public by now, and this follows "
                f"{metadata.signed.version - 1}; sign it anew"
            )
    for role, metadata in changed.items():
        if not is_there(tree, role, metadata):
            tree.write(role, metadata)
    # Whatever has metadata is listed: what a killed run wrote is verified like everything else.
    listed = [role for role in tree.roles() if role not in {ROOT, SNAPSHOT}]
    meta = {f"{role}.json": MetaFile(tree.version(role)) for role in listed}
    snapshot = Snapshot(tree.version(SNAPSHOT) + 1, expires=expiry(SNAPSHOT, now), meta=meta)
    _write_signed(tree, SNAPSHOT, snapshot, [signers[0]])
    _stamp(tree, snapshot.version, [signers[1]], now, expiry(TIMESTAMP, now))


def is_there(tree: Tree, role: str, metadata: AnyMetadata) -> bool:
    """Whether a run that was killed wrote this very metadata already."""
    if metadata.signed.version != tree.version(role):
        return False
    return bool(tree.load(role).signed == metadata.signed)


def renew(office: Office) -> None:
    """Sign the timestamp anew, and a snapshot that ends soon; raises SigningError."""
    tree, now = office.tree, office.now
    snapshot = tree.snapshot()
    if snapshot.expires - now < RENEW:
        commit(office, {})
        return
    signer = office.online.signer(tree, TIMESTAMP)
    _stamp(tree, snapshot.version, [signer], now, expiry(TIMESTAMP, now))


def stamp_for(office: Office, life: timedelta) -> AnyMetadata:
    """Return a timestamp of the next version that lasts for ``life``, not yet public."""
    tree = office.tree
    expires = (office.now + life).replace(microsecond=0)
    version = tree.timestamp().version + 1
    stamp = _timestamp(tree.version(SNAPSHOT), version, office.now, expires)
    return _signed(stamp, [office.online.signer(tree, TIMESTAMP)])


def stamp_after(office: Office, version: int) -> None:
    """Sign the public timestamp anew, with a version above ``version``: the counter is one."""
    tree, now = office.tree, office.now
    stamp = _timestamp(tree.version(SNAPSHOT), version + 1, now, expiry(TIMESTAMP, now))
    _write_signed(tree, TIMESTAMP, stamp, [office.online.signer(tree, TIMESTAMP)])


def _stamp(
    tree: Tree, snapshot: int, signers: Iterable[Signer], now: datetime, expires: datetime
) -> None:
    has_one = (tree.metadata / "timestamp.json").exists()
    version = tree.timestamp().version + 1 if has_one else 1
    _write_signed(tree, TIMESTAMP, _timestamp(snapshot, version, now, expires), signers)


def _timestamp(snapshot: int, version: int, now: datetime, expires: datetime) -> Timestamp:
    issued = now.astimezone(UTC).replace(microsecond=0)
    fields = {ISSUED: issued.isoformat().replace("+00:00", "Z")}
    return Timestamp(
        version, expires=expires, snapshot_meta=MetaFile(snapshot), unrecognized_fields=fields
    )


def _write_signed(tree: Tree, role: str, signed: Signed, signers: Iterable[Signer]) -> None:
    tree.write(role, _signed(signed, signers))


def _signed(signed: Signed, signers: Iterable[Signer]) -> AnyMetadata:
    metadata: AnyMetadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata

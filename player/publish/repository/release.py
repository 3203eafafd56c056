"""Making what was signed public: what is new first, the timestamp last, each step durable.

Killed anywhere, a repository still offers what it offered before: nothing but ``timestamp.json``
is ever replaced, and nothing is found that it does not lead to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from securesystemslib.signer import Key, Signer
from tuf.api.metadata import Metadata, MetaFile, Signed, Snapshot, Timestamp

from player.errors import SigningError
from player.publish.repository.keys import Passphrase, holder, load_signer
from player.publish.repository.roles import (
    LIFE,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Holders,
    expiry,
)
from player.publish.repository.tree import (
    ISSUED,
    AnyMetadata,
    Changed,
    Tree,
    missing,
    signed_by,
)

RENEW: Final = timedelta(days=3)
"""A snapshot that ends within this is signed anew with the timestamp."""

KEY: Final = ".key"


@dataclass(frozen=True, slots=True)
class OnlineKeys:
    """Where the keys of snapshot and timestamp are: files of a folder, by the name of the role."""

    folder: Path
    passphrase: Passphrase

    def signer(self, tree: Tree, role: str, changed: Changed | None = None) -> Signer:
        """Return what signs for ``role`` once ``changed`` is public; raises SigningError."""
        key = str(self.folder / f"{role}{KEY}")
        return load_signer(key, tree.holders(role, changed or {}).keys, self.passphrase)


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


def check_threshold(role: str, metadata: AnyMetadata, judges: Iterable[Holders]) -> None:
    """Refuse metadata that lacks signatures; raises SigningError."""
    for holders in judges:
        if len(signed_by(metadata, holders)) < holders.threshold:
            raise _too_few(role, signed_by(metadata, holders), holders)


def _too_few(role: str, signers: Sequence[Key], holders: Holders) -> SigningError:
    names = ", ".join(holder(key) for key in signers) or "nobody"
    others = ", ".join(holder(key) for key in holders.keys if key not in signers)
    return SigningError(
        f"{role}: signed by {len(signers)} of the {holders.threshold} people it takes ({names}); "
        f"still to sign: {holders.threshold - len(signers)} of {others}"
    )


def commit(office: Office, changed: Changed, snapshot_life: timedelta = LIFE[SNAPSHOT]) -> None:
    """Make new metadata of roles public.

    Args:
        office: whose repository already holds what they name.
        changed: role -> its next version, signed; checked again here.
        snapshot_life: how long the snapshot lasts.

    Raises:
        SigningError: a signature is missing, somebody's metadata would no longer be vouched for,
            or a key cannot be used; nothing changed then.
    """
    tree, now = office.tree, office.now
    _check_follows(tree, changed)
    _check_vouched(tree, changed)
    signers = [office.online.signer(tree, role, changed) for role in (SNAPSHOT, TIMESTAMP)]
    ends = (now + snapshot_life).replace(microsecond=0)
    # The root late: a screen that follows it must find the rest signed by whom it names.
    for role in sorted(changed, key=lambda role: role == ROOT):
        if role == ROOT:
            _write_snapshot(tree, signers[0], ends)
        if not is_there(tree, role, changed[role]):
            tree.write(role, changed[role])
    if ROOT not in changed:
        _write_snapshot(tree, signers[0], ends)
    _stamp(tree, tree.version(SNAPSHOT), [signers[1]], now, expiry(TIMESTAMP, now))


def _write_snapshot(tree: Tree, signer: Signer, expires: datetime) -> None:
    snapshot = Snapshot(tree.version(SNAPSHOT) + 1, expires=expires, meta=_listed(tree))
    _write_signed(tree, SNAPSHOT, snapshot, [signer])


def _listed(tree: Tree) -> dict[str, MetaFile]:
    """Return all that has metadata: what a killed run wrote is verified like everything else."""
    listed = (role for role in tree.roles() if role not in {ROOT, SNAPSHOT})
    return {f"{role}.json": MetaFile(tree.version(role)) for role in listed}


def _check_follows(tree: Tree, changed: Changed) -> None:
    """Refuse a version that does not follow what is public."""
    for role, metadata in changed.items():
        public, version = tree.version(role), metadata.signed.version
        if tree.exists and version != public + 1 and not is_there(tree, role, metadata):
            raise SigningError(
                f"{role}: version {public} is public by now, and this follows {version - 1}; "
                "remove it and sign anew"
            )


def _check_vouched(tree: Tree, changed: Changed) -> None:
    """Refuse what would leave a screen with metadata that nobody vouches for."""
    for role in (ROOT, TARGETS):
        if role not in changed and not tree.version(role):
            raise SigningError(f"{role}: there is none yet; have it signed first")
    for role in sorted({*tree.roles(), *changed} - {SNAPSHOT}):
        metadata = changed[role] if role in changed else tree.load(role)
        check_threshold(role, metadata, tree.judges(role, changed))


def is_there(tree: Tree, role: str, metadata: AnyMetadata) -> bool:
    """Whether a run that was killed wrote this very metadata already."""
    if metadata.signed.version != tree.version(role):
        return False
    return bool(tree.load(role).signed == metadata.signed)


def renew(office: Office) -> None:
    """Sign the timestamp anew, and a snapshot that ends soon or lacks what a killed run wrote.

    Raises:
        SigningError: there is no repository, or a key cannot be used.
    """
    tree, now = office.tree, office.now
    metadata = tree.load(SNAPSHOT) if tree.version(SNAPSHOT) else None
    snapshot = metadata.signed if metadata else None
    if (
        metadata is None
        or snapshot is None
        or snapshot.expires - now < RENEW
        or snapshot.meta != _listed(tree)
        or missing(metadata, tree.judges(SNAPSHOT))
    ):
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

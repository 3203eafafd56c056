"""The folder of a repository: static files any web server, object store or stick can hold.

::

    metadata/   N.ROLE.json, and timestamp.json, the only file that is ever replaced
    targets/    PROVINCE/GATE/CHANNEL/SHA256.pack.json and orders
    blobs/      aa/SHA256
    staging/    ROLE.json: next versions that lack signatures; not for the public
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast

from securesystemslib.signer import Key
from tuf.api.exceptions import StorageError
from tuf.api.metadata import Delegations, Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from player.errors import SigningError
from player.publish.repository.roles import ROOT, TIMESTAMP, Holders, expiry, parent_of
from player.store.durable import make_folder, write_file
from player.store.layout import BLOBS

logger = logging.getLogger(__name__)

ISSUED: Final = "issued"
TRIAL: Final = "trial"
_WRITE: Final = JSONSerializer(compact=True)

AnyMetadata = Metadata[Any]
"""Metadata of whichever role."""

Changed = Mapping[str, AnyMetadata]
"""Role -> its next version, not public yet."""

_UNCHANGED: Final[Changed] = {}


class Tree:
    """One repository's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.metadata = folder / "metadata"
        self.targets = folder / "targets"
        self.blobs = folder / BLOBS
        self.staging = folder / "staging"

    @property
    def exists(self) -> bool:
        """Whether there is a repository."""
        return any(self.metadata.glob("*.root.json"))

    def version(self, role: str) -> int:
        """Return the newest version of a role's metadata, 0 when there is none."""
        # The glob also finds 3.stop.PROVINCE.json for PROVINCE: that is no number.
        suffix = f".{role}.json"
        found = (path.name.removesuffix(suffix) for path in self.metadata.glob(f"*{suffix}"))
        return max((int(number) for number in found if number.isdigit()), default=0)

    def roles(self) -> Iterator[str]:
        """Yield the roles that have metadata, sorted; timestamp left out."""
        names = {path.name.split(".", 1)[1] for path in self.metadata.glob("*.*.json")}
        yield from sorted(name.removesuffix(".json") for name in names)

    def load(self, role: str) -> AnyMetadata:
        """Return the newest metadata of a role.

        Raises:
            SigningError: there is none, or it cannot be read.
        """
        version = self.version(role)
        name = f"{role}.json" if role == TIMESTAMP else f"{version}.{role}.json"
        return read_metadata(self.metadata / name)

    def root(self) -> Root:
        """Return the newest root; raises SigningError."""
        return cast("Root", self.load(ROOT).signed)

    def timestamp(self) -> Timestamp:
        """Return the timestamp; raises SigningError."""
        return cast("Timestamp", self.load(TIMESTAMP).signed)

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot; raises SigningError."""
        return cast("Snapshot", self.load("snapshot").signed)

    def delegated(self, role: str) -> Targets | None:
        """Return the newest metadata of a role that signs targets, None when there is none."""
        return cast("Targets", self.load(role).signed) if self.version(role) else None

    def holders(self, role: str, changed: Changed = _UNCHANGED) -> Holders:
        """Return who may sign for ``role``.

        Args:
            role: any but a root that is about to change: see ``judges``.
            changed: next versions that count as if they were public.

        Raises:
            SigningError: nobody has been appointed.
        """
        parent = parent_of(role)
        said = changed[parent].signed if parent in changed else self._public(parent)
        if isinstance(said, Root):
            entry = said.roles[role]
            return Holders([said.keys[k] for k in entry.keyids], entry.threshold)
        delegations = said.delegations if said else None
        return self._appointed(role, delegations)

    def judges(self, role: str, changed: Changed = _UNCHANGED) -> tuple[Holders, ...]:
        """Return whose signatures it takes: of a next root, the old holders' and the new ones'.

        Raises:
            SigningError: nobody has been appointed.
        """
        if role == ROOT and ROOT in changed and self.exists:
            return self.holders(ROOT), self.holders(ROOT, changed)
        return (self.holders(role, changed),)

    def _public(self, role: str) -> Root | Targets | None:
        return self.root() if role == ROOT else self.delegated(role)

    @staticmethod
    def _appointed(role: str, delegations: Delegations | None) -> Holders:
        entry = (delegations.roles or {}).get(role) if delegations else None
        if delegations is None or entry is None:
            raise SigningError(
                f"nobody has been appointed for {role.replace('.', '/')}: run pack delegate first"
            )
        return Holders([delegations.keys[k] for k in entry.keyids], entry.threshold)

    def staged(self, role: str) -> Path:
        """Return where the next version of a role's metadata waits for signatures."""
        return self.staging / f"{role}.json"

    def waiting(self) -> dict[str, AnyMetadata]:
        """Return role -> the next version that waits for signatures; raises SigningError."""
        found = sorted(self.staging.glob("*.json"))
        return {path.name.removesuffix(".json"): read_metadata(path) for path in found}

    def write(self, role: str, metadata: AnyMetadata) -> None:
        """Write a version of a role's metadata durably, under its own name."""
        make_folder(self.metadata)
        version = metadata.signed.version
        name = f"{role}.json" if role == TIMESTAMP else f"{version}.{role}.json"
        write_metadata(self.metadata / name, metadata)

    def next_targets(self, role: str, now: datetime) -> Targets:
        """Return the next version of a role that signs targets, with what it says now."""
        targets = self.delegated(role) or Targets(1)
        targets.version = self.version(role) + 1
        targets.expires = expiry(role, now)
        return targets


def missing(metadata: AnyMetadata, judges: Iterable[Holders]) -> int:
    """Return how many signatures ``metadata`` lacks, at the least."""
    return max(max(0, each.threshold - len(signed_by(metadata, each))) for each in judges)


def signed_by(metadata: AnyMetadata, holders: Holders) -> list[Key]:
    """Return the keys of ``holders`` whose signature on ``metadata`` is true, in their order."""
    raw = metadata.signed_bytes
    return [key for key in holders.keys if _is_true(key, metadata, raw)]


def _is_true(key: Key, metadata: AnyMetadata, raw: bytes) -> bool:
    signature = metadata.signatures.get(key.keyid)
    if signature is None:
        return False
    try:
        key.verify_signature(signature, raw)
    except Exception:  # noqa: BLE001  (whatever is wrong with it, it is no signature)
        return False
    return True


def read_metadata(path: Path) -> AnyMetadata:
    """Return the metadata in a file; raises SigningError."""
    try:
        return Metadata.from_file(str(path))
    except (StorageError, OSError) as e:
        raise SigningError(f"{path}: cannot be read; is this a repository?") from e
    except DeserializationError as e:
        raise SigningError(f"{path}: no signed metadata") from e


def write_metadata(path: Path, metadata: AnyMetadata) -> None:
    """Write metadata durably; raises SigningError."""
    try:
        write_file(path, metadata.to_bytes(_WRITE))
    except OSError as e:
        raise SigningError(f"{path}: {e.strerror or e}") from e

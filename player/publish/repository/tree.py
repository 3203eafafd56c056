"""The folder of a repository: static files any web server, object store or stick can hold.

::

    metadata/   N.ROLE.json, and timestamp.json, the only file that is ever replaced
    targets/    PROVINCE/GATE/CHANNEL/SHA256.pack.json and orders
    blobs/      aa/SHA256
    staging/    ROLE.json: next versions that lack signatures; not for the public
"""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast

from securesystemslib.signer import Key
from tuf.api.exceptions import StorageError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from player.errors import SigningError
from player.publish.repository.roles import ROOT, TIMESTAMP, TOP, Holders, expiry, parent_of
from player.store.durable import make_folder, write_file
from player.store.layout import BLOBS

logger = logging.getLogger(__name__)

ISSUED: Final = "issued"
TRIAL: Final = "trial"
_WRITE: Final = JSONSerializer(compact=True)

AnyMetadata = Metadata[Any]
"""Metadata of whichever role."""


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
        return max((number for number, name in self._written() if name == role), default=0)

    def roles(self) -> Iterator[str]:
        """Yield the roles that have metadata, sorted; timestamp left out."""
        yield from sorted({name for _, name in self._written()})

    def _written(self) -> Iterator[tuple[int, str]]:
        """Yield version and role of everything in ``metadata/`` that has a version."""
        for path in self.metadata.glob("*.json"):
            number, _, name = path.name.removesuffix(".json").partition(".")
            if number.isdigit() and name:
                yield int(number), name

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

    def holders(self, role: str) -> Holders:
        """Return who may sign for ``role``.

        Raises:
            SigningError: nobody has been appointed.
        """
        if role in TOP:
            root = self.root()
            return Holders(
                [root.keys[k] for k in root.roles[role].keyids], root.roles[role].threshold
            )
        parent = self.delegated(parent_of(role))
        delegations = parent.delegations if parent else None
        entry = (delegations.roles or {}).get(role) if delegations else None
        if delegations is None or entry is None:
            raise SigningError(
                f"nobody has been appointed for {role.replace('.', '/')}: run pack delegate first"
            )
        return Holders([delegations.keys[k] for k in entry.keyids], entry.threshold)

    def waiting(self) -> dict[str, Path]:
        """Return the roles whose next version lacks signatures, and where it waits."""
        found = sorted(self.staging.glob("*.json"))
        return {path.name.removesuffix(".json"): path for path in found}

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

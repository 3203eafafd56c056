"""Trust: which bytes may reach a screen. The only place that talks to python-tuf's client.

Root, timestamp, snapshot and the roles of province and gate are verified in the order TUF sets;
the rules are its own. Here they get our bytes (``Origin``), our memory (a folder that is forced
to the disk: rollback protection lives in these files alone) and a time that cannot be turned
back (the *floor*). What is wrong comes out as one of our errors.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar, cast

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Root, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater, UpdaterConfig

from player.errors import (
    FetchError,
    PackError,
    PackExpiredError,
    PackFormatError,
    PackRollbackError,
    PackSignatureError,
    PlayerError,
    StoreError,
)
from player.pack.manifest import MANIFEST
from player.pack.patch import apply_patch, patch_name
from player.refresh.metadata_fetcher import MetadataFetcher
from player.refresh.origin import Origin
from player.store.durable import make_folder, sync_tree

T = TypeVar("T")

METADATA: Final = "metadata/"
TARGETS: Final = "targets/"
MAX_TARGET_BYTES: Final = 8_000_000
"""Targets are small documents: the manifest of 20,000 files takes 4 MB."""

ISSUED: Final = "issued"
TRIAL: Final = "trial"
_LIMITS: Final = UpdaterConfig(app_user_agent="gate-player")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies: below ``prefix``, empty or ending in a slash, of an origin."""

    origin: Origin
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the metadata says of itself once it is verified.

    Attributes:
        root: version of the root role.
        is_trial: the root is of throwaway keys.
        issued: when the timestamp was signed; None when it does not say.
        expires: of whichever top-level role expires first.
    """

    root: int
    is_trial: bool
    issued: datetime | None
    expires: datetime


class Trust:
    """One refresh: what a repository vouches for at this moment.

    Args:
        folder: of trusted metadata, under non-versioned names; made if need be.
        metadata: where metadata comes from.
        targets: where targets come from.
        anchor: root metadata trusted from the start; None: ``root.json`` in ``folder``.
        now: the time by which metadata expires, never before the floor; aware.

    Raises:
        PackError: the anchor is no root metadata.
        StoreError: the disk refused.
    """

    def __init__(
        self, folder: Path, metadata: Place, targets: Place, anchor: bytes | None, now: datetime
    ) -> None:
        self._folder = folder
        self._targets = targets
        self._on_disk: frozenset[tuple[str, int]] = frozenset()
        with _translated(folder):
            make_folder(folder)
            _clear_unfinished(folder)
            self._updater = Updater(
                str(folder),
                metadata.prefix or "/",
                fetcher=MetadataFetcher(metadata.origin),
                config=_LIMITS,
                bootstrap=anchor,
            )
            # The floor: python-tuf takes the clock's word (a test fails when it renames this).
            self._updater._trusted_set.reference_time = now.astimezone(UTC)  # noqa: SLF001

    def refresh(self) -> Vouched:
        """Bring the top-level roles up to date; durable when this returns.

        Raises:
            FetchError: bytes did not arrive.
            PackSignatureError: not enough of the right keys signed.
            PackExpiredError: the newest there is has expired.
            PackRollbackError: it is older than what was seen before.
            PackFormatError: what came is no metadata.
            StoreError: the disk refused.
        """
        self._durably(self._updater.refresh)
        trusted = self._updater._trusted_set  # noqa: SLF001
        root: Root = trusted.root
        roles = (root, trusted.timestamp, trusted.snapshot, trusted.targets)
        return Vouched(
            root.version,
            bool(root.unrecognized_fields.get(TRIAL)),
            _issued(trusted.timestamp),
            min(role.expires for role in roles),
        )

    def vouches(self, name: str, raw: bytes) -> bool:
        """Whether ``raw`` is what is signed under ``name`` now; raises what ``refresh`` raises."""
        info = self._info(name)
        if info is None:
            return False
        try:
            info.verify_length_and_hashes(raw)
        except LengthOrHashMismatchError:
            return False
        return True

    def target(
        self, name: str, limit_bytes: int = MAX_TARGET_BYTES, known: bytes | None = None
    ) -> bytes | None:
        """Return the bytes of a target, None when nobody who may has signed one of that name.

        Args:
            name: ``province/gate/channel/pack.json`` and the like, as we name it.
            limit_bytes: how long it may be.
            known: an earlier version of it, from which there may be a patch.

        Raises:
            What ``refresh`` raises.
        """
        info = self._info(name)
        if info is None:
            return None
        if info.length > limit_bytes:
            raise PackFormatError(f"{name}: {info.length} bytes; {limit_bytes} are allowed")
        folder, slash, file = name.rpartition("/")
        is_prefixed = self._updater._trusted_set.root.consistent_snapshot  # noqa: SLF001
        digest = f"{next(iter(info.hashes.values()))}." if is_prefixed else ""
        path = f"{self._targets.prefix}{folder}{slash}{digest}{file}"
        patched = None if known is None else self._patched(path, known, info)
        if patched is not None:
            return patched
        raw = self._targets.origin.read(path, info.length)
        with _translated(self._folder):
            info.verify_length_and_hashes(raw)
        return raw

    def _patched(self, path: str, known: bytes, info: TargetFile) -> bytes | None:
        """Return the target made of ``known`` and a patch, None when that does not give it."""
        try:
            name = patch_name(path, hashlib.sha256(known).hexdigest())
            patch = self._targets.origin.read(name, info.length)
            raw = apply_patch(known, patch, info.length)
            info.verify_length_and_hashes(raw)
        except (FetchError, PackFormatError, LengthOrHashMismatchError):
            return None
        return raw

    def _info(self, name: str) -> TargetFile | None:
        if self._is_unheard(name):
            return None
        return self._durably(lambda: self._updater.get_targetinfo(name))

    def _is_unheard(self, name: str) -> bool:
        """Whether those who speak first of ``name`` were appointed, and have signed nothing."""
        trusted = self._updater._trusted_set  # noqa: SLF001
        delegations = trusted.targets.delegations
        named = delegations.get_roles_for_target(name) if delegations else ()
        first = next((role for role, _ in named), None)
        return first is not None and f"{first}.json" not in trusted.snapshot.meta

    def packs_of(self, gate: str) -> tuple[str, ...]:
        """Return the packs that are signed for a gate, of whichever province, sorted.

        Args:
            gate: its id, e.g. ``huu-nghi``.

        Raises:
            What ``refresh`` raises.
        """
        found: set[str] = set()
        trusted = self._updater._trusted_set  # noqa: SLF001
        delegations = trusted.targets.delegations
        for province in (delegations.roles or {}) if delegations else ():
            if "." in province:
                continue
            # Looking for one that is not there brings in whoever could have signed it.
            self._durably(partial(self._updater.get_targetinfo, f"{province}/{gate}/-/{MANIFEST}"))
            if f"{province}.{gate}" in trusted:
                names = cast("Targets", trusted[f"{province}.{gate}"]).targets
                found |= {n.rpartition("/")[0] for n in names if n.endswith(f"/{MANIFEST}")}
        return tuple(sorted(found))

    def _durably(self, act: Callable[[], T]) -> T:
        """Run ``act`` of the updater; what it wrote is on the disk, also where it failed.

        A power cut right after an accepted version would else bring back the one before.
        """
        try:
            with _translated(self._folder):
                return act()
        finally:
            with _translated(self._folder):
                written = _written(self._folder)
                if written != self._on_disk:
                    sync_tree(self._folder)
                    self._on_disk = written


def _written(folder: Path) -> frozenset[tuple[str, int]]:
    """Return the files of a folder and when each was written; the link to the root aside."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return frozenset((path.name, path.stat().st_mtime_ns) for path in files)


def _issued(timestamp: Timestamp) -> datetime | None:
    said = timestamp.unrecognized_fields.get(ISSUED)
    try:
        issued = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return issued.astimezone(UTC) if issued and issued.tzinfo else None


def _clear_unfinished(folder: Path) -> None:
    """Remove what a killed updater left: temporary files, named by Python."""
    for left in folder.glob("tmp*"):
        if not left.name.endswith(".json"):
            left.unlink()


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except PlayerError:
        raise
    except DownloadError as e:
        raise _fetch_error(e) from e
    except OSError as e:
        raise StoreError(f"{e.filename or folder}: {e.strerror or e}") from e
    except Exception as e:  # python-tuf lets a foreign exception through now and then
        raise _pack_error(e) from e


def _fetch_error(error: DownloadError) -> FetchError:
    cause = error.__cause__
    return cause if isinstance(cause, FetchError) else FetchError(str(error))


def _pack_error(error: Exception) -> PackError:
    for kind, ours, words in _SAYINGS:
        if isinstance(error, kind):
            return ours(f"{words}: {error}")
    return PackFormatError(f"metadata that cannot be understood: {error!r}")


_SAYINGS: Final[Sequence[tuple[type[Exception], type[PackError], str]]] = (
    (
        DeserializationError,
        PackFormatError,
        "what came is no signed metadata; is a login page or another server answering?",
    ),
    (UnsignedMetadataError, PackSignatureError, "not signed by enough of the right keys"),
    (ExpiredMetadataError, PackExpiredError, "out of date"),
    (BadVersionNumberError, PackRollbackError, "older than what this screen has had already"),
    (LengthOrHashMismatchError, PackSignatureError, "not what was signed"),
    (RepositoryError, PackSignatureError, "not vouched for"),
)
"""python-tuf's errors, the special before the general -> ours, and what it means."""

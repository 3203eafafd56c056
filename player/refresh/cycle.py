"""One refresh cycle: from an origin to a complete, verified, current pack; or to a reason why not.

Every step is durable before the next: lock, metadata, orders, manifest, room, blobs, documents,
link. Whatever stops it leaves the pack that was current, and the next cycle goes on where it can.
"""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from player import __version__
from player.errors import (
    AssetMismatchError,
    FetchError,
    PackError,
    PackFormatError,
    PackRollbackError,
    PackVersionError,
    PlayerError,
    StoreError,
    StoreFullError,
)
from player.pack.content import CONTENT, parse_content
from player.pack.file_kind import HEAD_BYTES, kind_of
from player.pack.manifest import MANIFEST, Manifest, ManifestFile, parse_manifest
from player.pack.notice_book import MAX_BOOK_BYTES, NOTICES, parse_book
from player.pack.orders import (
    MAX_RECALL_BYTES,
    MAX_STOP_BYTES,
    RECALL,
    STOP,
    parse_recall,
    parse_stop,
)
from player.refresh.blobs import Downloader, Progress
from player.refresh.trust import Trust, Vouched
from player.store.durable import make_folder, sweep, sync_folder, write_file
from player.store.indexing import Indexing
from player.store.install import activate, place_pack
from player.store.layout import Home, blob_path
from player.store.orders import read_orders, read_receipts, received
from player.store.prune import SHORT_GRACE, prune
from player.store.quarantine import barring
from player.store.reader import linked_pack, open_installed, open_placed
from player.store.records import write_record
from player.store.report import HeldPack
from player.store.verify import damaged_blobs, reported_damaged

logger = logging.getLogger(__name__)

_ORDERS: Final = (
    (STOP, MAX_STOP_BYTES),
    (RECALL, MAX_RECALL_BYTES),
    (NOTICES, MAX_BOOK_BYTES),
)
_READERS: Final = {STOP: parse_stop, RECALL: parse_recall}
"""What is refused here, before it takes the place of an order that is in force."""


@dataclass(frozen=True, slots=True)
class Activated:
    """A new pack is current."""

    pack: str
    sequence: int


@dataclass(frozen=True, slots=True)
class AlreadyCurrent:
    """There was nothing new; ``waits`` says what is not fetched yet, if anything."""

    pack: str
    sequence: int
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing changed on screen."""

    error: PlayerError


Outcome = Activated | AlreadyCurrent | Failed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cycle is to bring.

    Attributes:
        gate: id of the gate.
        pack: ``province/gate/channel``; empty: the only one there is for the gate.
        may_download: whether large files may be fetched now.
        progress: told how many bytes are here, and of how many.
    """

    gate: str
    pack: str = ""
    may_download: bool = True
    progress: Progress = lambda _here, _total: None


@dataclass(frozen=True, slots=True)
class Cycle:
    """The parts of one cycle; the caller holds the store (``lock.writing``).

    Attributes:
        home: whose store it is.
        trust: says what is vouched for.
        downloader: brings blobs.
        vouched: told what the metadata says, once it is verified, before anything else happens.
        held: the pack that was brought last.
        holds: told which pack is current and whole.
        now: the wall clock, aware.
        doubts: told what is wrong with the notices that are signed, each time they are new.
        indexing: makes the index to search a pack with.
    """

    home: Home
    trust: Trust
    downloader: Downloader
    vouched: Callable[[Vouched], None]
    held: HeldPack | None
    holds: Callable[[HeldPack], None]
    now: Callable[[], datetime]
    doubts: Callable[[Sequence[str]], None] = lambda _problems: None
    indexing: Indexing = field(default_factory=Indexing)

    def run(self, wanted: Wanted) -> Outcome:
        """Bring the newest pack in; never raises what is foreseen."""
        try:
            self.vouched(self.trust.refresh())
            pack = wanted.pack or self._only_pack(wanted.gate)
            self._bring_orders(pack.rpartition("/")[0])
            outcome = self._bring_pack(replace(wanted, pack=pack))
        except OSError as e:
            said = f"{e.filename or self.home.store}: {e.strerror or e}"
            return Failed(StoreError(said))
        except PlayerError as e:
            return Failed(e)
        self._bring_index(linked_pack(self.home.current))
        return outcome

    def _only_pack(self, gate: str) -> str:
        found = self.trust.packs_of(gate)
        if len(found) == 1:
            return found[0]
        said = f"gate {gate} has {', '.join(found)}" if found else f"none is signed for gate {gate}"
        raise PackError(f"which pack is meant? {said}; write content.pack in the configuration")

    def _bring_orders(self, gate: str) -> None:
        """Bring orders for this gate; one that cannot be had leaves what is in force."""
        make_folder(self.home.orders)
        for name, limit in _ORDERS:
            try:
                self._bring_order(gate, name, limit)
            except (FetchError, PackError) as e:
                logger.warning("an order cannot be had", extra={"order": name, "reason": str(e)})
                if name == NOTICES and isinstance(e, PackError):
                    self.doubts([str(e)])
        before = read_receipts(self.home.taken)
        after = received(before, read_orders(self.home), self.now())
        if after != before:
            write_record(self.home.taken, after)

    def _bring_order(self, gate: str, name: str, limit: int) -> None:
        path = self.home.orders / name
        if path.exists() and self.trust.vouches(f"{gate}/{name}", path.read_bytes()):
            return
        raw = self.trust.target(f"{gate}/{name}", limit)
        if raw is not None and name in _READERS:
            _READERS[name](raw, gate)
        if name == NOTICES:
            self.doubts(_problems(raw, gate))
        _keep_order(path, raw)

    def _held_manifest(self) -> bytes | None:
        try:
            return (self.home.current / MANIFEST).read_bytes()
        except OSError:
            return None

    def _still_holds(self, wanted: Wanted) -> bool:
        """Whether the pack brought last is what is signed now, and lies here as it came.

        Its two documents are hashed and not read: of ten thousand files that takes no time.
        """
        held = self.held
        if held is None or held.pack != wanted.pack:
            return False
        if linked_pack(self.home.current) != held.digest:
            return False
        try:
            manifest = (self.home.current / MANIFEST).read_bytes()
            content = (self.home.current / CONTENT).read_bytes()
        except OSError:
            return False
        return (
            hashlib.sha256(content).hexdigest() == held.content
            and self.trust.vouches(f"{wanted.pack}/{MANIFEST}", manifest)
            and not damaged_blobs(self.home, reported_damaged(self.home))
        )

    def _bring_pack(self, wanted: Wanted) -> Outcome:
        if self.held is not None and self._still_holds(wanted):
            return AlreadyCurrent(self.held.pack, self.held.sequence)
        sweep(self.home.store)
        name = f"{wanted.pack}/{MANIFEST}"
        raw = self.trust.target(name, known=self._held_manifest())
        if raw is None:
            raise PackError(f"{name}: nobody who may has signed one; is the pack's name right?")
        manifest = parse_manifest(raw)
        digest = hashlib.sha256(raw).hexdigest()
        current = self._current_manifest()
        self._check(manifest, digest, wanted, current)
        is_current = linked_pack(self.home.current) == digest
        bad = damaged_blobs(self.home, reported_damaged(self.home))
        if is_current and current is not None and not bad:
            self._note_held(digest, manifest)
            return AlreadyCurrent(manifest.pack, manifest.sequence)
        if current is not None and not is_current and not wanted.may_download:
            return AlreadyCurrent(current.pack, current.sequence, "outside the download hours")
        self._download(manifest, bad, wanted)
        if is_current and current is not None:
            return AlreadyCurrent(manifest.pack, manifest.sequence)
        self._activate(raw, digest, manifest)
        return Activated(manifest.pack, manifest.sequence)

    def _check(
        self, manifest: Manifest, digest: str, wanted: Wanted, current: Manifest | None
    ) -> None:
        """Refuse a pack that is not ours, not for this player, older, or known to be bad."""
        if manifest.pack != wanted.pack:
            raise PackFormatError(f"{MANIFEST}: of pack {manifest.pack}, not {wanted.pack}")
        if _version(manifest.min_player) > _version(__version__):
            raise PackVersionError(f"player {manifest.min_player}", __version__)
        bad = barring(self.home, manifest.pack, manifest.sequence)
        if bad is not None:
            raise PackError(
                f"sequence {manifest.sequence} is in quarantine ({bad.reason}): "
                "publish one with a higher sequence"
            )
        if current is None or current.pack != manifest.pack:
            return
        is_other = digest != linked_pack(self.home.current)
        if manifest.sequence < current.sequence or (
            is_other and manifest.sequence == current.sequence
        ):
            raise PackRollbackError(
                f"sequence {manifest.sequence} is not above {current.sequence}, "
                "which this screen shows"
            )

    def _current_manifest(self) -> Manifest | None:
        """Return the manifest of the pack that is current and whole, None when there is none."""
        try:
            return open_installed(self.home.current, self.home).manifest
        except (PackError, StoreError):
            return None

    def _download(self, manifest: Manifest, bad: Sequence[ManifestFile], wanted: Wanted) -> None:
        for file in bad:
            blob_path(self.home.blobs, file.sha256).unlink(missing_ok=True)
        try:
            self.downloader.fetch(manifest.files, wanted.progress)
        except StoreFullError:
            # At night it would all go; until then no pack would come in.
            if not prune(self.home, self.now(), SHORT_GRACE):
                raise
            self.downloader.fetch(manifest.files, wanted.progress)
        for file in manifest.files:
            self._check_kind(file)

    def _check_kind(self, file: ManifestFile) -> None:
        """Refuse what is signed, but no file of the kind that its manifest says."""
        if file.type == "application/json":
            return
        with blob_path(self.home.blobs, file.sha256).open("rb") as blob:
            found = kind_of(blob.read(HEAD_BYTES))
        if found != file.type:
            raise PackFormatError(f"{file.path}: {file.type} by its manifest, {found} by its bytes")

    def _activate(self, raw: bytes, digest: str, manifest: Manifest) -> None:
        content = self._content(manifest)
        place_pack(self.home, raw, content)
        # Read back as show will: what it could not open must never become current.
        open_placed(digest, self.home)
        self._bring_index(digest)
        activate(self.home, digest)
        self._note_held(digest, manifest)

    def _bring_index(self, digest: str | None) -> None:
        """Make the index of a pack before show opens it; also of one that came without."""
        if digest is not None:
            self.indexing.bring(self.home, digest)

    def _note_held(self, digest: str, manifest: Manifest) -> None:
        held = HeldPack(
            digest=digest,
            content=manifest.digest_of(CONTENT) or "",
            pack=manifest.pack,
            sequence=manifest.sequence,
        )
        self.holds(held)

    def _content(self, manifest: Manifest) -> bytes:
        file = next((f for f in manifest.files if f.path == CONTENT), None)
        if file is None:
            raise PackFormatError(f"{MANIFEST}: no {CONTENT}")
        raw = blob_path(self.home.blobs, file.sha256).read_bytes()
        found = hashlib.sha256(raw).hexdigest()
        if found != file.sha256:
            raise AssetMismatchError(CONTENT, file.sha256, found)
        parse_content(raw)
        return raw


def repair(home: Home, downloader: Downloader, progress: Progress) -> int:
    """Read every blob that a kept pack names, and fetch again what is damaged; return how many.

    The caller holds the store.

    Raises:
        FetchError, StoreError: as ``Downloader.fetch``.
    """
    bad = damaged_blobs(home)
    for file in bad:
        logger.warning("a blob is damaged", extra={"file": file.path, "sha256": file.sha256})
        blob_path(home.blobs, file.sha256).unlink(missing_ok=True)
    if bad:
        downloader.fetch(bad, progress)
    return len(bad)


def _problems(raw: bytes | None, gate: str) -> list[str]:
    """Return what is wrong with single notices; raises PackError for a book that is not ours."""
    return [] if raw is None else [str(each) for each in parse_book(raw, gate).problems]


def _keep_order(path: Path, raw: bytes | None) -> None:
    if raw is None:
        if path.exists():
            path.unlink()
            sync_folder(path.parent)
        return
    if not path.exists() or path.read_bytes() != raw:
        write_file(path, raw)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))

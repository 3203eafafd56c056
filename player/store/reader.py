"""Reading a pack from the disk: nothing is trusted that its manifest's digests do not prove."""

import hashlib
import logging
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from player.errors import (
    AssetMismatchError,
    PackError,
    PackFormatError,
    PlaybackError,
    StoreCorruptError,
)
from player.pack.content import CONTENT, MAX_BYTES, Content, item_media, parse_content
from player.pack.manifest import MANIFEST, Manifest, parse_manifest
from player.pack.recall import content_without
from player.store.layout import BLOBS, Home, blob_parts
from player.store.opening import check_digest, open_below
from player.store.orders import recalled_at
from player.store.trial import has_failed, read_trial

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

logger = logging.getLogger(__name__)

Rung = Literal["current", "last-good", "factory"]


@dataclass(slots=True)
class StoredPack:
    """A pack opened from the disk.

    Attributes:
        sha256: digest of its manifest: the pack's name.
        manifest: what it consists of.
        content: what it says, without what is recalled.
        blobs: folder its media lie in.
        recalled: ids and digests of what must not be shown of it.
    """

    sha256: str
    manifest: Manifest
    content: Content
    blobs: Path
    recalled: frozenset[str] = frozenset()
    _verified: dict[str, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)

    def without(self, recalled: frozenset[str]) -> "StoredPack":
        """Return the pack as it may be shown once that is recalled as well."""
        if recalled <= self.recalled:
            return self
        content = content_without(self.content, recalled)
        made = replace(self, content=content, recalled=self.recalled | recalled)
        made._verified.update(self._verified)  # noqa: SLF001  (its own)
        return made

    def file(self, sha256: str) -> Path:
        """Return the path of a blob whose bytes were compared with its digest.

        A blob is read again only when what the disk says of it has changed since.

        Raises:
            PlaybackError: missing, unreadable or damaged.
        """
        parts = blob_parts(sha256)
        try:
            with open_below(self.blobs, *parts) as file:
                found = os.fstat(file.fileno())
                # The inode too: a copy put in its place can keep size and times.
                mark = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
                if self._verified.get(sha256) != mark:
                    check_digest(file, sha256, sha256)
                    self._verified[sha256] = mark
        except (OSError, AssetMismatchError) as e:
            raise PlaybackError(sha256, str(e)) from e
        return self.blobs.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Opened:
    """The pack to show, from which rung of the ladder, and why not from a higher one."""

    pack: StoredPack
    rung: Rung
    problems: tuple[PackError | StoreCorruptError, ...] = ()


def open_best(home: Home, factory: Path, barred: "Container[str]" = frozenset()) -> Opened | None:
    """Return the best pack there is: current, last good, factory; None: show the built-in page.

    Whichever it is, it comes without what is recalled at this screen.

    Args:
        home: of this player.
        factory: folder of the built factory pack, shipped inside the program.
        barred: packs not to show for now: too much of them is damaged.
    """
    ladder: Sequence[tuple[Rung, Callable[[], StoredPack]]] = (
        ("current", lambda: _open_current(home, barred)),
        ("last-good", lambda: open_installed(home.last_good, home)),
        ("factory", lambda: open_pack(factory, factory / BLOBS)),
    )
    problems: list[PackError | StoreCorruptError] = []
    recalled = recalled_at(home)
    for rung, open_rung in ladder:
        try:
            return Opened(open_rung().without(recalled), rung, tuple(problems))
        except (PackError, StoreCorruptError) as e:
            problems.append(e)
            logger.warning("pack cannot be shown", extra={"rung": rung, "reason": str(e)})
    return None


def _open_current(home: Home, barred: "Container[str]") -> StoredPack:
    trial = read_trial(home)
    name = linked_pack(home.current)
    if name in barred and name != linked_pack(home.last_good):
        raise PackError(f"pack {name} is held back for now: damaged, or not proved")
    if name is not None and has_failed(name, trial) and name != linked_pack(home.last_good):
        reason = trial.reason if trial else ""
        raise PackError(f"pack {name} failed its trial{': ' if reason else ''}{reason}")
    return open_installed(home.current, home)


def linked_pack(link: Path) -> str | None:
    """Return the digest of the pack that a link of a store names, None when it names none."""
    try:
        return link.readlink().name
    except OSError:
        return None


def open_installed(link: Path, home: Home) -> StoredPack:
    """Open the pack that ``link``, of a store, leads to.

    Raises:
        StoreCorruptError: the link leads nowhere or elsewhere; or as ``open_pack``.
        AssetMismatchError: the manifest is not the one the pack is named for.
        PackError: as ``open_pack``.
    """
    try:
        # Once: a link that is moved meanwhile must not mix two packs.
        folder = Path(os.path.realpath(link, strict=True))
    except OSError as e:
        raise StoreCorruptError(link, e.strerror or str(e)) from e
    if folder.parent != Path(os.path.realpath(home.packs)):
        raise StoreCorruptError(link, "no link to a pack of this store")
    return open_placed(folder.name, home)


def open_placed(name: str, home: Home) -> StoredPack:
    """Open the pack of that digest, of a store, current or not.

    Raises:
        StoreCorruptError: as ``open_pack``.
        AssetMismatchError: the manifest is not the one the pack is named for.
        PackError: as ``open_pack``.
    """
    pack = open_pack(home.packs / name, home.blobs)
    if pack.sha256 != name:
        raise AssetMismatchError(MANIFEST, name, pack.sha256)
    return pack


def open_pack(folder: Path, blobs: Path) -> StoredPack:
    """Open a built pack.

    Args:
        folder: holds ``pack.json`` and ``content.json``.
        blobs: holds its media.

    Raises:
        StoreCorruptError: a file is missing or unreadable.
        AssetMismatchError: ``content.json`` is not the manifest's.
        PackError: the pack does not say what it must say.
    """
    raw = _read(folder, MANIFEST)
    manifest = parse_manifest(raw)
    raw_content = _read(folder, CONTENT)
    expected, actual = manifest.digest_of(CONTENT), hashlib.sha256(raw_content).hexdigest()
    if expected != actual:
        raise AssetMismatchError(CONTENT, expected or "none", actual)
    content = parse_content(raw_content)
    _check_whole(manifest, content)
    return StoredPack(hashlib.sha256(raw).hexdigest(), manifest, content, blobs)


def _check_whole(manifest: Manifest, content: Content) -> None:
    listed = {file.sha256 for file in manifest.files}
    for item in content.items:
        missing = [m.sha256 for m in item_media(item) if m.sha256 not in listed]
        if missing:
            raise PackFormatError(f"{MANIFEST}: no file {missing[0]}, which item {item.id} needs")


def _read(folder: Path, name: str) -> bytes:
    """Return a file's bytes; of one that is too long only so much that its reader refuses it."""
    try:
        with open_below(folder, name) as file:
            return file.read(MAX_BYTES + 1)
    except OSError as e:
        raise StoreCorruptError(folder / name, e.strerror or str(e)) from e

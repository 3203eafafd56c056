"""Reading a pack from the disk: nothing is trusted that its manifest's digests do not prove."""

import hashlib
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TYPE_CHECKING

from player.errors import AssetMismatchError, PackError, PlaybackError, StoreCorruptError
from player.pack.content import Content, parse_content
from player.pack.manifest import CONTENT, Manifest, parse_manifest
from player.store.layout import Home, blob_path

if TYPE_CHECKING:
    from collections.abc import Sequence

logger = logging.getLogger(__name__)

MANIFEST = "pack.json"
_CHUNK_BYTES = 1 << 20

Rung = Literal["current", "last-good", "factory"]


@dataclass(slots=True)
class StoredPack:
    """A pack opened from the disk.

    Attributes:
        sha256: digest of its manifest: the pack's name.
        manifest: what it consists of.
        content: what it says.
        blobs: folder its media lie in.
    """

    sha256: str
    manifest: Manifest
    content: Content
    blobs: Path
    _verified: dict[str, tuple[int, int]] = field(default_factory=dict)

    def file(self, sha256: str) -> Path:
        """Return the path of a blob whose bytes were compared with its digest.

        A blob is read again only when its size or time of change differ from what was read.

        Raises:
            PlaybackError: missing, unreadable or damaged.
        """
        path = blob_path(self.blobs, sha256)
        try:
            found = path.stat()
            mark = (found.st_size, found.st_mtime_ns)
            if self._verified.get(sha256) != mark:
                check_digest(path, sha256)
                self._verified[sha256] = mark
        except (OSError, AssetMismatchError) as e:
            raise PlaybackError(sha256, str(e)) from e
        return path


@dataclass(frozen=True, slots=True)
class Opened:
    """The pack to show, from which rung of the ladder, and why not from a higher one."""

    pack: StoredPack
    rung: Rung
    problems: tuple[PackError | StoreCorruptError, ...] = ()


def open_best(home: Home, factory: Path) -> Opened | None:
    """Return the best pack there is: current, last good, factory; None: show the built-in page.

    Args:
        home: of this player.
        factory: folder of the built factory pack, shipped inside the program.
    """
    rungs: Sequence[tuple[Rung, Path, Path]] = (
        ("current", home.current, home.blobs),
        ("last-good", home.last_good, home.blobs),
        ("factory", factory, factory / "blobs"),
    )
    problems: list[PackError | StoreCorruptError] = []
    for rung, folder, blobs in rungs:
        try:
            return Opened(open_pack(folder, blobs), rung, tuple(problems))
        except (PackError, StoreCorruptError) as e:
            problems.append(e)
            logger.warning("pack cannot be shown", extra={"rung": rung, "reason": str(e)})
    return None


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
    raw = _read(folder / MANIFEST)
    manifest = parse_manifest(raw)
    raw_content = _read(folder / CONTENT)
    expected, actual = manifest.digest_of(CONTENT), hashlib.sha256(raw_content).hexdigest()
    if expected != actual:
        raise AssetMismatchError(CONTENT, expected or "none", actual)
    digest = hashlib.sha256(raw).hexdigest()
    return StoredPack(digest, manifest, parse_content(raw_content), blobs)


def check_digest(path: Path, sha256: str) -> None:
    """Compare a file with its digest.

    Raises:
        AssetMismatchError: they differ.
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    if digest.hexdigest() != sha256:
        raise AssetMismatchError(path.name, sha256, digest.hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as e:
        raise StoreCorruptError(path, e.strerror or str(e)) from e

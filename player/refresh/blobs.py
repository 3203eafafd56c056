"""Downloading blobs: what is missing, resumed where it stopped, named only once it is whole.

A blob under its name has the bytes of its name: it is written as ``partial/<sha256>.partial``,
compared while it comes, forced to the disk and only then renamed. What interrupts a download
leaves the partial, and the next one goes on from there, whichever process or origin that is.
"""

import errno
import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from player.errors import (
    FetchError,
    FetchHttpError,
    FetchTooLargeError,
    StoreError,
    StoreFullError,
)
from player.pack.manifest import ManifestFile
from player.refresh.origin import Origin, Stream
from player.refresh.pace import TokenBucket
from player.refresh.partial import keep_tag, read_tag, size_of
from player.refresh.room import Disk, disk_of
from player.store.durable import make_folder, sync_folder
from player.store.layout import BLOBS, Home, blob_parts, blob_path

PARALLEL: Final = 4
WORTH_RESUMING: Final = 256 * 1024
"""Of a smaller file the version is not noted: that costs more than sending it again, should what is
resumed turn out to be another version's."""

RANGE_NOT_SATISFIABLE: Final = 416
_MODE: Final = 0o644  # the player reads as another user
_READ_BYTES: Final = 1 << 20
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC

Progress = Callable[[int, int], None]
"""Told the bytes that are here, and how many there are in all."""


class Downloader:
    """Brings blobs from an origin into a home.

    Args:
        origin: has them below ``blobs/``.
        home: whose store the caller holds.
        bucket: caps the bandwidth.
        disk: tells how full the home's disk is.
        between: called between two pieces, by any thread; ends the download with a FetchError.
    """

    def __init__(
        self,
        origin: Origin,
        home: Home,
        bucket: TokenBucket,
        disk: Callable[[Path], Disk] = disk_of,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        self._origin = origin
        self._home = home
        self._bucket = bucket
        self._disk = disk
        self._between = between
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._here = 0
        self._named_in: set[Path] = set()

    def fetch(self, files: Iterable[ManifestFile], progress: Progress) -> int:
        """Bring what is missing of ``files``; return how many bytes that were.

        Raises:
            FetchError: bytes did not arrive, or not the right ones; the partials are kept.
            StoreFullError: there is no room; nothing was fetched.
            StoreError: the disk refused.
        """
        missing = list({f.sha256: f for f in files if not self._is_here(f)}.values())
        if not missing:
            return 0
        total = sum(file.size for file in missing)
        try:
            make_folder(self._home.partial)
            self._check_room(missing)
            self._run(missing, lambda: progress(self._here, total))
        except OSError as e:
            raise self._refused(e, total) from e
        return total

    def _is_here(self, file: ManifestFile) -> bool:
        try:
            found = blob_path(self._home.blobs, file.sha256).lstat()
        except OSError:
            return False
        return found.st_size == file.size

    def _check_room(self, missing: Sequence[ManifestFile]) -> None:
        here = sum(size_of(self._partial(file.sha256)) for file in missing)
        needed = sum(file.size for file in missing) - here
        usable = self._disk(self._home.store).usable
        if needed > usable:
            raise StoreFullError(self._home.store, needed, max(0, usable))

    def _run(self, missing: Sequence[ManifestFile], told: Callable[[], None]) -> None:
        self._stopped.clear()
        self._named_in.clear()
        self._here = sum(min(file.size, size_of(self._partial(file.sha256))) for file in missing)
        told()
        with ThreadPoolExecutor(PARALLEL, "download") as pool:
            running = [pool.submit(self._bring, file, told) for file in missing]
            try:
                wait(running, return_when=FIRST_EXCEPTION)
            finally:
                self._stopped.set()
                for each in running:
                    each.cancel()
        # Once for each folder and not for each file: before this nobody relies on the names.
        for folder in self._named_in:
            sync_folder(folder)
        for each in running:
            if not each.cancelled():
                each.result()

    def _bring(self, file: ManifestFile, told: Callable[[], None]) -> None:
        if self._stopped.is_set():
            return
        resumed = size_of(self._partial(file.sha256)) > 0
        try:
            whole = self._receive(file, told)
        except _SpoiltError as e:
            if not resumed:
                raise FetchError(str(e)) from e
            # What lay here may have been spoilt, and not what came: once more, from the start.
            try:
                whole = self._receive(file, told)
            except _SpoiltError as again:
                raise FetchError(str(again)) from again
        if whole:
            self._name(file)

    def _receive(self, file: ManifestFile, told: Callable[[], None]) -> bool:
        """Receive the rest of a file into its partial; return False when told to stop."""
        partial = self._partial(file.sha256)
        descriptor = os.open(partial, _FLAGS, _MODE)
        with os.fdopen(descriptor, "r+b") as out:
            digest = hashlib.sha256()
            while known := out.read(_READ_BYTES):
                digest.update(known)
            have = out.tell()
            if have > file.size:
                self._drop(file, file.size)
                raise _SpoiltError(f"{file.path}: more than its {file.size} bytes lie here")
            if have < file.size:
                taken = self._take(file, out, have, digest, told)
                if taken is None:
                    return False
                digest = taken
            if digest.hexdigest() != file.sha256:
                self._drop(file, file.size)
                raise _SpoiltError(f"{file.path}: other bytes than the pack names")
            os.fchmod(descriptor, _MODE)
            out.flush()
            os.fsync(descriptor)
        return True

    def _take(
        self,
        file: ManifestFile,
        out: BinaryIO,
        have: int,
        digest: "hashlib._Hash",
        told: Callable[[], None],
    ) -> "hashlib._Hash | None":
        path = "/".join((BLOBS, *blob_parts(file.sha256)))
        note = self._validator(file.sha256)
        try:
            with self._origin.open_at(path, have, read_tag(note), file.size) as stream:
                if stream.offset != have:
                    self._forget(have)
                    out.seek(0)
                    out.truncate()
                    digest = hashlib.sha256()
                self._keep_tag(file, stream)
                for piece in stream:
                    if self._stopped.is_set():
                        return None
                    out.write(piece)
                    digest.update(piece)
                    self._bucket.take(len(piece))
                    self._between()
                    self._count(len(piece), told)
        except FetchTooLargeError:
            self._drop(file, out.tell())
            raise
        except FetchHttpError as e:
            if e.status == RANGE_NOT_SATISFIABLE:
                self._drop(file, have)
                raise _SpoiltError(f"{file.path}: {e}") from e
            raise
        if out.tell() < file.size:
            raise FetchError(f"{file.path}: {out.tell()} of {file.size} bytes came")
        return digest

    def _count(self, count: int, told: Callable[[], None]) -> None:
        with self._lock:
            self._here += count
            told()

    def _forget(self, count: int) -> None:
        with self._lock:
            self._here -= count

    def _name(self, file: ManifestFile) -> None:
        """Give a whole partial the name of its bytes."""
        target = blob_path(self._home.blobs, file.sha256)
        if target.parent.is_symlink():
            target.parent.unlink()
        make_folder(target.parent)
        self._partial(file.sha256).replace(target)
        self._named_in.add(target.parent)
        self._validator(file.sha256).unlink(missing_ok=True)

    def _keep_tag(self, file: ManifestFile, stream: Stream) -> None:
        if file.size >= WORTH_RESUMING:
            keep_tag(self._validator(file.sha256), stream)

    def _partial(self, sha256: str) -> Path:
        return self._home.partial / f"{sha256}.partial"

    def _validator(self, sha256: str) -> Path:
        return self._home.partial / f"{sha256}.validator"

    def _drop(self, file: ManifestFile, counted: int) -> None:
        self._forget(counted)
        self._partial(file.sha256).unlink(missing_ok=True)
        self._validator(file.sha256).unlink(missing_ok=True)

    def _refused(self, error: OSError, needed: int) -> StoreError:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            with suppress(OSError):
                for left in self._home.partial.iterdir():
                    left.unlink()
            return StoreFullError(self._home.store, needed, 0)
        return StoreError(f"{error.filename or self._home.store}: {error.strerror or error}")


class _SpoiltError(Exception):
    """What lies in a partial is not the beginning of the file; it has been dropped."""

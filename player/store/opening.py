"""Opening files that others had a chance to put there: plain files only, and never a wait.

A link, a pipe or a device in place of a file is refused, also in place of a folder on the way to
it: a pipe would hang the player, a link would have it read what is none of its business.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from player.errors import AssetMismatchError

CHUNK_BYTES: Final = 1 << 20
_FLAGS: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


def open_below(folder: Path, *parts: str) -> BinaryIO:
    """Open the plain file that lies at ``parts`` below ``folder`` for reading.

    Args:
        folder: may itself be reached by links.
        parts: names of folders and at last of the file; none of them may be a link.

    Raises:
        OSError: missing, unreadable, or no plain file.
    """
    path = folder.joinpath(*parts)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in parts:
            inner = _open(part, descriptor, path)
            os.close(descriptor)
            descriptor = inner
        check_plain(descriptor, path)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def verified_chunks(file: BinaryIO, name: str, sha256: str) -> Iterator[bytes]:
    """Yield the bytes of ``file``, then compare them with their digest.

    Args:
        file: read to its end.
        name: by which an error calls it.
        sha256: hex digest.

    Raises:
        AssetMismatchError: they differ; every chunk has been yielded by then.
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK_BYTES):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise AssetMismatchError(name, sha256, digest.hexdigest())


def check_digest(file: BinaryIO, name: str, sha256: str) -> None:
    """Compare a file with its digest; raises what ``verified_chunks`` raises."""
    for _ in verified_chunks(file, name, sha256):
        pass


def _open(part: str, folder: int, path: Path) -> int:
    try:
        return os.open(part, _FLAGS, dir_fd=folder)
    except OSError as e:
        # ENXIO: a socket, or a device nobody serves.
        if e.errno in {errno.ELOOP, errno.ENXIO}:
            raise _not_plain(path) from e
        raise OSError(e.errno, e.strerror, str(path)) from e


def check_plain(descriptor: int, path: Path) -> None:
    """See that what was opened is a plain file.

    Raises:
        OSError: it is a pipe, a device or a folder.
    """
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise _not_plain(path)


def _not_plain(path: Path) -> OSError:
    return OSError(errno.EINVAL, "not a plain file", str(path))

"""A stick that somebody put in to take something along: finding it, and writing to it.

A stick may be anybody's: nothing on it is ever replaced, and nothing is left half written.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from player.store.durable import sync_folder


def writable_stick(mounts: Path, is_mount: Callable[[Path], bool] = os.path.ismount) -> Path | None:
    """Return the first stick that is mounted below ``mounts`` and may be written; None: none is.

    Args:
        mounts: folder below which sticks are mounted, directly or by the name of a user.
        is_mount: whether a file system is mounted at a folder.
    """
    near = _folders(mounts)
    far = chain.from_iterable(_folders(each) for each in near)
    places = (each for each in sorted((*near, *far)) if is_mount(each))
    return next((each for each in places if os.access(each, os.W_OK)), None)


def write_new(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file that is not there yet, durably; of one that cannot be finished nothing is left.

    Raises:
        OSError: there is one of that name, or the disk refused.
    """
    with path.open("xb") as file:
        try:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def _folders(folder: Path) -> list[Path]:
    return [*_listed(folder)]


def _listed(folder: Path) -> Iterator[Path]:
    """Yield the folders in ``folder``; a stick that was pulled out has none."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield Path(entry.path)
    except OSError:
        return

"""A folder that is replaced whole: made beside its place, forced to the disk, then exchanged.

Until the exchange the old folder stands untouched, whatever stops the work. What a killed run
left behind is cleared by the next one; a lock keeps two runs from sharing one place.
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from player.store.durable import make_folder, sync_folder, sync_tree

_EXCHANGE: Final = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE: Final = -100  # AT_FDCWD


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``target`` when the block ends well.

    Args:
        target: need not exist; replaced with everything in it.

    Raises:
        BlockingIOError: another process is staging the same folder.
        OSError: the disk refused.
    """
    make_folder(target.parent)
    stage = target.with_name(f".{target.name}.being-made")
    stage.mkdir(exist_ok=True)
    lock = os.open(stage, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _empty(stage)
        try:
            yield stage
            sync_tree(stage)
            _put_in_place(stage, target)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    finally:
        os.close(lock)


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _put_in_place(stage: Path, target: Path) -> None:
    if not target.exists():
        stage.rename(target)
    elif not _exchange(stage, target):
        # A file system without exchange: for an instant there is neither folder.
        aside = target.with_name(f".{target.name}.was")
        shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed right here
        target.rename(aside)
        stage.rename(target)
        shutil.rmtree(aside)
    sync_folder(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    rename = ctypes.CDLL(None, use_errno=True).renameat2
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)

"""One player per home folder, and one process at a time that changes its store.

The kernel lets go of a lock when the process that holds it dies, however it dies.
"""

import errno
import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from player.errors import StoreError, StoreLockedError
from player.store.born import born_at
from player.store.durable import make_folder
from player.store.layout import Home

logger = logging.getLogger(__name__)

_FLAGS: Final = os.O_NOFOLLOW | os.O_NONBLOCK


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the home folder, as its one player.

    A disk that fell back to read-only is no reason to go dark: a lock file that is there already
    is enough.

    Raises:
        StoreLockedError: another player holds it.
        StoreError: the folder cannot be written.
    """
    with _held(home.lock, StoreLockedError(home.folder)):
        yield


@contextmanager
def locked_if_possible(home: Home) -> Iterator[None]:
    """Hold the home folder, or go on without it where the disk is broken or not there.

    The player needs no disk to show the factory pack; travellers must not see a dark screen
    because of a lock. A folder that belongs to somebody else is refused as ever.

    Raises:
        StoreLockedError: another player holds it.
        StoreError: this user may not use the folder.
    """
    with ExitStack() as held:
        try:
            held.enter_context(locked(home))
        except StoreLockedError:
            raise
        except StoreError as e:
            if isinstance(e.__cause__, PermissionError):
                raise
            logger.error("the home folder cannot be held", extra={"reason": str(e)})  # noqa: TRY400  (foreseen; a traceback says nothing)
        yield


@contextmanager
def running_agent(home: Home) -> Iterator[None]:
    """Hold the home, as its one agent.

    Raises:
        StoreError: another agent runs, or the folder cannot be written.
    """
    busy = StoreError(f"{home.folder}: another refresh agent works for this home")
    with _held(home.agent_lock, busy):
        yield


@contextmanager
def writing(home: Home) -> Iterator[None]:
    """Hold the store, as the one process that changes it.

    Raises:
        StoreError: another process is changing it, or it cannot be written.
    """
    busy = StoreError(f"{home.store}: another process is bringing a pack; try again later")
    with _held(home.writer_lock, busy):
        yield


@contextmanager
def _held(path: Path, busy: StoreError) -> Iterator[None]:
    try:
        make_folder(path.parent)
        descriptor = _open(path)
    except OSError as e:
        raise StoreError(f"{path}: {e.strerror or e}") from e
    with os.fdopen(descriptor, "r+" if _is_writable(descriptor) else "r") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            raise busy from e
        _sign(file)
        yield


def holder(path: Path) -> int | None:
    """Return the pid of the process that holds a lock file, as far as it said so.

    Args:
        path: ``Home.lock`` or ``Home.agent_lock``.

    Returns:
        None: nobody does. A process that took the number of a dead one is told by its birth.
    """
    try:
        pid, born = map(int, path.read_text("ascii").split())
    except (OSError, ValueError):
        return None
    return pid if born >= 0 and born_at(pid) == born else None


def agent_runs(home: Home) -> bool:
    """Say whether an agent works for ``home``; nobody need touch its lock to learn that."""
    return holder(home.agent_lock) is not None


def _sign(file: IO[str]) -> None:
    """Say in the lock file who holds it; a disk that refuses is no reason not to."""
    with suppress(OSError, ValueError):
        file.truncate(0)
        file.write(f"{os.getpid()} {born_at(os.getpid())}\n")
        file.flush()


def _is_writable(descriptor: int) -> bool:
    return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o644)
    except OSError as e:
        if e.errno != errno.EROFS:
            raise
        return os.open(path, os.O_RDONLY | _FLAGS)

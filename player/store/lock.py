"""One player per home folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from player.errors import StoreLockedError
from player.store.durable import make_folder
from player.store.layout import Home


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the home folder for this process; the kernel lets go when the process dies.

    Raises:
        StoreLockedError: another player holds it.
        OSError: the folder cannot be written.
    """
    make_folder(home.state)
    with home.lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            raise StoreLockedError(home.folder) from e
        yield

"""A disk that fails, or a process that dies, at the n-th thing a writer asks of the system.

Run as a program it forks a process per call, kills it there, and tells what was left:
one line each with the digest of the pack that opens, until a process finishes.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from player.errors import StoreError
from player.store.install import install
from player.store.layout import Home
from player.store.reader import open_best

CALLS: Final = ("open", "mkdir", "fchmod", "fsync", "replace", "symlink", "unlink")


@contextmanager
def at_call(number: int, act: Callable[[str], None]) -> Iterator[list[str]]:
    """Call ``act`` with the name of the ``number``-th call (from 1) instead of making it.

    Yields:
        The names of the calls made so far; more than ``number`` when ``act`` was called.
    """
    made: list[str] = []
    real = {name: getattr(os, name) for name in CALLS}

    def stand_in(name: str) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            made.append(name)
            if len(made) == number:
                act(name)
            # What forces bytes to the disk takes its time, and shows only when the power fails.
            return None if name == "fsync" else real[name](*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, stand_in(name))
    try:
        yield made
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def refuse(name: str) -> None:
    """Fail like a full disk."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)


def die(_: str) -> None:
    """End this process as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def pack_of(home: Home) -> str:
    """Return the digest of the pack that opens, all of whose files are whole; "" for none."""
    opened = open_best(home, home.folder / "no-factory")
    if opened is None or opened.rung != "current":
        return ""
    for file in opened.pack.manifest.files:
        if file.type != "application/json":
            opened.pack.file(file.sha256)
    return opened.pack.sha256


def installs_killed_at_every_call(template: Path, built: Path, scratch: Path) -> Iterator[str]:
    """Yield the pack left after a kill at call 1, 2, …; last after an install nobody killed."""
    for number in range(1, 1000):
        home = Home(scratch / str(number))
        shutil.copytree(template, home.folder, symlinks=True)
        child = os.fork()
        if child == 0:
            with at_call(number, die):
                install(built, home)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        yield pack_of(home)
        if os.WIFEXITED(status):
            return
        try:
            install(built, home)
        except StoreError as e:
            yield f"no second try: {e}"


def main() -> None:
    """Print one line per kill: the template home, the built pack and a scratch folder given."""
    template, built, scratch = (Path(word) for word in sys.argv[1:])
    for left in installs_killed_at_every_call(template, built, scratch):
        sys.stdout.write(f"{left}\n")


if __name__ == "__main__":
    main()

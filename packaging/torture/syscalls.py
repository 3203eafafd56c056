"""One refresh, each of its system calls failing in turn: the old pack or the new, never neither.

``python -m torture.syscalls [CALL …]``: for every call that changes the disk and every fault, the
n-th one fails, n = 1, 2, … until the refresh ends before it comes to that. After each a whole pack
must be current, and the next refresh, undisturbed, must end with the new one. The faults are
injected by strace into a child that was made once everything was loaded, so that only what a
refresh does is counted.
"""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player import clock
from player.errors import PlayerError
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated, AlreadyCurrent
from player.refresh.folder_origin import FolderOrigin
from player.store.layout import Home
from player.store.reader import open_installed
from player.store.verify import damaged_blobs
from tests.fakes.signed_repository import PACK, SignedRepository
from torture.claim import Claim

CALLS: Final = (
    *("fsync", "write", "openat", "mkdir", "rename", "renameat"),
    *("symlink", "unlink", "rmdir", "ftruncate", "flock"),
)
FAULTS: Final = ("error=EIO", "error=ENOSPC", "signal=KILL")
MOST: Final = 2000
"""More than any call is made in one refresh."""

LONGEST_S: Final = 60.0
DONE: Final = 0
REFUSED: Final = 3


@dataclass(frozen=True, slots=True)
class Attempt:
    """A refresh whose n-th call of a kind failed.

    Attributes:
        call: which.
        fault: how, as strace names it.
        number: the n-th, from 1.
        was_reached: whether the refresh came to that call at all.
        wrong: what is wrong with the home afterwards; "": nothing.
    """

    call: str
    fault: str
    number: int
    was_reached: bool
    wrong: str

    def __str__(self) -> str:
        """Return it as a line."""
        return f"{self.call} {self.fault} {self.number}: {self.wrong or 'whole'}"


@dataclass(frozen=True)
class Bench:
    """A home with the first pack, and a repository that offers the second.

    Attributes:
        work: folder of both.
    """

    work: Path

    @property
    def home(self) -> Home:
        """That the refresh changes; made anew for each attempt."""
        return Home(self.work / "home")

    @property
    def repository(self) -> SignedRepository:
        """Offers the second pack."""
        return SignedRepository(self.work / "centre", clock.now())

    def prepare(self) -> None:
        """Publish the first pack, install it, then publish the second."""
        repository = self.repository
        repository.publish(1)
        if not self.refresh():
            raise RuntimeError("the first pack was not taken")
        shutil.move(self.home.folder, self.work / "first")
        repository.publish(2)

    def refresh(self) -> bool:
        """Run one cycle; return whether the pack on offer is current then."""
        repository = self.repository
        setting = Setting(self.home, "huu-nghi", PACK, repository.root)
        agent = Agent(setting, None)
        told = agent.cycle(FolderOrigin(repository.tree.folder), no_progress)
        return isinstance(told.outcome, Activated | AlreadyCurrent)

    def attempt(self, call: str, fault: str, number: int) -> Attempt:
        """Refresh while the ``number``-th ``call`` fails; say what came of it."""
        shutil.rmtree(self.home.folder, ignore_errors=True)
        shutil.copytree(self.work / "first", self.home.folder, symlinks=True)
        log = self.work / "strace"
        was_reached = _spoilt(self.refresh, f"{call}:{fault}:when={number}", log)
        return Attempt(call, fault, number, was_reached, self._wrong())

    def _wrong(self) -> str:
        """Return what is wrong with the home, now or after the next refresh; "": nothing."""
        for is_next in (False, True):
            if is_next and not self.refresh():
                return "the next refresh fails"
            try:
                sequence = open_installed(self.home.current, self.home).manifest.sequence
            except (PlayerError, OSError) as e:
                return str(e)
            damaged = damaged_blobs(self.home)
            if damaged:
                return f"{len(damaged)} damaged files in sequence {sequence}"
            if sequence not in ({2} if is_next else {1, 2}):
                return f"sequence {sequence}"
        return ""


def _spoilt(refresh: Callable[[], bool], injection: str, log: Path) -> bool:
    """Run ``refresh`` in a child while strace injects a fault; return whether it came to that.

    Raises:
        RuntimeError: strace cannot watch, or the child does not end.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(writer)
        os.read(reader, 1)
        _end(refresh)
    os.close(reader)
    call = injection.partition(":")[0]
    wanted = ("-e", f"trace={call}", "-e", f"inject={injection}")
    watch = subprocess.Popen(
        ["strace", "-f", "-o", str(log), *wanted, "-p", str(child)],
        stderr=subprocess.PIPE,
        text=True,
    )
    said = watch.stderr.readline() if watch.stderr else ""
    if "attached" not in said:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise RuntimeError(f"strace: {said.strip()}")
    os.write(writer, b"!")
    os.close(writer)
    os.waitpid(child, 0)
    watch.communicate(timeout=LONGEST_S)
    told = log.read_text("utf-8", "replace")
    return "(INJECTED)" in told or "killed by SIGKILL" in told


def _end(refresh: Callable[[], bool]) -> None:
    """Refresh, and end this process whatever comes of it."""
    logging.disable(logging.CRITICAL)  # of this process alone: it is to fail
    code = REFUSED
    try:
        code = DONE if refresh() else REFUSED
    finally:
        os._exit(code)


def attempts(bench: Bench, calls: Sequence[str] = CALLS) -> Iterator[Attempt]:
    """Yield an attempt for each call of a refresh and each fault."""
    for call in calls:
        for fault in FAULTS:
            for number in range(1, MOST):
                attempt = bench.attempt(call, fault, number)
                if not attempt.was_reached:
                    break
                yield attempt


def claim(folder: Path) -> Claim:
    """Let every call of a refresh fail; must run before anything starts Qt, for it forks.

    Args:
        folder: not there yet.
    """
    what = "each failing call of a refresh leaves the old pack or the new"
    folder.mkdir()
    bench = Bench(folder)
    bench.prepare()
    try:
        made = list(attempts(bench))
    except (OSError, RuntimeError) as e:
        return Claim(what, f"not measured: {e}", holds=False)
    bad = [str(each) for each in made if each.wrong]
    figure = f"{len(made)} refreshes, {len(bad)} bad {bad[:3] or ''}".rstrip()
    return Claim(what, figure, bool(made) and not bad)


def main() -> int:
    """Print every attempt that left something wrong, and how many there were of each kind."""
    calls = sys.argv[1:] or CALLS
    bad = 0
    with tempfile.TemporaryDirectory(prefix="gate-player-syscalls-") as folder:
        bench = Bench(Path(folder))
        bench.prepare()
        for call in calls:
            counts = dict.fromkeys(FAULTS, 0)
            for attempt in attempts(bench, (call,)):
                counts[attempt.fault] += 1
                if attempt.wrong:
                    bad += 1
                    print(attempt, flush=True)
            said = ", ".join(f"{count} {fault}" for fault, count in counts.items())
            print(f"{call}: {said}", flush=True)
    print(f"{bad} left neither the old pack nor the new one, or no way on")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

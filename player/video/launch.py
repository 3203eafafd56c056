"""Starting and ending the worker process. The only place that starts one."""

import mmap
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import player

REAP_TIMEOUT_S: Final = 0.3
"""A killed process is gone within milliseconds; one that is not waits for a broken disk."""
_MALLOC: Final = {
    # libvlc's pictures come from many threads and are megabytes each: given back to the system
    # when freed, not kept in one heap per thread (after a clip 25 MB instead of 42 MB stay).
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "131072",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is born with.

    Attributes:
        socket_fd: its end of the socket pair.
        ring_fd: of the frame ring.
        held: slot and serial of the frame that an earlier worker left on screen, or None.
        next_serial: of the first frame it will make.
    """

    socket_fd: int
    ring_fd: int
    held: tuple[int, int] | None
    next_serial: int


class WorkerProcess(Protocol):
    """A process that has been started."""

    def kill(self) -> None:
        """End it at once; it cannot refuse."""

    def reap(self, timeout_s: float) -> int | None:
        """Wait for its end.

        Returns:
            Its exit status, negative for a signal; None when it has not ended in time.
        """

    def held_bytes(self) -> int:
        """Return the memory that is its own; 0 when the system does not say."""


class _PopenWorker:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process: Final = process

    def kill(self) -> None:
        self._process.kill()

    def reap(self, timeout_s: float) -> int | None:
        try:
            return self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            return None

    def held_bytes(self) -> int:
        try:
            counts = Path(f"/proc/{self._process.pid}/statm").read_text("ascii").split()
        except OSError:
            return 0
        # Source: proc(5): size, resident, shared (files and the frame ring), in pages.
        return (int(counts[1]) - int(counts[2])) * mmap.PAGESIZE if len(counts) > 2 else 0  # noqa: PLR2004


def launch_worker(order: Order) -> WorkerProcess:
    """Start a worker with this program's interpreter and package.

    Args:
        order: what it is born with; the descriptors are inherited, not moved.

    Raises:
        OSError: the system cannot start another process.
    """
    options = [
        ("--socket-fd", order.socket_fd),
        ("--ring-fd", order.ring_fd),
        ("--next-serial", order.next_serial),
    ]
    if order.held is not None:
        options += zip(("--held-slot", "--held-serial"), order.held, strict=True)
    words = [str(word) for option in options for word in option]
    # Found where this very package lies, in a checkout and installed, whatever the working folder.
    roots = (str(Path(player.__file__).parent.parent), os.environ.get("PYTHONPATH"))
    process = subprocess.Popen(  # noqa: S603 # our own interpreter and module, numbers only
        [sys.executable, "-P", "-m", "player.main.worker", *words],
        env={**os.environ, **_MALLOC, "PYTHONPATH": os.pathsep.join(filter(None, roots))},
        pass_fds=(order.socket_fd, order.ring_fd),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    return _PopenWorker(process)

"""What a process holds: memory of its own, descriptors, children."""

import mmap
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
SELF: Final = "self"


def held_bytes(pid: int | str = SELF) -> int:
    """Return the memory that is the process's own: resident, but for files and shared memory.

    Source: proc(5), statm: size, resident, shared, in pages.
    """
    counts = (PROC / str(pid) / "statm").read_text("ascii").split()
    return (int(counts[1]) - int(counts[2])) * mmap.PAGESIZE


def descriptors(pid: int | str = SELF) -> int:
    """Return how many descriptors are open."""
    return sum(1 for _ in (PROC / str(pid) / "fd").iterdir())


def children(pid: int) -> list[int]:
    """Return the pids of a process's children, the dead that nobody has asked after, too."""
    return [int(each) for each in (PROC / f"{pid}/task/{pid}/children").read_text("ascii").split()]

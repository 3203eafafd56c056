"""How much memory the machine has left, and how much a process holds; proc(5)."""

import mmap
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.health.sysfs import text_of

KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes; None: the kernel does not say."""

    total_bytes: int | None = None
    available_bytes: int | None = None


def memory(proc: Path = Path("/proc")) -> Memory:
    """Return the memory of the machine."""
    said = text_of(proc / "meminfo") or ""
    return Memory(field_bytes(said, "MemTotal"), field_bytes(said, "MemAvailable"))


def held_bytes(pid: int | str = "self", proc: Path = Path("/proc")) -> int | None:
    """Return what a process holds of its own: resident, but for files and shared memory.

    Source: proc(5), statm: size, resident, shared, in pages. None: there is no such process.
    """
    try:
        counts = (text_of(proc / str(pid) / "statm") or "").split()
        return (int(counts[1]) - int(counts[2])) * mmap.PAGESIZE
    except (IndexError, ValueError):
        return None


def field_bytes(said: str, name: str) -> int | None:
    """Return a line ``Name:   123 kB`` in bytes; None: there is no such line."""
    for line in said.splitlines():
        found, colon, value = line.partition(":")
        words = value.split()
        if colon and found == name and len(words) > 1 and words[0].isdecimal():
            return int(words[0]) * KIB
    return None

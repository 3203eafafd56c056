"""When a process was born: with its number that tells it from all others, also from later ones."""

from pathlib import Path
from typing import Final

_BORN: Final = 22 - 3
"""Place of the start time after the name in parentheses; proc(5), ``stat``."""


def born_at(pid: int, proc: Path = Path("/proc")) -> int:
    """Return when a process started, in ticks since the machine did; -1: there is none."""
    try:
        said = (proc / str(pid) / "stat").read_text("ascii", "replace")
        # A name may hold blanks and parentheses of its own.
        return int(said.rpartition(")")[2].split()[_BORN])
    except (OSError, ValueError, IndexError):
        return -1

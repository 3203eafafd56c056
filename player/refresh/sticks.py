"""Noticing an offline edition on a stick.

Only looked for: whoever mounts sticks (``ro,nosuid,nodev,noexec``) is the operating system. What
lies on one is read through ``FolderOrigin`` and believed as little as the network.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from player.store.opening import open_below

FOLDER: Final = "gate-player"
"""Of an offline edition, at the top of a stick."""

DEPTH: Final = 2
"""Sticks are mounted at ``/media/NAME`` or ``/media/USER/NAME``."""

_TIMESTAMP: Final = ("metadata", "timestamp.json")
_MAX_BYTES: Final = 16_384


@dataclass(frozen=True, slots=True)
class Stick:
    """An offline edition.

    Attributes:
        folder: of the repository on it.
        mark: another for another edition, and for the same put in again.
    """

    folder: Path
    mark: str


def sticks(mounts: Path) -> tuple[Stick, ...]:
    """Return the offline editions mounted below ``mounts``, in the order of their names."""
    return tuple(stick for folder in _candidates(mounts, DEPTH) if (stick := _stick(folder)))


def _candidates(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.is_symlink() or not entry.is_dir():
            continue
        if entry.name == FOLDER:
            yield entry
        elif depth:
            yield from _candidates(entry, depth - 1)


def _stick(folder: Path) -> Stick | None:
    try:
        with open_below(folder, *_TIMESTAMP) as file:
            raw = file.read(_MAX_BYTES)
        found = folder.stat()
    except OSError:
        return None
    return Stick(folder, f"{found.st_dev}:{found.st_ino}:{sha256(raw).hexdigest()}")

"""How much of a disk a pack may fill."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KEPT_SHARE: Final = 0.05
KEPT_BYTES: Final = 500_000_000


@dataclass(frozen=True, slots=True)
class Disk:
    """The size of a disk and what is free on it; bytes."""

    total: int
    free: int

    @property
    def usable(self) -> int:
        """What a pack may fill: the system, its logs and the other pack need room, too."""
        return self.free - round(max(self.total * KEPT_SHARE, KEPT_BYTES))


def disk_of(folder: Path) -> Disk:
    """Return the disk that ``folder`` lies on."""
    found = os.statvfs(folder)
    return Disk(found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize)

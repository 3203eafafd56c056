"""How full and how worn the disk is below a folder, as far as it tells without root.

What stands in SMART alone is not told to an ordinary user: an ATA disk says here only how many
errors its file system met. An eMMC tells its wear to everybody.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.health.sysfs import number_in, number_of, text_of

WORN_OUT: Final = 11
"""Of ``life_time``, JEDEC eMMC 5.1, DEVICE_LIFE_TIME_EST: 1 to 10 are tenths used, 11 is beyond."""

ENDS: Final = {1: "normal", 2: "warning", 3: "urgent"}
"""Of ``pre_eol_info``, JEDEC eMMC 5.1: how much of the spare blocks is used."""

_ESCAPES: Final = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in use: its device, kind, and whether it may be written."""

    device: str
    kind: str
    is_read_only: bool


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk that holds a folder; None: that cannot be known here.

    Attributes:
        free_bytes, total_bytes: of its file system, for this user.
        mount: the file system.
        model: of the device.
        errors: that the file system (ext4) has met since it was made.
        used_percent: of the life of an eMMC, in steps of ten; 110: beyond what its maker promises.
        spare: ``normal``, ``warning`` or ``urgent``: the spare blocks of an eMMC.
    """

    free_bytes: int | None = None
    total_bytes: int | None = None
    mount: Mount | None = None
    model: str | None = None
    errors: int | None = None
    used_percent: int | None = None
    spare: str | None = None


def disk_of(folder: Path, sys: Path = Path("/sys"), proc: Path = Path("/proc")) -> Disk:
    """Return what is known of the disk below ``folder``; of one that is missing: of its parent.

    Args:
        folder: absolute.
        sys: where the kernel tells of devices.
        proc: where it tells of file systems.
    """
    place = _there(folder)
    if place is None:
        return Disk()
    free, total = _room(place)
    mount = mount_of(place, text_of(proc / "self/mountinfo") or "")
    if mount is None:
        return Disk(free, total)
    device = _device(mount, sys)
    life = text_of(device / "device/life_time") if device else None
    spare = number_of(device / "device/pre_eol_info") if device else None
    return Disk(
        free,
        total,
        mount,
        (text_of(device / "device/model") or text_of(device / "device/name")) if device else None,
        number_of(sys / "fs/ext4" / Path(mount.device).name / "errors_count"),
        life_used(life),
        None if spare is None else ENDS.get(spare),
    )


def life_used(life_time: str | None) -> int | None:
    """Return how much of an eMMC's life is used, percent; None: it does not say.

    Args:
        life_time: of both kinds of its cells, as ``0x01 0x02``; the worse one counts.
    """
    told = [number_in(part) for part in (life_time or "").split()]
    steps = [step for step in told if step is not None and 0 < step <= WORN_OUT]
    return max(steps) * 10 if steps else None


def mount_of(place: Path, mountinfo: str) -> Mount | None:
    """Return the file system that holds ``place``.

    Args:
        place: absolute, without links.
        mountinfo: of proc(5): id, parent, device, root, mount point, options, ..., ``-``, kind,
            source, options.
    """
    best: tuple[int, Mount] | None = None
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        left, right = before.split(), after.split()
        if not dash or len(left) < 6 or len(right) < 2:  # noqa: PLR2004  (as the line is defined)
            continue
        point = Path(_plain(left[4]))
        if not place.is_relative_to(point):
            continue
        options = {*left[5].split(","), *(right[2].split(",") if len(right) > 2 else ())}  # noqa: PLR2004
        # Of several on one place the last one is seen.
        if best is None or len(point.parts) >= best[0]:
            best = len(point.parts), Mount(_plain(right[1]), right[0], "ro" in options)
    return best[1] if best else None


def _plain(name: str) -> str:
    for escape, sign in _ESCAPES.items():
        name = name.replace(escape, sign)
    return name


def _there(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        try:
            return place.resolve(strict=True)
        except (OSError, RuntimeError):
            continue
    return None


def _room(place: Path) -> tuple[int | None, int | None]:
    try:
        found = os.statvfs(place)
    except OSError:
        return None, None
    return found.f_bavail * found.f_frsize, found.f_blocks * found.f_frsize


def _device(mount: Mount, sys: Path) -> Path | None:
    """Return the kernel's folder of the whole device that a file system lies on."""
    if not mount.device.startswith("/dev/"):
        return None
    link = sys / "class/block" / Path(mount.device).name
    try:
        found = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    # A partition lies within the folder of its disk.
    return found.parent if (found / "partition").exists() else found

"""What the self-test of a set-up measures beside the frames: disk, clock, pack."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from player import clock, resources
from player.clock import ClockTrust
from player.errors import PackError, StoreCorruptError
from player.stage.setup.self_test import Measured
from player.store.durable import make_folder
from player.store.layout import BLOBS, Home
from player.store.reader import linked_pack, open_installed, open_pack
from player.store.report import floor_of, read_report

WRITTEN_BYTES: Final = 8_000_000
MB: Final = 1_000_000


def measure(
    home: Home,
    frames: tuple[float, int, float],
    sound: str,
    instant: datetime,
    monotonic: Callable[[], float],
) -> Measured:
    """Return everything that the self-test goes by.

    Args:
        home: of the screen.
        frames: seconds that it ran, frames drawn meanwhile, the longest gap between two, seconds.
        sound: why the chime could not be played; "": it could, or was not asked for.
        instant: what time the machine has, in the zone it is to be read in.
        monotonic: seconds of a clock that never steps.
    """
    seconds, drawn, gap_s = frames
    trust = clock.trust(instant, floor_of(read_report(home)))
    pack, is_factory = _pack(home)
    return Measured(
        seconds=seconds,
        frames=drawn,
        gap_s=gap_s,
        sound=sound,
        write_s=_write(home.state, monotonic),
        free_mb=_free_mb(home.state),
        is_clock_trusted=trust is ClockTrust.TRUSTED,
        clock=f"{instant:%H:%M %d/%m/%Y}",
        pack=pack,
        is_factory=is_factory,
    )


def _write(folder: Path, monotonic: Callable[[], float]) -> float | None:
    """Return how long 8 MB take to the disk and back, seconds; None: it refused, or lost some."""
    written = os.urandom(WRITTEN_BYTES)
    began = monotonic()
    try:
        make_folder(folder)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
            # Else what is read comes from memory, and proves nothing of the disk.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            file.seek(0)
            if file.read() != written:
                return None
    except OSError:
        return None
    return monotonic() - began


def _free_mb(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free // MB
    except OSError:
        return 0


def _pack(home: Home) -> tuple[str, bool]:
    """Return the pack that can be shown, and whether it is the one shipped with the player."""
    factory = resources.factory_pack()
    try:
        if linked_pack(home.current) is not None:
            manifest = open_installed(home.current, home).manifest
            return f"{manifest.pack} · {manifest.sequence}", False
    except (PackError, StoreCorruptError):
        pass
    try:
        return open_pack(factory, factory / BLOBS).manifest.pack, True
    except (PackError, StoreCorruptError):
        return "", True

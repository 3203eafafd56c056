"""The machine below the player: what its kernel tells of it, and what of that is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player.health.clock_sync import SyncState, sync_state
from player.health.disk import Disk, disk_of
from player.health.heat import Heat, heats
from player.health.memory import Memory, memory

MIB: Final = 1 << 20

HOT_C: Final = 85.0
"""Where the makers of mini-PCs begin to slow the processor down; sealed halls reach it in May."""

FULL_BYTES: Final = 500 * MIB
"""A pack of video needs as much beside the one on screen."""

SCARCE_BYTES: Final = 150 * MIB
WORN_PERCENT: Final = 90


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine at an instant.

    Attributes:
        heats: the hottest first; none: it has no sensor.
        disk: below the home folder.
        memory: of all.
        sync: whether a time service keeps the clock.
    """

    heats: tuple[Heat, ...] = ()
    disk: Disk = field(default_factory=Disk)
    memory: Memory = field(default_factory=Memory)
    sync: SyncState = "unknown"

    @property
    def celsius(self) -> float | None:
        """How hot the hottest sensor is."""
        return self.heats[0].celsius if self.heats else None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong.

    Attributes:
        code: names it; words and what to do about it go by it.
        detail: what was found, in figures or in the words of whoever found it.
    """

    code: str
    detail: str = ""


def machine_of(home: Path) -> Machine:
    """Return the machine as it is now; may take a moment, for some sensors are slow."""
    return Machine(heats(), disk_of(home), memory(), sync_state())


def findings(machine: Machine) -> tuple[Finding, ...]:
    """Return what is wrong with ``machine``, the gravest first. Pure."""
    return (*_disk(machine.disk), *_heat(machine), *_memory(machine.memory))


def _disk(disk: Disk) -> Iterator[Finding]:
    if disk.mount is not None and disk.mount.is_read_only:
        yield Finding("disk-read-only", disk.mount.device)
    if disk.errors:
        yield Finding("disk-errors", f"ext4: {disk.errors}")
    if disk.spare in {"warning", "urgent"}:
        yield Finding("disk-worn", f"eMMC: {disk.spare}")
    elif disk.used_percent is not None and disk.used_percent >= WORN_PERCENT:
        yield Finding("disk-worn", f"eMMC: {disk.used_percent} %")
    if disk.free_bytes is not None and disk.free_bytes < FULL_BYTES:
        yield Finding("disk-full", f"{disk.free_bytes // MIB} MB")


def _heat(machine: Machine) -> Iterator[Finding]:
    if machine.heats and machine.heats[0].celsius >= HOT_C:
        hottest = machine.heats[0]
        yield Finding("hot", f"{hottest.name}: {hottest.celsius:.0f} °C")


def _memory(held: Memory) -> Iterator[Finding]:
    if held.available_bytes is not None and held.available_bytes < SCARCE_BYTES:
        yield Finding("memory", f"{held.available_bytes // MIB} MB")

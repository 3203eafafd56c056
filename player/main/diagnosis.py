"""What a technician asks of a screen first: versions, who draws, heat, disk, memory, clock.

``status`` shows it in words and as a part of its document, the technician's page in Vietnamese.
Gathering takes a moment (a child is asked for libvlc's version; some sensors are slow): it is no
work for the GUI thread.
"""

import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Final

from player import __version__
from player.config.screen import Screen
from player.health.machine import Finding, Machine, machine_of
from player.health.memory import held_bytes
from player.main.staff_words import StaffWords, read_staff_words
from player.main.suffering import suffered
from player.store.layout import Home
from player.store.running import Running, read_running
from player.store.upgrade import Upgrade, read_upgrade
from player.video.version import libvlc_version

MIB: Final = 1 << 20

TOLD_HERE: Final = frozenset(
    (
        "disk-read-only",
        "disk-errors",
        "disk-worn",
        "disk-full",
        "hot",
        "memory",
        "fonts",
        "no-agent",
        "rolled-back",
    )
)
"""Findings that ``status`` tells by no other name."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A screen at an instant.

    Attributes:
        at: when it was looked at; aware.
        machine: below it.
        running: the player that started last; None: none ever did.
        lives: whether that player still runs.
        held_bytes: the memory it holds; None: unknown.
        libvlc: its version; "": none works.
        root: sha256 of the root of trust the screen believes; "": it has none.
        upgrade: of the player itself, the latest; None: there was none.
        findings: what is wrong, the gravest first.
    """

    at: datetime
    machine: Machine
    running: Running | None = None
    lives: bool = False
    held_bytes: int | None = None
    libvlc: str = ""
    root: str = ""
    upgrade: Upgrade | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def versions(self) -> Mapping[str, str]:
        """Of the player that runs; of this program where none ever did."""
        own = {"player": __version__, "python": platform.python_version(), "pyside": _installed()}
        running = self.running.versions if self.running else own
        return {**own, **running, "libvlc": self.libvlc, "kernel": platform.release()}

    def beside(self, watched: tuple[Finding, ...]) -> "Diagnosis":
        """Return it with what the player found wrong with itself, which comes first."""
        return replace(self, findings=(*watched, *self.findings))


def diagnose(screen: Screen, now: datetime, libvlc: str | None = None) -> Diagnosis:
    """Look at ``screen`` and its machine; may take a second.

    Args:
        screen: whose home and machine.
        now: aware.
        libvlc: its version; None: it is asked for.
    """
    home = Home(screen.home)
    machine = machine_of(home.folder)
    running = read_running(home)
    lives = running is not None and running.lives()
    return Diagnosis(
        at=now,
        machine=machine,
        running=running,
        lives=lives,
        held_bytes=held_bytes(running.pid) if running is not None and lives else None,
        libvlc=libvlc_version() if libvlc is None else libvlc,
        root=_fingerprint(anchor_of(screen)),
        upgrade=read_upgrade(home),
        findings=suffered(screen, machine, now),
    )


def anchor_of(screen: Screen) -> Path:
    """Return the root of trust that ``screen`` believes."""
    return Path(screen.content.trust) if screen.content.trust else Home(screen.home).anchor


def document_of(found: Diagnosis) -> dict[str, object]:
    """Return it for ``status --json``: sizes in bytes, degrees Celsius; None: unknown."""
    machine, running = found.machine, found.running
    disk, mount = machine.disk, machine.disk.mount
    return {
        "versions": found.versions,
        "running": found.lives,
        "since": running.since.isoformat(timespec="seconds") if running else None,
        "starts": running.starts if running else None,
        "graphics": running.graphics or None if running else None,
        "renderer": running.renderer or None if running else None,
        "platform": running.platform or None if running else None,
        "window": list(running.window) if running and running.window else None,
        "fonts_missing": dict(running.fonts) if running else None,
        "memory": {
            "player_bytes": found.held_bytes,
            "total_bytes": machine.memory.total_bytes,
            "available_bytes": machine.memory.available_bytes,
        },
        "temperature_c": machine.celsius,
        "sensors": {heat.name: heat.celsius for heat in machine.heats},
        "disk": {
            "free_bytes": disk.free_bytes,
            "total_bytes": disk.total_bytes,
            "device": mount.device if mount else None,
            "filesystem": mount.kind if mount else None,
            "read_only": mount.is_read_only if mount else None,
            "model": disk.model,
            "errors": disk.errors,
            "life_used_percent": disk.used_percent,
            "spare_blocks": disk.spare,
        },
        "clock_sync": machine.sync,
        "root_sha256": found.root or None,
        "upgrade": found.upgrade.model_dump() if found.upgrade else None,
        "findings": [{"code": each.code, "detail": each.detail or None} for each in found.findings],
    }


def machine_lines(found: Diagnosis) -> Iterator[str]:
    """Yield it in words for ``status``, one thing a line; what is wrong last."""
    yield from (f"{name:10} {said}" for name, said in _rows(found))
    words = read_staff_words("en")
    for each in found.findings:
        if each.code in TOLD_HERE:
            yield f"{'FAULT':10} {finding_words(each, words)}. {mending_words(each, words)}"


def _rows(found: Diagnosis) -> Iterator[tuple[str, str]]:
    machine, running = found.machine, found.running
    disk, held = machine.disk, machine.memory
    yield "versions", ", ".join(f"{name} {said}" for name, said in found.versions.items() if said)
    if running is not None:
        state = "runs" if found.lives else "does not run; it started"
        yield "running", f"{state} since {running.since:%Y-%m-%d %H:%M} UTC, start {running.starts}"
        yield "drawn by", f"{running.graphics or '-'} on {running.platform} ({running.renderer})"
    else:
        yield "running", "no player has started on this home"
    yield "heat", heat_words(machine) or "unknown: no sensor"
    mine = f", the player holds {found.held_bytes // MIB} MB" if found.held_bytes else ""
    yield "memory", f"{_mb(held.available_bytes)} of {_mb(held.total_bytes)} free{mine}"
    room = f"{_mb(disk.free_bytes)} of {_mb(disk.total_bytes)} free"
    yield "disk", ", ".join(filter(None, (disk_words(machine), room)))
    yield "time kept", machine.sync
    yield "root", f"sha256 {spaced(found.root)}" if found.root else "none"
    if found.upgrade is not None:
        yield "upgrade", upgrade_words(found.upgrade)


def heat_words(machine: Machine, most: int = 3) -> str:
    """Return the hottest sensors, "": there is none."""
    return ", ".join(f"{each.name} {each.celsius:.0f} °C" for each in machine.heats[:most])


def upgrade_words(upgrade: Upgrade) -> str:
    """Return what became of an upgrade of the player."""
    said = f"from {Path(upgrade.back).name} to {upgrade.to}: {upgrade.verdict}"
    return f"{said}, {upgrade.reason}" if upgrade.reason else said


def disk_words(machine: Machine) -> str:
    """Return what is known of the disk but its room, "": nothing."""
    disk, mount = machine.disk, machine.disk.mount
    parts = [
        disk.model,
        f"{mount.kind} {mount.device}{', READ-ONLY' if mount.is_read_only else ''}"
        if mount
        else None,
        None if disk.errors is None else f"ext4 errors: {disk.errors}",
        None if disk.used_percent is None else f"eMMC life used: {disk.used_percent} %",
        None if disk.spare is None else f"eMMC spare blocks: {disk.spare}",
    ]
    return ", ".join(part for part in parts if part)


def spaced(digest: str) -> str:
    """Return a digest in groups of four, as it is read aloud."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def finding_words(finding: Finding, words: StaffWords) -> str:
    """Return a finding in one sentence with its detail."""
    said = words.say(f"fault_{finding.code}")
    return ": ".join(filter(None, (said or finding.code, finding.detail)))


def mending_words(finding: Finding, words: StaffWords) -> str:
    """Return what to do about a finding."""
    return words.say(f"mend_{finding.code}") or words.say("mend_unknown")


def _installed() -> str:
    """Return the version of Qt for Python that a player started now would load."""
    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""


def _fingerprint(anchor: Path) -> str:
    try:
        return sha256(anchor.read_bytes()).hexdigest()
    except OSError:
        return ""


def _mb(count: int | None) -> str:
    return "unknown" if count is None else f"{count // MIB} MB"

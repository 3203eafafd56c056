"""A folder that looks to ``systemd-analyze`` like a machine on which the package is installed."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

SOURCES: Final = Path(__file__).resolve().parents[2] / "packaging" / "deb"
UNITS: Final = Path("usr/lib/systemd/system")
SYSTEM: Final = Path("/lib/systemd/system")

TARGETS: Final = (
    "basic",
    "final",
    "local-fs",
    "local-fs-pre",
    "multi-user",
    "network",
    "network-pre",
    "paths",
    "shutdown",
    "slices",
    "sockets",
    "swap",
    "sysinit",
    "timers",
    "umount",
)
PROGRAMS: Final = (
    "bin/rm",
    "bin/sh",
    "opt/gate-player/current/bin/gate-player",
    "usr/bin/cage",
    "usr/bin/python3",
    "usr/bin/sleep",
    "usr/bin/seatd",
    "usr/bin/systemctl",
    "usr/bin/timeout",
    "usr/bin/xrandr",
    "usr/lib/xorg/Xorg",
)
SEATD: Final = "[Service]\nExecStart=/usr/bin/seatd\n"


class DebMachine:
    """What the package puts on a machine, the systemd of this one, and programs that do nothing."""

    def __init__(self, root: Path) -> None:
        """Lay everything below ``root``."""
        self.root: Final = root
        shutil.copytree(SOURCES / "root", root, symlinks=True, dirs_exist_ok=True)
        for name in TARGETS:
            shutil.copy(SYSTEM / f"{name}.target", root / UNITS)
        (root / UNITS / "seatd.service").write_text(SEATD, "utf-8")
        for name in PROGRAMS:
            program = root / name
            program.parent.mkdir(parents=True, exist_ok=True)
            program.write_text("#!/bin/sh\n", "utf-8")
            program.chmod(0o755)

    def link(self, session: str) -> None:
        """Choose a display, as the package's postinst does."""
        etc = self.root / "etc/systemd/system"
        etc.mkdir(parents=True)
        display = self.root / UNITS / f"gate-player-display-{session}.service"
        (etc / "gate-player-display.service").symlink_to(f"/{display.relative_to(self.root)}")
        for unit in ("show", "setup", "stand-in"):
            folder = etc / f"gate-player-{unit}.service.d"
            folder.mkdir()
            settings = self.root / "usr/share/gate-player" / f"session-{session}.conf"
            shutil.copy(settings, folder / "session.conf")

    def verify(self, *units: str) -> str:
        """Return what systemd finds wrong with units; nothing: they are in order."""
        command = ["systemd-analyze", "verify", f"--root={self.root}", "--man=no"]
        places = [str("/" / UNITS / unit) for unit in units]
        done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def exposure(self, unit: str) -> float:
        """Return what systemd makes of a unit's sandbox: 0 is none of the machine, 10 all of it."""
        command = ["systemd-analyze", "security", "--offline=yes", f"--root={self.root}"]
        done = subprocess.run(
            [*command, "--no-pager", unit], capture_output=True, text=True, check=False
        )
        return float(done.stdout.rsplit(f"{unit}:", 1)[1].split()[0])

"""What the figures were measured on; nothing that names one machine."""

import os
import platform
import re
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from player import __version__, clock


def cpu_model(cpuinfo: str) -> str:
    """Return the processor's name out of ``/proc/cpuinfo``."""
    found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo, re.MULTILINE)
    return found[1] if found else platform.machine()


def memory_gb(meminfo: str) -> float:
    """Return the memory out of ``/proc/meminfo``, in units of 10^9 bytes."""
    found = re.search(r"^MemTotal:\s*(\d+) kB$", meminfo, re.MULTILINE)
    return int(found[1]) * 1024 / 1e9 if found else 0.0


def facts() -> Mapping[str, str]:
    """Return what the machine and the programs are, ready to be printed."""
    system = platform.freedesktop_os_release()
    nodes = Path("/dev/dri")
    has_gpu = nodes.is_dir() and any(nodes.glob("renderD*"))
    one, five, _ = os.getloadavg()
    return {
        "date": f"{clock.now():%Y-%m-%d}",
        "processor": f"{os.cpu_count()} cores, {cpu_model(_text('/proc/cpuinfo'))}",
        "memory": f"{memory_gb(_text('/proc/meminfo')):.0f} GB",
        "graphics": "a render node" if has_gpu else "none: no render node",
        "system": f"{system['PRETTY_NAME']}, kernel {platform.release().split('-')[0]}",
        "display": "Xvfb, 1920x1080x24",
        "load before": f"{one:.1f} over one minute, {five:.1f} over five",
        "player": f"{__version__}; Python {platform.python_version()}, "
        f"PySide6 {version('PySide6-Essentials')}, libvlc {_debian('libvlc5')}",
    }


def _text(path: str) -> str:
    return Path(path).read_text("utf-8")


def browser() -> Mapping[str, str]:
    """Return the browser that is measured beside, ready to be printed."""
    return {"Chromium": _debian("chromium")}


def _debian(package: str) -> str:
    command = ["dpkg-query", "-W", "-f", "${Version}", package]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()

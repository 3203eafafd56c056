"""A Wayland compositor in a window of a virtual display, for as long as a ``with`` block lasts."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from virtual_display import stop


@contextmanager
def compositor(display: str, folder: Path, size: tuple[int, int]) -> Iterator[dict[str, str]]:
    """Start Weston as a kiosk in a window of ``display``.

    Args:
        display: name of the X display.
        folder: for its socket; becomes its owner's alone.
        size: of its window, and so of what a client is shown on; pixels.

    Yields:
        What a client's environment needs besides this one's.

    Raises:
        RuntimeError: it ended before it was ready.
    """
    folder.chmod(0o700)
    own = {"XDG_RUNTIME_DIR": str(folder), "DISPLAY": display}
    extent = (f"--width={size[0]}", f"--height={size[1]}")
    options = ("--backend=x11-backend.so", "--use-pixman", "--shell=kiosk-shell.so", *extent)
    weston = subprocess.Popen(
        ["weston", *options, "--socket=gate", "--idle-time=0"],
        env={**os.environ, **own},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not (folder / "gate").exists():
            _wait(weston)
        yield {**own, "WAYLAND_DISPLAY": "gate", "QT_QPA_PLATFORM": "wayland"}
    finally:
        stop(weston)


def _wait(weston: subprocess.Popen[bytes]) -> None:
    try:
        weston.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return
    raise RuntimeError("Weston did not start")

"""Whether there is anything to draw on; Qt itself would abort the process without one."""

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from player.errors import DisplayError
from player.shell.x_display import x_answers

_SERVED: Final = ("xcb", "wayland")
"""Platforms of Qt that draw through a display server; each other one needs none."""

_REMEDY: Final = "start this in the session of the screen, or name its display, such as DISPLAY=:0"


def require_display(environment: Mapping[str, str]) -> None:
    """Refuse to go on where no display server is named, or none of those named answers.

    Raises:
        DisplayError: so it is.
    """
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(_SERVED):
        return
    x, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    if not (x or wayland):
        raise DisplayError(f"there is no display to draw on: {_REMEDY}")
    if (x and x_answers(x)) or (wayland and _wayland_answers(wayland, environment)):
        return
    named = [f"DISPLAY={x}"] if x else []
    named += [f"WAYLAND_DISPLAY={wayland}"] if wayland else []
    raise DisplayError(f"no display lets this in at {' or '.join(named)}: {_REMEDY}")


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    """Knock where the protocol's library would: a name in the run-time folder, or a whole path."""
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    try:
        with socket.socket(socket.AF_UNIX) as knock:
            knock.connect(str(path))
    except OSError:
        return False
    return True

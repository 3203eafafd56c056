"""Whether there is anything to draw on; Qt itself would abort the process without one."""

from collections.abc import Mapping
from typing import Final

from player.errors import DisplayError

_NAMED_BY: Final = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


def require_display(environment: Mapping[str, str]) -> None:
    """Refuse to go on where no display is named; whether the one named is there, Qt finds out.

    Raises:
        DisplayError: none is.
    """
    if not any(environment.get(name) for name in _NAMED_BY):
        raise DisplayError(
            "there is no display to draw on: start this in the session of the screen, or name its "
            "display, such as DISPLAY=:0"
        )

"""Sends the display to sleep while there is no picture, and wakes it: DPMS, where X11 has it.

Where it does not, or under Wayland, the picture is black and the backlight stays on; that is said
once. Input wakes a sleeping display by itself, so sleep is asked for again as long as it is meant.
"""

import ctypes
import logging
from typing import Final, Protocol

from player.shell.x_display import x_display

logger = logging.getLogger(__name__)

_ON: Final = 0
_OFF: Final = 3
_NEVER: Final = 0


class DisplaySleep(Protocol):
    """A display that may be sent to sleep."""

    def sleep(self) -> None:
        """Send it to sleep, if it is not asleep."""
        ...

    def wake(self) -> None:
        """Wake it, and never let it sleep by itself."""
        ...


class NoSleep:
    """A display that stays lit."""

    def __init__(self, reason: str) -> None:
        """Say it the first time that it matters.

        Args:
            reason: why it cannot sleep; empty: nobody wants it to.
        """
        self._reason = reason

    def sleep(self) -> None:
        """Leave it lit."""
        if self._reason:
            logger.info("the display cannot sleep and is black", extra={"reason": self._reason})
            self._reason = ""

    def wake(self) -> None:
        """Do nothing."""


class XSleep:
    """A display under X11."""

    def __init__(self, name: str | None = None) -> None:
        """Take its name.

        Args:
            name: e.g. ``:0``; None: the environment's.
        """
        self._name = name
        self._is_told = False

    def sleep(self) -> None:
        """Turn its signal off; the levels between make cheap panels show "no signal" for hours."""
        with x_display(self._name) as display:
            if display is not None and display.saving is not None:
                # By no timer of the server's own: only we know when.
                display.saving.DPMSEnable(display.handle)
                display.saving.DPMSSetTimeouts(display.handle, *map(ctypes.c_ushort, [_NEVER] * 3))
                display.saving.DPMSForceLevel(display.handle, ctypes.c_ushort(_OFF))
                return
        if not self._is_told:
            self._is_told = True
            reason = "this X server has no DPMS"
            logger.info("the display cannot sleep and is black", extra={"reason": reason})

    def wake(self) -> None:
        """Turn its signal on, and power saving off."""
        with x_display(self._name) as display:
            if display is None or display.saving is None:
                return
            level, is_enabled = ctypes.c_ushort(), ctypes.c_ubyte()
            found = (ctypes.byref(level), ctypes.byref(is_enabled))
            if display.saving.DPMSInfo(display.handle, *found) and is_enabled.value:
                # A server whose power saving is off refuses this, and Xlib then ends the process.
                display.saving.DPMSForceLevel(display.handle, ctypes.c_ushort(_ON))
            display.saving.DPMSDisable(display.handle)


def display_sleep(platform: str, *, is_wanted: bool) -> DisplaySleep:
    """Return what sends the display of this platform to sleep.

    Args:
        platform: Qt's name of it.
        is_wanted: by the configuration.
    """
    if not is_wanted:
        return NoSleep("")
    return XSleep() if platform == "xcb" else NoSleep(f"no DPMS under {platform}")

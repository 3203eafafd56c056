"""Keeps an X11 display awake: no screensaver, no power saving, while the player shows.

Wayland needs nothing here: kiosk compositors do not blank. Libraries that are missing, or an X
server without the extension, are a fact for the log and never an error.
"""

import ctypes
import ctypes.util
import logging
from typing import Final

logger = logging.getLogger(__name__)

_NEVER: Final = 0
_DONT_PREFER_BLANKING: Final = 0
_DEFAULT_EXPOSURES: Final = 2


def keep_awake(display_name: str | None = None) -> bool:
    """Switch the X server's screensaver and its power saving off, until it ends.

    Args:
        display_name: e.g. ``:0``; None: the environment's.

    Returns:
        Whether at least the screensaver is off.
    """
    xlib = _library("X11")
    if xlib is None:
        return False
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(xlib.XOpenDisplay(display_name.encode() if display_name else None))
    if display.value is None:
        logger.info("no X display to keep awake")
        return False
    xlib.XSetScreenSaver(display, _NEVER, _NEVER, _DONT_PREFER_BLANKING, _DEFAULT_EXPOSURES)
    has_power_saving = _disable_power_saving(display)
    xlib.XSync(display, 0)
    xlib.XCloseDisplay(display)
    logger.info("screensaver off", extra={"power_saving_off": has_power_saving})
    return True


def _disable_power_saving(display: ctypes.c_void_p) -> bool:
    xext = _library("Xext")
    if xext is None:
        return False
    event, error = ctypes.c_int(), ctypes.c_int()
    if not xext.DPMSQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
        return False
    if not xext.DPMSCapable(display):
        return False
    xext.DPMSDisable(display)
    return True


def _library(name: str) -> ctypes.CDLL | None:
    found = ctypes.util.find_library(name)
    try:
        return ctypes.CDLL(found) if found else None
    except OSError:
        return None

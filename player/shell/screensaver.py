"""Keeps an X11 display awake: no screensaver, no power saving, while the player shows.

Wayland needs nothing here: kiosk compositors do not blank. When the player itself sends a display
to sleep says ``display_sleep.py``.
"""

import logging
from typing import Final

from player.shell.x_display import x_display

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
    with x_display(display_name) as display:
        if display is None:
            logger.info("no X display to keep awake")
            return False
        display.xlib.XSetScreenSaver(
            display.handle, _NEVER, _NEVER, _DONT_PREFER_BLANKING, _DEFAULT_EXPOSURES
        )
        if display.saving is not None:
            display.saving.DPMSDisable(display.handle)
        has_power_saving = display.saving is not None
    logger.info("screensaver off", extra={"power_saving_off": has_power_saving})
    return True

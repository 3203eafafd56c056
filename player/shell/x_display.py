"""A short visit to the X server by its own C libraries, beside Qt's connection.

Libraries that are missing, a server that is none, or one without the extension are values, never
errors. Opened and closed each time: a connection that nobody reads would be cut off one day.
"""

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class XDisplay:
    """An X server that is being visited.

    Attributes:
        xlib: functions of Xlib.
        handle: first argument of each.
        saving: functions of the power saving extension; None: this server cannot save.
    """

    xlib: ctypes.CDLL
    handle: ctypes.c_void_p
    saving: ctypes.CDLL | None


@contextmanager
def x_display(name: str | None = None) -> Iterator[XDisplay | None]:
    """Visit an X server; what was asked of it is done when the visit is over.

    Args:
        name: e.g. ``:0``; None: the environment's.

    Yields:
        None: there is none, or no library to ask with.
    """
    xlib = _library("X11")
    if xlib is None:
        yield None
        return
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(xlib.XOpenDisplay(name.encode() if name else None))
    if handle.value is None:
        yield None
        return
    try:
        yield XDisplay(xlib, handle, _saving(handle))
        xlib.XSync(handle, 0)
    finally:
        xlib.XCloseDisplay(handle)


def x_answers(name: str) -> bool:
    """Whether an X server lets this user in; where no library can ask, it is taken to."""
    if _library("X11") is None:
        return True
    with x_display(name) as display:
        return display is not None


def _saving(handle: ctypes.c_void_p) -> ctypes.CDLL | None:
    xext = _library("Xext")
    event, error = ctypes.c_int(), ctypes.c_int()
    if xext is None:
        return None
    if not xext.DPMSQueryExtension(handle, ctypes.byref(event), ctypes.byref(error)):
        return None
    return xext if xext.DPMSCapable(handle) else None


def _library(name: str) -> ctypes.CDLL | None:
    found = ctypes.util.find_library(name)
    try:
        return ctypes.CDLL(found) if found else None
    except OSError:
        return None

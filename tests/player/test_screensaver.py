"""An X display stays awake while the player shows, and sleeps only where it can."""

import ctypes
import ctypes.util

import pytest
import virtual_display

from player.shell.display_sleep import XSleep
from player.shell.screensaver import keep_awake


def screensaver_timeout(display_name: str) -> int:
    """Ask an X server after how many seconds it blanks; 0: never."""
    xlib = ctypes.CDLL(ctypes.util.find_library("X11"))
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(xlib.XOpenDisplay(display_name.encode()))
    values = [ctypes.c_int(-1) for _ in range(4)]
    xlib.XGetScreenSaver(display, *map(ctypes.byref, values))
    xlib.XCloseDisplay(display)
    return values[0].value


def test_display_never_blanks_again() -> None:
    """The server forgets its settings with its last client; a player stays one."""
    with virtual_display.virtual_display((64, 64), "-noreset") as name:
        before = screensaver_timeout(name)
        assert keep_awake(name)
        assert (before > 0, screensaver_timeout(name)) == (True, 0)


def test_missing_display_is_no_error() -> None:
    assert not keep_awake(":65000")


def test_missing_library_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda _name: None)
    assert not keep_awake(":65000")


def test_server_that_cannot_save_power_is_asked_and_lives() -> None:
    """Xvfb has no DPMS; a call it does not know would end this process."""
    with virtual_display.virtual_display((64, 64), "-noreset") as name:
        display = XSleep(name)
        for _ in range(2):
            display.sleep()
            display.wake()
        assert keep_awake(name)

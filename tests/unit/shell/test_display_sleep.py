"""DPMS as an X server understands it; what has none is told once and is no error.

No virtual server has DPMS, so the server here is a stand-in that refuses what real ones refuse.
"""

import ctypes
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from player.shell import display_sleep as module
from player.shell.display_sleep import NoSleep, XSleep, display_sleep
from player.shell.x_display import XDisplay

ON, OFF = 0, 3


class Server:
    """The power saving of an X server: off, as ``keep_awake`` leaves it."""

    def __init__(self) -> None:
        self.is_enabled = False
        self.level = ON
        self.timeouts = (600, 600, 600)

    def DPMSEnable(self, _display: object) -> None:  # noqa: N802  (Xlib's)
        """Save."""
        self.is_enabled = True

    def DPMSDisable(self, _display: object) -> None:  # noqa: N802
        """Save no more; that lights it."""
        self.is_enabled = False
        self.level = ON

    def DPMSSetTimeouts(self, _display: object, *seconds: ctypes.c_ushort) -> None:  # noqa: N802
        """Keep them."""
        self.timeouts = (seconds[0].value, seconds[1].value, seconds[2].value)

    def DPMSForceLevel(self, _display: object, level: ctypes.c_ushort) -> None:  # noqa: N802
        """Obey, if power is being saved."""
        assert self.is_enabled, "BadMatch: Xlib would end the process"
        self.level = level.value

    def DPMSInfo(self, _display: object, *found: Any) -> int:  # noqa: ANN401, N802
        """Say how it stands."""
        found[0]._obj.value, found[1]._obj.value = self.level, self.is_enabled
        return 1


@contextmanager
def visit(server: object) -> Iterator[Any]:
    yield server and XDisplay(None, ctypes.c_void_p(1), server)  # type: ignore[arg-type]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setattr(module, "x_display", lambda _name: visit(made))
    return made


def test_sleeping_display_wakes_only_when_it_is_told(server: Server) -> None:
    XSleep().sleep()
    assert (server.level, server.timeouts) == (OFF, (0, 0, 0))


def test_woken_display_never_sleeps_by_itself(server: Server) -> None:
    display = XSleep()
    display.sleep()
    display.wake()
    assert (server.level, server.is_enabled) == (ON, False)


def test_orders_may_come_twice_and_in_any_order(server: Server) -> None:
    display = XSleep()
    for _ in range(2):
        display.wake()
    for _ in range(2):
        display.sleep()
    assert server.level == OFF
    for _ in range(2):
        display.wake()
    assert server.level == ON


def test_server_without_dpms_is_told_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "x_display", lambda _name: visit(None))
    caplog.set_level(logging.INFO, "player.shell.display_sleep")
    display = XSleep()
    for _ in range(3):
        display.sleep()
        display.wake()
    assert [vars(each)["reason"] for each in caplog.records] == ["this X server has no DPMS"]


@pytest.mark.parametrize(
    ("platform", "is_wanted", "reasons"),
    [("wayland", True, ["no DPMS under wayland"]), ("wayland", False, []), ("xcb", False, [])],
)
def test_display_that_stays_lit_says_why_once(
    platform: str, is_wanted: bool, reasons: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "player.shell.display_sleep")
    display = display_sleep(platform, is_wanted=is_wanted)
    assert isinstance(display, NoSleep)
    for _ in range(3):
        display.sleep()
        display.wake()
    assert [vars(each)["reason"] for each in caplog.records] == reasons


def test_display_under_x_is_sent_to_sleep() -> None:
    assert isinstance(display_sleep("xcb", is_wanted=True), XSleep)

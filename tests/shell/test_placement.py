"""A window covers the display and follows it: another shape, away, back again."""

from typing import cast

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from pytestqt.qtbot import QtBot

from player.shell.placement import Placement

WIDE = QRect(0, 0, 960, 540)
UPRIGHT = QRect(0, 0, 540, 960)


class FakeScreen(QObject):
    """What Qt says of a display."""

    geometryChanged = Signal(QRect)  # noqa: N815  (Qt's name)

    def __init__(self, name: str, place: QRect) -> None:
        super().__init__()
        self._name, self._place = name, place

    def name(self) -> str:
        """Return the name of its output."""
        return self._name

    def geometry(self) -> QRect:
        """Return where it is."""
        return self._place

    def turn(self, place: QRect) -> None:
        """Take another shape."""
        self._place = place
        self.geometryChanged.emit(place)


class FakeDisplays(QObject):
    """What the application knows of displays."""

    primaryScreenChanged = Signal(QObject)  # noqa: N815  (Qt's name)

    def __init__(self, screen: FakeScreen, platform: str = "xcb") -> None:
        super().__init__()
        self._screen, self._platform = screen, platform

    def platformName(self) -> str:  # noqa: N802  (Qt's name)
        """Return Qt's name of what it draws on."""
        return self._platform

    def primaryScreen(self) -> FakeScreen:  # noqa: N802  (Qt's name)
        """Return the display in use."""
        return self._screen

    def change(self, screen: FakeScreen) -> None:
        """Use another display."""
        self._screen = screen
        self.primaryScreenChanged.emit(screen)


class ObedientWindow(QWindow):
    """Lies where it is put; Qt's unseen platform leaves a fullscreen window where it is."""

    def __init__(self) -> None:
        super().__init__()
        self._place = QRect()

    def geometry(self) -> QRect:
        """Return where it was put last."""
        return self._place

    def setGeometry(self, place: QRect) -> None:  # type: ignore[override]  # noqa: N802
        """Lie there."""
        self._place = place


def placement(displays: FakeDisplays) -> Placement:
    return Placement(cast("QGuiApplication", displays))


@pytest.fixture
def window(qtbot: QtBot) -> QWindow:
    del qtbot
    return ObedientWindow()


def test_window_follows_a_display_that_is_turned(window: QWindow) -> None:
    displays = FakeDisplays(FakeScreen("HDMI-1", WIDE))
    placed = placement(displays)
    placed.cover(window)
    before = window.geometry()
    displays.primaryScreen().turn(UPRIGHT)
    assert (before, window.geometry()) == (WIDE, UPRIGHT)


def test_window_follows_a_display_that_is_back_in_another_shape(window: QWindow) -> None:
    displays = FakeDisplays(FakeScreen(":0.0", WIDE))
    placed = placement(displays)
    placed.cover(window)
    displays.change(FakeScreen("HDMI-1", UPRIGHT))
    first = window.geometry()
    displays.primaryScreen().turn(WIDE)
    assert (first, window.geometry()) == (UPRIGHT, WIDE)


def test_window_that_is_left_is_left_alone(window: QWindow) -> None:
    displays = FakeDisplays(FakeScreen("HDMI-1", WIDE))
    placed = placement(displays)
    placed.cover(window)
    placed.leave()
    displays.primaryScreen().turn(UPRIGHT)
    assert window.geometry() == WIDE


def test_compositor_places_a_wayland_window_itself(window: QWindow) -> None:
    displays = FakeDisplays(FakeScreen("HDMI-A-1", WIDE), "wayland")
    placed = placement(displays)
    placed.cover(window)
    displays.primaryScreen().turn(UPRIGHT)
    assert window.geometry() == WIDE


@pytest.mark.parametrize(
    ("platform", "name", "expected"),
    [
        ("xcb", "HDMI-1", True),
        ("xcb", ":0.0", False),
        ("xcb", "localhost:10.0", False),
        ("wayland", "HDMI-A-1", True),
        ("wayland", "", False),
        ("offscreen", "", True),
    ],
)
def test_stand_in_of_qt_is_no_display(platform: str, name: str, expected: bool) -> None:
    displays = FakeDisplays(FakeScreen(name, WIDE), platform)
    assert placement(displays).has_display is expected

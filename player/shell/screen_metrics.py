"""Lengths of this screen for QML: the only place layouts take a length from."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.config.geometry import Metrics, measure
from player.config.screen import Screen
from player.shell.fit_ladder import small_px
from player.shell.overlay_room import head_room
from player.shell.turning import Turn, to_picture, turn_for, upright

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

MARGIN_SHARE: Final = 0.045
"""Margin as a share of the page's shorter side, where the letters do not ask for more."""

TRIAL_SHARE: Final = 0.75
"""Of the margin, that the trial mark takes."""

SMALLEST_SIDE_PX: Final = 16
"""Windows are briefly empty while they open; nothing is measured below this."""


def margin_px(metrics: Metrics) -> int:
    """Return the distance from the edge of a page to its words."""
    return round(max(metrics.body_px, MARGIN_SHARE * min(metrics.width, metrics.height)))


def trial_px(metrics: Metrics) -> int:
    """Return the width of the trial mark, which stands in the margin of every page."""
    return round(margin_px(metrics) * TRIAL_SHARE)


@QmlElement
@QmlUncreatable("owned by the Python shell")
class ScreenMetrics(QObject):  # type: ignore[operator]
    """Pixel lengths of the picture as people see it, after any turning."""

    changed = Signal()

    def __init__(self, screen: Screen, width: int, height: int) -> None:
        """Measure ``screen`` on a window of ``width`` x ``height`` pixels."""
        super().__init__()
        self._screen = screen
        self._window = (width, height)
        self._turn, self._metrics = self._measure(width, height)

    @property
    def metrics(self) -> Metrics:
        """The lengths now in force."""
        return self._metrics

    @property
    def degrees(self) -> int:
        """Clockwise turn of the picture inside the window."""
        return self._turn

    @property
    def window(self) -> tuple[int, int]:
        """Width and height of the window, pixels, before any turning."""
        return self._window

    def in_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the window is in the picture, pixels of its upper left corner."""
        return to_picture(self._turn, *self._window, x, y)

    def resize(self, width: int, height: int) -> None:
        """Measure again for a window of ``width`` x ``height`` pixels."""
        if (width, height) == self._window or min(width, height) < SMALLEST_SIDE_PX:
            return
        self._window = (width, height)
        self._turn, self._metrics = self._measure(width, height)
        self.changed.emit()

    def hang(self, screen: Screen) -> None:
        """Measure again for a screen that hangs, or is as large, as ``screen`` says."""
        if screen == self._screen:
            return
        self._screen = screen
        self._turn, self._metrics = self._measure(*self._window)
        self.changed.emit()

    def _measure(self, width: int, height: int) -> tuple[Turn, Metrics]:
        display = self._screen.display
        turn = turn_for(display.orientation, width, height)
        return turn, measure(display, self._screen.role, *upright(turn, width, height))

    @Property(int, notify=changed)
    def turn(self) -> int:
        """Clockwise turn of the picture inside the window, degrees."""
        return self._turn

    @Property(int, notify=changed)
    def width(self) -> int:
        """Width of the picture."""
        return self._metrics.width

    @Property(int, notify=changed)
    def height(self) -> int:
        """Height of the picture."""
        return self._metrics.height

    @Property(int, notify=changed)
    def overscanX(self) -> int:
        """Hidden at the left and at the right edge."""
        return self._metrics.overscan_x

    @Property(int, notify=changed)
    def overscanY(self) -> int:
        """Hidden at the upper and at the lower edge."""
        return self._metrics.overscan_y

    @Property(int, notify=changed)
    def smallPx(self) -> int:
        """Letters of gate name, labels and source line."""
        return small_px(self._metrics)

    @Property(int, notify=changed)
    def headRoom(self) -> int:
        """What a page without a masthead leaves free at its head, for what may run there."""
        return head_room(self._metrics)

    @Property(int, notify=changed)
    def bodyPx(self) -> int:
        """Smallest letters of running text; gaps are multiples of it."""
        return self._metrics.body_px

    @Property(int, notify=changed)
    def margin(self) -> int:
        """From the edge of the page to its words."""
        return margin_px(self._metrics)

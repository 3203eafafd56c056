"""The Qt application of a set-up: the player's own, with another window in it."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from player.config.screen import Screen
from player.shell.application import Application, Setup
from player.shell.panel.panel_room import panel_room
from player.shell.setup.setup_view import SetupViewModel
from player.shell.test_card_view import Sample


class SetupApplication(Application):
    """What an application is, and the pages of the set-up."""

    main = "GatePlayer/Setup/SetupMain.qml"

    def __init__(self, screen: Screen, setup: Setup, samples: Sequence[Sample]) -> None:
        """Build all but the window.

        Args:
            screen: as far as it is known.
            setup: how this run differs from another.
            samples: of the test card.
        """
        super().__init__(screen, setup)
        room = panel_room(screen.display, self.metrics.metrics)
        self.setup_view = SetupViewModel(room)
        self.setup_view.test_card.sample(samples)

    @property
    def quick_window(self) -> QQuickWindow | None:
        """The window, once ``open``; None: the built-in page stands in a plain one."""
        window = self.window
        return window if isinstance(window, QQuickWindow) else None

    @property
    def physical_mm(self) -> tuple[float, float]:
        """Width and height of the display as it tells them, millimetres; 0: it does not."""
        size = QGuiApplication.primaryScreen().physicalSize()
        return size.width(), size.height()

    @property
    def properties(self) -> dict[str, object]:
        """What the window is opened with."""
        return {
            "panel": self.setup_view,
            "metrics": self.metrics,
            "typeSetter": self.type_setter,
        }

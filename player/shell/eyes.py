"""What watches the window there is now; others after the view was made anew."""

from PySide6.QtQuick import QQuickWindow

from player.health.pulse import Pulse
from player.health.watch import Fault
from player.shell.application import Application
from player.shell.performance import Performance
from player.shell.sampler import Sampler


class Eyes:
    """Lookout and sampler of one application."""

    def __init__(self, application: Application, performance: Performance) -> None:
        """Watch nothing yet.

        Args:
            application: whose window is watched.
            performance: plays in it.
        """
        self._application = application
        self._performance = performance
        self._sampler: Sampler | None = None

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to watch; a plain window ends by itself."""
        return isinstance(self._application.window, QQuickWindow)

    def open(self) -> None:
        """Watch the window there is now, and no other."""
        window = self._application.window
        self._application.watch(self._performance)
        self._sampler = None
        if isinstance(window, QQuickWindow):
            self._sampler = Sampler(window, self._page, lambda: self._application.power.is_dark)

    def faults(self) -> frozenset[Fault]:
        """Return what is wrong now."""
        lookout = self._application.lookout
        seen = lookout.faults if lookout else frozenset()
        return seen | (self._sampler.faults if self._sampler else frozenset())

    def pulse(self) -> Pulse:
        """Return how frames and programme fare."""
        lookout = self._application.lookout
        return lookout.pulse() if lookout else Pulse()

    def _page(self) -> str:
        """Return the item whose page is seen; empty: something covers it."""
        scene = self._application.stage.scene
        return "" if self._performance.rests else str(getattr(scene, "item", ""))

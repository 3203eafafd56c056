"""The clocks of one page for QML: places in the page's language, times as they pass."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.stage.clocks import ClockTimes

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class ClockWords(QObject):  # type: ignore[operator]
    """Two short texts such as ``Hà Nội 14:05``; empty where there is no such clock."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places = ("", "")
        self._times = ClockTimes()

    def place(self, own: str, neighbour: str) -> None:
        """Name whose clocks they are, in the language of the page that comes on."""
        self._places = (own, neighbour)
        self.changed.emit()

    def tell(self, times: ClockTimes) -> None:
        """Show another time."""
        if times != self._times:
            self._times = times
            self.changed.emit()

    @Property(str, notify=changed)
    def own(self) -> str:
        """The gate's."""
        return _face(self._places[0], self._times.own)

    @Property(str, notify=changed)
    def neighbour(self) -> str:
        """The neighbour's, where it differs."""
        return _face(self._places[1], self._times.neighbour)


def _face(place: str, time: str) -> str:
    return f"{place} {time}".strip() if time else ""

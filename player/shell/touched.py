"""What all pages that are touched have in common, whoever they are for: lengths, and actions."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.lookup.desk_lengths import DeskLengths
from player.shell.lookup.desk_room import DeskRoom

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TouchedViewModel(QObject):  # type: ignore[operator]
    """What a control needs of the page it is on."""

    acted = Signal(str)
    """Name of the action of what was touched."""

    def __init__(self, room: DeskRoom) -> None:
        """Begin with the lengths of ``room``."""
        super().__init__()
        self._lengths = DeskLengths(room)

    @property
    def room(self) -> DeskRoom:
        """Lengths of what is seen."""
        return self._lengths.room

    @Slot(str)
    def act(self, action: str) -> None:
        """Take note that what does ``action`` was touched."""
        self.acted.emit(action)

    @Property(DeskLengths, constant=True)
    def lengths(self) -> DeskLengths:
        """Where every part of a page takes its sizes from."""
        return self._lengths

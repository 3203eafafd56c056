"""Lengths of the pages of a touch session for QML: where every part takes its sizes from."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.lookup.desk_room import DeskRoom

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class DeskLengths(QObject):  # type: ignore[operator]
    """A ``DeskRoom``, for QML."""

    resized = Signal()

    def __init__(self, room: DeskRoom) -> None:
        """Begin with the lengths of ``room``."""
        super().__init__()
        self._room = room

    @property
    def room(self) -> DeskRoom:
        """Lengths of it."""
        return self._room

    def set_room(self, room: DeskRoom) -> None:
        """Set the pages in other lengths."""
        if room != self._room:
            self._room = room
            self.resized.emit()

    @property
    def turn_px(self) -> int:
        """What the buttons that turn sheets take at the foot of a page, where there are any."""
        room = self._room
        return 0 if room.is_numbered_above else room.line + room.gap

    @Property(int, notify=resized)
    def invitationPx(self) -> int:
        """Height of the bar that invites."""
        return self._room.invitation

    @Property(int, notify=resized)
    def areaX(self) -> int:
        """Left edge of the pages."""
        return self._room.area.x

    @Property(int, notify=resized)
    def areaY(self) -> int:
        """Upper edge of the pages."""
        return self._room.area.y

    @Property(int, notify=resized)
    def areaWidth(self) -> int:
        """Width of the pages."""
        return self._room.area.width

    @Property(int, notify=resized)
    def areaHeight(self) -> int:
        """Height of the pages."""
        return self._room.area.height

    @Property(int, notify=resized)
    def clearPx(self) -> int:
        """Height above the pages that no banner covers."""
        return self._room.clear

    @Property(int, notify=resized)
    def touchPx(self) -> int:
        """Least side of whatever is touched."""
        return self._room.touch

    @Property(int, notify=resized)
    def linePx(self) -> int:
        """Height of a field or a button with one line of letters."""
        return self._room.line

    @Property(int, notify=resized)
    def bodyPx(self) -> int:
        """Letters of running text."""
        return self._room.body

    @Property(int, notify=resized)
    def smallPx(self) -> int:
        """Letters of sources."""
        return self._room.small

    @Property(int, notify=resized)
    def titlePx(self) -> int:
        """Letters of the title."""
        return self._room.title

    @Property(int, notify=resized)
    def margin(self) -> int:
        """From the edge of the pages to their words."""
        return self._room.margin

    @Property(int, notify=resized)
    def codePx(self) -> int:
        """Side of a code that a telephone reads, its quiet zone included."""
        return self._room.code

    @Property(int, notify=resized)
    def gap(self) -> int:
        """Between the parts of a page."""
        return self._room.gap

    @Property(int, notify=resized)
    def turnPx(self) -> int:
        """What the buttons that turn sheets take at the foot of a page, where there are any."""
        return self.turn_px

    @Property(bool, notify=resized)
    def isNumberedAbove(self) -> bool:
        """Whether the number of a sheet stands beside the title, not at the foot."""
        return self._room.is_numbered_above

    @Property(int, notify=resized)
    def barRows(self) -> int:
        """Rows of buttons at the foot."""
        return self._room.bar_rows

    @Property(bool, notify=resized)
    def isLow(self) -> bool:
        """Whether there is height for the most necessary only."""
        return self._room.is_low

    @Property(int, notify=resized)
    def columns(self) -> int:
        """Of running lines."""
        return self._room.columns

    @Property(int, notify=resized)
    def cardColumns(self) -> int:
        """Of cards, whose words are few."""
        return self._room.card_columns

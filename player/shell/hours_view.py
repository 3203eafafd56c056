"""A page of opening hours for QML: its lanes as a list, and whose clocks their times are."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.row_pages import pages_of
from player.stage.scene import HoursRow, HoursScene

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


class Role(IntEnum):
    """What a delegate asks for; the names are those of its required properties."""

    LANE = Qt.ItemDataRole.UserRole + 1
    ACTIVITY = Qt.ItemDataRole.UserRole + 2
    STATUS = Qt.ItemDataRole.UserRole + 3
    WORD = Qt.ItemDataRole.UserRole + 4
    CHANGE = Qt.ItemDataRole.UserRole + 5
    TIMES = Qt.ItemDataRole.UserRole + 6
    COUNTDOWN = Qt.ItemDataRole.UserRole + 7
    REASON = Qt.ItemDataRole.UserRole + 8


_NAMES = {role: QByteArray(role.name.lower().encode()) for role in Role}


@QmlElement
@QmlUncreatable("owned by the Python shell")
class HoursModel(QAbstractListModel):  # type: ignore[operator]
    """Frozen rows, replaced as a whole: a gate has a handful of lanes."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[HoursRow, ...] = ()
        self._clocks: tuple[str, ...] = ()

    def fold(self, hours: HoursScene | None) -> None:
        """Take the lanes of ``hours``; None: of none."""
        self.beginResetModel()
        self._rows = hours.rows if hours else ()
        self._clocks = hours.clocks if hours else ()
        self.endResetModel()
        self.folded.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return the number of lanes and activities."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return one field of one row; None for a role nobody defined."""
        if not index.isValid() or index.row() >= len(self._rows) or role not in _NAMES:
            return None
        value = getattr(self._rows[index.row()], Role(role).name.lower())
        return list(value) if isinstance(value, tuple) else value

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the names by which QML asks."""
        return {int(role): name for role, name in _NAMES.items()}

    @Slot("QVariantList", float, result="QList<int>")
    def pages(self, heights: list[float], room: float) -> list[int]:
        """Return the page of each row, from 0; empty when a row is higher than ``room``."""
        return list(pages_of(heights, room))

    @Property("QStringList", notify=folded)  # type: ignore[arg-type]
    def clocks(self) -> list[str]:
        """Whose time each of a row's times is; empty: both sides have the same."""
        return list(self._clocks)

    @Property(str, notify=folded)
    def widestClock(self) -> str:
        """The longest of their names."""
        return max(self._clocks, key=len, default="")

    @Property(str, notify=folded)
    def widestTime(self) -> str:
        """The longest of all times."""
        return max((time for row in self._rows for time in row.times), key=len, default="")

    @Property(str, notify=folded)
    def widestWord(self) -> str:
        """The longest word for whether a lane is open."""
        return max((row.word for row in self._rows), key=len, default="")

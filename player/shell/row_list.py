"""Rows for QML: any frozen dataclass whose fields are what a delegate asks for."""

import re
from collections.abc import Sequence  # noqa: TC003  (PySide6 reads annotations)
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

_SNAKE: Final = re.compile("_([a-z])")
_FIRST: Final[int] = Qt.ItemDataRole.UserRole + 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class RowList(QAbstractListModel):  # type: ignore[operator]
    """Frozen rows, replaced as a whole: a page has a few dozen of them."""

    countChanged = Signal()
    replaced = Signal()

    def __init__(self, row_type: "type[DataclassInstance]") -> None:
        """Begin empty.

        Args:
            row_type: of every row; its field names, written as QML writes them, are those of
                the delegate's required properties.
        """
        super().__init__()
        self._names = tuple(field.name for field in fields(row_type))
        self._rows: tuple[DataclassInstance, ...] = ()

    @property
    def rows(self) -> "tuple[DataclassInstance, ...]":
        """What is shown."""
        return self._rows

    def replace_rows(self, rows: "Sequence[DataclassInstance]") -> None:
        """Show ``rows`` instead; silent when nothing changed."""
        if tuple(rows) == self._rows:
            return
        had = len(self._rows)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        self.replaced.emit()
        if len(self._rows) != had:
            self.countChanged.emit()

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    @Property("QStringList", notify=replaced)  # type: ignore[arg-type]
    def texts(self) -> list[str]:
        """Words of every row, for what is decided by all of them; "": a row has none."""
        return self._column("text")

    @Property("QStringList", notify=replaced)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """Of these words."""
        return self._column("language")

    @Property("QStringList", notify=replaced)  # type: ignore[arg-type]
    def icons(self) -> list[str]:
        """Beside these words."""
        return self._column("icon")

    def _column(self, name: str) -> list[str]:
        return [getattr(row, name, "") for row in self._rows]

    def amend_rows(self, rows: "Sequence[DataclassInstance]") -> None:
        """Show ``rows`` instead, keeping the delegate of every place that stays.

        So a finger or the focus that lies on one survives; silent when nothing changed.
        """
        before, after = self._rows, tuple(rows)
        kept = min(len(before), len(after))
        if len(before) > kept:
            self.beginRemoveRows(QModelIndex(), kept, len(before) - 1)
            self._rows = before[:kept]
            self.endRemoveRows()
        changed = [at for at in range(kept) if before[at] != after[at]]
        self._rows = after[:kept]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))
        if len(after) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(after) - 1)
            self._rows = after
            self.endInsertRows()
        self.replaced.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return one field of one row; None for a role nobody defined."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if not 0 <= role - _FIRST < len(self._names):
            return None
        value = getattr(self._rows[index.row()], self._names[role - _FIRST])
        return list(value) if isinstance(value, tuple) else value

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the names by which QML asks."""
        return {
            _FIRST + at: QByteArray(_SNAKE.sub(lambda found: found[1].upper(), name).encode())
            for at, name in enumerate(self._names)
        }

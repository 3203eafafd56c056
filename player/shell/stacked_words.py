"""The gate page's other languages, as a list for QML."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.stage.scene import Wording

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


class Role(IntEnum):
    """What a delegate asks for; the names are those of its required properties."""

    LANGUAGE = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    BODY = Qt.ItemDataRole.UserRole + 3


_NAMES = {role: QByteArray(role.name.lower().encode()) for role in Role}


@QmlElement
@QmlUncreatable("owned by the Python shell")
class StackedWordsModel(QAbstractListModel):  # type: ignore[operator]
    """Frozen rows, replaced as a whole: a gate has a handful of languages."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Wording, ...] = ()

    def replace_rows(self, rows: Sequence[Wording]) -> None:
        """Show ``rows`` instead; silent when nothing changed."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return the number of languages."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return one field of one row; None for a role nobody defined."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Role.LANGUAGE:
                return row.language
            case Role.TITLE:
                return row.title
            case Role.BODY:
                return row.body
            case _:
                return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the names by which QML asks."""
        return {int(role): name for role, name in _NAMES.items()}

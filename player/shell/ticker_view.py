"""The ticker for QML: what runs along the foot, and where it stands at this instant."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from player import clock
from player.pack.instants import to_ms
from player.stage.announce import RunningWords

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


class RunningRole(IntEnum):
    """Fields of a row."""

    LANGUAGE = Qt.ItemDataRole.UserRole + 1
    MARKS = Qt.ItemDataRole.UserRole + 2
    TEXT = Qt.ItemDataRole.UserRole + 3
    PASSING_S = Qt.ItemDataRole.UserRole + 4


_NAMES: Final = {
    RunningRole.LANGUAGE: QByteArray(b"language"),
    RunningRole.MARKS: QByteArray(b"marks"),
    RunningRole.TEXT: QByteArray(b"words"),
    RunningRole.PASSING_S: QByteArray(b"passingS"),
}


@QmlElement
@QmlUncreatable("owned by the Python shell")
class RunningModel(QAbstractListModel):  # type: ignore[operator]
    """One row for each text, in the order they come."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RunningWords, ...] = ()

    def replace_rows(self, rows: Sequence[RunningWords]) -> bool:
        """Show ``rows`` from now on; return whether they are other ones."""
        if tuple(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return the number of texts."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Return one field of one row."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case RunningRole.LANGUAGE:
                return row.language
            case RunningRole.MARKS:
                return list(row.marks)
            case RunningRole.TEXT:
                return row.text
            case RunningRole.PASSING_S:
                return row.passing_s
            case _:
                return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the names delegates use."""
        return {int(role): name for role, name in _NAMES.items()}


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TickerViewModel(QObject):  # type: ignore[operator]
    """A ticker that runs or is not there.

    Its place is counted from the instant at which its present texts came on: two screens of one
    shape run in step, and a picture of an instant shows what the wall showed.
    """

    shownChanged = Signal()
    settled = Signal()
    """The tape is another, or of another size: time to measure it."""

    heightChanged = Signal()

    def __init__(self, fade_ms: int) -> None:
        """Set up a ticker that is not there.

        Args:
            fade_ms: 0 in pictures made for comparison: there it stands still.
        """
        super().__init__()
        self._now = clock.now
        self._fade_ms = fade_ms
        self._rows = RunningModel()
        self._since_ms = 0
        self._height = 0

    def follow(self, now: Callable[[], datetime]) -> None:
        """Count the tape's place by this clock (aware)."""
        self._now = now

    def fill(self, rows: Sequence[RunningWords], since_ms: int) -> None:
        """Run ``rows``, which came on at ``since_ms``; none: the ticker goes."""
        was_running = self._is_running
        self._since_ms = max(0, since_ms)  # of texts that run since ever: exact as a float
        if not self._rows.replace_rows(rows):
            return
        if self._is_running != was_running:
            self.shownChanged.emit()
        self.settled.emit()

    @property
    def running_height(self) -> int:
        """Pixels the strip takes now: 0 when nothing runs."""
        return self._height if self._is_running else 0

    @property
    def _is_running(self) -> bool:
        return self._rows.rowCount() > 0

    def set_height(self, height: int) -> None:
        """Make the strip as high as this screen wants it."""
        if height != self._height:
            self._height = height
            self.heightChanged.emit()
            self.settled.emit()

    @Slot(float, float, float, result=float)
    def offset(self, length: float, speed: float, width: float) -> float:
        """Return how far the tape has run out of sight at the left, in pixels.

        Args:
            length: of the tape, after which it begins again.
            speed: pixels a second.
            width: of the strip: the first text came in at its far end.
        """
        if length <= 0:
            return 0.0
        elapsed_ms = to_ms(self._now()) - self._since_ms
        return float((elapsed_ms / 1000 * speed - width) % length)

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        """Whether there is anything to run."""
        return self._is_running

    @Property(int, notify=heightChanged)
    def height(self) -> int:
        """Pixels."""
        return self._height

    @Property(int, constant=True)
    def fadeMs(self) -> int:
        """How long the strip takes to come on; 0: it stands still, for a picture."""
        return self._fade_ms

    @Property(RunningModel, constant=True)
    def rows(self) -> RunningModel:
        """The texts."""
        return self._rows

"""The page of a notice for QML: what kind of notice it is."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.mark_view import CALM, NoticeMarkModel
from player.stage.scene import NoticeScene

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class NoticeViewModel(QObject):  # type: ignore[operator]
    """Empty on a page that is no notice."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notice: NoticeScene | None = None
        self._mark = NoticeMarkModel()

    def fold(self, notice: NoticeScene | None) -> None:
        """Take what ``notice`` is; None: the page is none."""
        self._notice = notice
        self._mark.fold(notice.mark if notice else CALM)
        self.folded.emit()

    @Property(str, notify=folded)
    def label(self) -> str:
        """The word that says what this is."""
        return self._notice.label if self._notice else ""

    @Property(NoticeMarkModel, constant=True)
    def mark(self) -> NoticeMarkModel:
        """Beside the word."""
        return self._mark

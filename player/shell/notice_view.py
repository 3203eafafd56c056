"""The page of a notice for QML: what kind of notice it is."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

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

    def fold(self, notice: NoticeScene | None) -> None:
        """Take what ``notice`` is; None: the page is none."""
        self._notice = notice
        self.folded.emit()

    @Property(str, notify=folded)
    def label(self) -> str:
        """The word that says what this is."""
        return self._notice.label if self._notice else ""

    @Property(str, notify=folded)
    def tone(self) -> str:
        """``caution``, ``calm`` or ``drill``."""
        return self._notice.tone if self._notice else "calm"

    @Property(str, notify=folded)
    def sign(self) -> str:
        """Safety sign beside the word; ``none``: a warning or a plain mark, by the tone."""
        return self._notice.sign if self._notice else "none"

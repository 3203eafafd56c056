"""The words of a bilingual page that stand below the Vietnamese ones, for QML."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.stage.scene import Wording

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = Wording(language="")


@QmlElement
@QmlUncreatable("owned by the Python shell")
class ForeignViewModel(QObject):  # type: ignore[operator]
    """Empty words where a page has one language only."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = _NONE

    def fold(self, words: Wording | None) -> None:
        """Take ``words``; None: there are none."""
        self._words = words or _NONE
        self.folded.emit()

    @Property(str, notify=folded)
    def language(self) -> str:
        """Tag of the language."""
        return self._words.language

    @Property(str, notify=folded)
    def title(self) -> str:
        """Headline, or empty."""
        return self._words.title

    @Property(str, notify=folded)
    def body(self) -> str:
        """Running text, or empty."""
        return self._words.body

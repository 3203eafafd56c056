"""A false claim for QML: what is said, and the words that mark it."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.slide import kept_together
from player.stage.scene import ClaimScene

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class ClaimViewModel(QObject):  # type: ignore[operator]
    """Empty words on a page without a claim."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._claim: ClaimScene | None = None

    def fold(self, claim: ClaimScene | None) -> None:
        """Take the words of ``claim``; None: of none."""
        self._claim = claim
        self.folded.emit()

    @Property(str, notify=folded)
    def text(self) -> str:
        """What is said and is false."""
        return kept_together(self._claim.claim) if self._claim else ""

    @Property(str, notify=folded)
    def verdict(self) -> str:
        """That it is false."""
        return self._claim.verdict if self._claim else ""

    @Property(str, notify=folded)
    def factLabel(self) -> str:
        """That what follows is true."""
        return self._claim.fact_label if self._claim else ""

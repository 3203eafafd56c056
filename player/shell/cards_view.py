"""Two cards of one place on the screen that take turns: while one comes on, the other goes."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class CardsViewModel(QObject):  # type: ignore[operator]
    """Whether the place is taken, and which of its cards is in front; the heirs own the cards."""

    shownChanged = Signal()
    turned = Signal()

    def __init__(self, fade_ms: int) -> None:
        """Begin with an empty place; ``fade_ms`` is 0 in pictures made for comparison."""
        super().__init__()
        self._fade_ms = fade_ms
        self._front = 0
        self._shown = False

    def take_down(self) -> None:
        """Let the card go; its words stay until it is out of sight."""
        self._set_shown(shown=False)

    @property
    def is_up(self) -> bool:
        """Whether a card is up."""
        return self._shown

    def _turn(self) -> None:
        """Have the other card written on next, where one is to be seen now."""
        if self._shown:
            self._front = 1 - self._front

    def _put_up(self) -> None:
        """Show the card in front: at once where none was up, else in place of the other."""
        self.turned.emit()
        self._set_shown(shown=True)

    def _set_shown(self, *, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            self.shownChanged.emit()

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        """Whether a card is up."""
        return self._shown

    @Property(int, constant=True)
    def fadeMs(self) -> int:
        """How long a card takes to come on."""
        return self._fade_ms

    @Property(bool, notify=turned)
    def isFirstInFront(self) -> bool:
        """Which of the cards is to be seen."""
        return self._front == 0

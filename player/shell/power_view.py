"""Whether there is a picture, for QML."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class PowerViewModel(QObject):  # type: ignore[operator]
    """The black layer of one screen; lit until somebody says otherwise."""

    darkChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_dark = False

    def set_dark(self, *, is_dark: bool) -> None:
        """Cover everything in black, or uncover it."""
        if is_dark is not self._is_dark:
            self._is_dark = is_dark
            self.darkChanged.emit()

    @property
    def is_dark(self) -> bool:
        """Whether everything is covered."""
        return self._is_dark

    @Property(bool, notify=darkChanged)
    def isDark(self) -> bool:
        """Whether everything is covered."""
        return self._is_dark

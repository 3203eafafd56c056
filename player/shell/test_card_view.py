"""The test card for QML: which face is seen, and the lines of every language that it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.row_list import RowList

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


GREYS: Final = 16
STRIPES: Final[Mapping[str, Sequence[str]]] = {
    "greys": tuple("#" + f"{17 * step:02x}" * 3 for step in range(GREYS)),
    "bars": (
        *("#ffffff", "#ffff00", "#00ffff", "#00ff00"),
        *("#ff00ff", "#ff0000", "#0000ff", "#000000"),
    ),
}
"""Face -> colours of its stripes. What the panel is measured by is not the palette of the house."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A line in one language.

    Attributes:
        language: its tag.
        name: of the language, in itself.
        text: letters with the marks that are cut first.
    """

    language: str
    name: str
    text: str


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TestCardViewModel(QObject):  # type: ignore[operator]
    """One face of the card at a time, or none."""

    __test__ = False  # no test, whatever pytest makes of its name

    turned = Signal()

    def __init__(self) -> None:
        """Show no face, and no language yet."""
        super().__init__()
        self._samples = RowList(Sample)
        self._face = ""
        self._overscan = 0.0

    def sample(self, samples: Sequence[Sample]) -> None:
        """Have these lines on the face of letters, one for each language."""
        self._samples.replace_rows(samples)

    def keep_free(self, overscan: float) -> None:
        """Draw the frame inside what a display cuts off: a share of each edge, percent."""
        if overscan != self._overscan:
            self._overscan = overscan
            self.turned.emit()

    def turn(self, face: str) -> None:
        """Show ``face``, one of ``FACES``; "": none."""
        if face != self._face:
            self._face = face
            self.turned.emit()

    @Property(str, notify=turned)
    def face(self) -> str:
        """Which is seen."""
        return self._face

    @Property(float, notify=turned)
    def overscan(self) -> float:
        """Share of each edge that is kept free, percent."""
        return self._overscan

    @Property("QStringList", notify=turned)  # type: ignore[arg-type]
    def stripes(self) -> list[str]:
        """Colours of the stripes side by side, from the left; none on a face without."""
        return list(STRIPES.get(self._face, ()))

    @Property(RowList, constant=True)
    def samples(self) -> RowList:
        """A line for each language."""
        return self._samples

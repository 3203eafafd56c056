"""Faces and line heights for QML, by language."""

from math import ceil
from typing import Final

from PySide6.QtCore import QLocale, QObject, Qt, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.typefaces import Typefaces, line_heights

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

BALANCE_GRAIN: Final = 0.25
"""How near, in letter heights, the balanced width is sought."""

MOST_BALANCED: Final = 4
"""Text of more lines is read as a block, whose last line may end anywhere."""

_TOO_WIDE: Final = 1000


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TypeSetter(QObject):  # type: ignore[operator]
    """Answers which face draws a language; constant for the life of the process."""

    def __init__(self, typefaces: Typefaces) -> None:
        super().__init__()
        self._typefaces = typefaces

    @Slot(str, int, bool, result=QFont)
    def font(self, language: str, pixel_size: int, bold: bool) -> QFont:  # noqa: FBT001  (QML passes by position)
        """Return the face for text in ``language`` at ``pixel_size`` pixels."""
        return self._typefaces.font(language, pixel_size, bold=bold)

    @Slot(str, bool, result=float)
    def lineHeight(self, language: str, headline: bool) -> float:  # noqa: FBT001  (QML passes by position)
        """Return the distance of lines as a multiple of the letters' pixel size."""
        lines = line_heights(language)
        return lines.title if headline else lines.body

    @Slot(str, QFont, float, result=float)
    def balancedWidth(self, text: str, font: QFont, width: float) -> float:
        """Return the width at which a short text breaks into lines of like length.

        Args:
            text: a headline, or a few lines standing alone; longer text is left as it is.
            font: their face.
            width: what there is, pixels.

        Returns:
            The least width, at most ``width``, that takes no more lines than ``width`` does.
        """
        lines = _line_count(text, font, width)
        if lines == 1 or lines > MOST_BALANCED:
            return width
        least, most = width / lines, width
        while most - least > font.pixelSize() * BALANCE_GRAIN:
            middle = (least + most) / 2
            if _line_count(text, font, middle) > lines:
                least = middle
            else:
                most = middle
        return min(width, float(ceil(most)) + 1)

    @Slot(str, result=bool)
    def isMirrored(self, language: str) -> bool:
        """Return whether ``language`` is written from right to left."""
        return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def _line_count(text: str, font: QFont, width: float) -> int:
    """Set ``text`` as QML's text element does: same metrics, same breaks."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # A word wider than the line would be broken inside: never worth a better balance.
        count += 1 if line.naturalTextWidth() <= width + 1 else _TOO_WIDE
    layout.endLayout()
    return count

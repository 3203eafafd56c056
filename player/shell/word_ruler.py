"""How wide and how high words are, as QML's text element sets them: same metrics, same breaks."""

from collections.abc import Iterator
from math import ceil
from typing import Final

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from player.shell.table_plan import Extent
from player.shell.type_setter import TypeSetter
from player.stage.scene import CellWords

REFERENCE_PX: Final = 100
"""Unhinted letters grow evenly: words are measured once, at this size."""

_ENDLESS: Final = 1_000_000
_KERNING: Final = 1
"""Sizes are whole pixels and widths are not: this much is added to every width."""

Extents = dict[tuple[CellWords, bool], Extent]


class WordRuler:
    """Measures words in letters of one size.

    Args:
        type_setter: faces by language.
        letter_px: size of the letters.
        known: extents at ``REFERENCE_PX``, shared by the rulers of one table.
    """

    def __init__(self, type_setter: TypeSetter, letter_px: int, known: Extents) -> None:
        self._type_setter = type_setter
        self._letter_px = letter_px
        self._known = known

    def extent(self, words: CellWords, *, strong: bool) -> Extent:
        """Return how wide ``words`` are."""
        key = (words, strong)
        if key not in self._known:
            font = self._type_setter.font(words.language, REFERENCE_PX, strong)
            self._known[key] = Extent(
                max(_line_widths(words.text, font, _ENDLESS), default=0),
                max(_line_widths(words.text, font, 1), default=0),
            )
        found, scale = self._known[key], self._letter_px / REFERENCE_PX
        return Extent(ceil(found.natural * scale) + _KERNING, ceil(found.least * scale) + _KERNING)

    def height(self, words: CellWords, width: float, *, strong: bool) -> float:
        """Return how high ``words`` are in lines of ``width``; at least one line."""
        line = round(self._letter_px * self._type_setter.lineHeight(words.language, False))  # noqa: FBT003  (a slot of QML)
        if self.extent(words, strong=strong).natural <= width and "\n" not in words.text:
            return line
        font = self._type_setter.font(words.language, self._letter_px, strong)
        return line * max(1, sum(1 for _ in _line_widths(words.text, font, width)))


def _line_widths(text: str, font: QFont, width: float) -> Iterator[float]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield line.naturalTextWidth()
    layout.endLayout()

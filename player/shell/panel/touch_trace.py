"""Where fingers landed on the page that tries the touch panel: a ring of dots."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.row_list import RowList

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

MOST_DOTS: Final = 240
"""Four seconds of a finger that moves; the oldest go."""

COLOURS: Final = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a finger was.

    Attributes:
        across: from the left edge of the page, pixels.
        down: from its top, pixels.
        hue: which finger, 0 to ``COLOURS`` - 1.
        is_landing: whether it came down there; else it was moved there.
    """

    across: float
    down: float
    hue: int
    is_landing: bool


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TouchTrace(RowList):  # type: ignore[operator]
    """The dots of one page."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(Dot)
        self._next = 0

    @Slot(int, float, float, bool)
    def leave(self, finger: int, across: float, down: float, is_landing: bool) -> None:  # noqa: FBT001  (called from QML)
        """Note where a finger is.

        Args:
            finger: number of the touch point.
            across: pixels from the left edge of the page.
            down: pixels from its top.
            is_landing: whether it has just come down.
        """
        dot = Dot(across, down, finger % COLOURS, is_landing)
        rows = list(self.rows)
        if len(rows) < MOST_DOTS:
            rows.append(dot)
        else:
            rows[self._next] = dot
        self._next = (self._next + 1) % MOST_DOTS
        self.amend_rows(rows)

    def wipe(self) -> None:
        """Forget all of them."""
        self._next = 0
        self.replace_rows(())

"""The mark of a notice for QML: its tone, and the sign or icon that stands beside its word."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.row_list import RowList
from player.stage.alarm.signs import DRAWINGS, Sign
from player.stage.scene import NoticeMark

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

CALM: Final = NoticeMark("calm")


@dataclass(frozen=True, slots=True)
class SignRow:
    """A sign for QML: its plate, and the strokes on it as three lists side by side."""

    from_left: float
    from_top: float
    side: float
    plate: str
    is_mirrored: bool
    paths: tuple[str, ...]
    widths: tuple[float, ...]
    cuts: tuple[bool, ...]


def sign_row(
    sign: Sign, x: float = 0, y: float = 0, side: float = 0, *, is_mirrored: bool = False
) -> SignRow:
    """Return ``sign`` for QML.

    Args:
        sign: itself.
        x: where it stands, where its page says so; pixels.
        y: likewise.
        side: likewise.
        is_mirrored: whether its mirror image is drawn.
    """
    drawing = DRAWINGS[sign]
    return SignRow(
        from_left=x,
        from_top=y,
        side=side,
        plate=drawing.plate,
        is_mirrored=is_mirrored,
        paths=tuple(stroke.path for stroke in drawing.strokes),
        widths=tuple(float(stroke.width) for stroke in drawing.strokes),
        cuts=tuple(stroke.is_cut for stroke in drawing.strokes),
    )


@QmlElement
@QmlUncreatable("owned by the Python shell")
class NoticeMarkModel(QObject):  # type: ignore[operator]
    """What a notice is, without words."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = CALM
        self._signs = RowList(SignRow)

    def fold(self, mark: NoticeMark) -> None:
        """Take what ``mark`` is."""
        self._mark = mark
        self._signs.replace_rows([sign_row(mark.sign)] if mark.sign else [])
        self.folded.emit()

    @Property(str, notify=folded)
    def tone(self) -> str:
        """``prepare``, ``safe``, ``calm`` or ``drill``."""
        return self._mark.tone

    @Property(str, notify=folded)
    def icon(self) -> str:
        """What it is about."""
        return self._mark.icon

    @Property(RowList, constant=True)
    def signs(self) -> RowList:
        """One safety sign, or none."""
        return self._signs

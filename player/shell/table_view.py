"""A table for QML: where each heading and cell of the page now seen stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.pack.table import Alignment
from player.shell.row_list import RowList
from player.shell.table_plan import Gaps, TablePlan, plan_table
from player.shell.type_setter import TypeSetter
from player.shell.word_ruler import Extents, WordRuler
from player.stage.scene import CellWords, TableScene

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

ACROSS: Final = 0.6
"""Air between columns, as a multiple of the letters."""


@dataclass(frozen=True, slots=True)
class Band:
    """The ground of one row."""

    fromTop: float
    high: float
    isHeader: bool
    isShaded: bool


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One heading or cell, and where its words stand."""

    text: str
    language: str
    fromLeft: float
    fromTop: float
    wide: float
    align: Alignment
    isHeader: bool


@QmlElement
@QmlUncreatable("owned by the Python shell")
class TableViewModel(QObject):  # type: ignore[operator]
    """A table, how it is set, and the rows of the page now seen."""

    arranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table: TableScene | None = None
        self._known: Extents = {}
        self._plan: TablePlan | None = None
        self._pages: tuple[range, ...] = ()
        self._gaps = Gaps(0, 0)
        self._is_mirrored = False
        self._bands = RowList(Band)
        self._cells = RowList(CellPlace)

    def fold(self, table: TableScene | None) -> None:
        """Take the words of ``table``; None: of none."""
        self._table = table
        self._known = {}
        self._plan = None
        self._pages = ()
        self._bands.replace_rows(())
        self._cells.replace_rows(())

    @Slot(TypeSetter, float, int, float, result=int)
    def arrange(self, type_setter: TypeSetter, width: float, letter_px: int, air: float) -> int:
        """Set the table on one page.

        Args:
            type_setter: faces by language.
            width: what there is, pixels.
            letter_px: size of all letters.
            air: above and below the words of a row, as a multiple of the letters.

        Returns:
            1; 0 when the words do not fit beside one another.
        """
        if self._table is None:
            return 0
        self._gaps = Gaps(round(letter_px * ACROSS), round(letter_px * air))
        self._is_mirrored = type_setter.isMirrored(self._table.words.language)
        ruler = WordRuler(type_setter, letter_px, self._known)
        self._plan = plan_table(self._table.columns, self._table.rows, width, self._gaps, ruler)
        self._pages = (range(len(self._table.rows)),) if self._plan else ()
        self.arranged.emit()
        return len(self._pages)

    @Slot(float, result=int)
    def paginate(self, room: float) -> int:
        """Set the rows in pages of ``room`` and return how many; 0: one row is higher."""
        self._pages = self._plan.pages(room) if self._plan else ()
        self.arranged.emit()
        return len(self._pages)

    @Slot(int)
    def showPage(self, page: int) -> None:
        """Show the rows of one page, from 0."""
        table, plan = self._table, self._plan
        if table is None or plan is None or page >= len(self._pages):
            return
        bands: list[Band] = []
        cells: list[CellPlace] = []
        top = 0.0
        if plan.header:
            bands.append(Band(top, plan.header, isHeader=True, isShaded=False))
            headings = tuple(column.heading for column in table.columns)
            cells += self._row(table, plan, headings, bands[0])
            top += plan.header
        for at in self._pages[page]:
            bands.append(Band(top, plan.rows[at], isHeader=False, isShaded=at % 2 == 1))
            cells += self._row(table, plan, table.rows[at], bands[-1])
            top += plan.rows[at]
        self._bands.replace_rows(bands)
        self._cells.replace_rows(cells)

    def _row(
        self, table: TableScene, plan: TablePlan, words: tuple[CellWords, ...], band: Band
    ) -> Iterator[CellPlace]:
        for cell, place, column in zip(words, plan.columns, table.columns, strict=True):
            if cell.text:
                yield CellPlace(
                    cell.text,
                    cell.language,
                    plan.width - place.start - place.length if self._is_mirrored else place.start,
                    band.fromTop + self._gaps.down,
                    place.length,
                    column.align,
                    band.isHeader,
                )

    @Property(float, notify=arranged)
    def width(self) -> float:
        """Width of the table."""
        return self._plan.width if self._plan else 0

    @Property(float, notify=arranged)
    def height(self) -> float:
        """Height of the highest page."""
        if self._plan is None:
            return 0
        rows = (sum(self._plan.rows[at] for at in page) for page in self._pages)
        return self._plan.header + max(rows, default=0)

    @Property(RowList, constant=True)
    def bands(self) -> RowList:
        """Grounds of the rows now seen."""
        return self._bands

    @Property(RowList, constant=True)
    def cells(self) -> RowList:
        """Headings and cells now seen."""
        return self._cells

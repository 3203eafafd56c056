"""The cells of a table, ready to be drawn in one language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from player.pack.item import Table
from player.pack.language import choose_language
from player.pack.table import WHOLE, Amount, Cell
from player.stage.scene import CellWords, TableColumn

AmountText = Callable[[str, Decimal, str, int], str]
"""(tag, amount, currency, decimals) -> the amount as that language writes it."""

DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class CellWriter:
    """Writes cells for readers of one language.

    Attributes:
        language: of the page.
        fallback: languages tried, in order, where a cell lacks it.
        amount_text: as the language writes sums of money.
    """

    language: str
    fallback: Sequence[str]
    amount_text: AmountText

    def columns(self, table: Table) -> tuple[TableColumn, ...]:
        """Return the columns of ``table`` with their headings."""
        return tuple(
            TableColumn(self._cell(column.heading, 0), column.align) for column in table.columns
        )

    def rows(self, table: Table) -> tuple[tuple[CellWords, ...], ...]:
        """Return the rows of ``table``; the sums of a column have the same decimals."""
        decimals = [_decimals(column) for column in zip(*table.rows, strict=True)]
        return tuple(
            tuple(self._cell(cell, places) for cell, places in zip(row, decimals, strict=True))
            for row in table.rows
        )

    def _cell(self, cell: Cell, decimals: int) -> CellWords:
        match cell:
            case str():
                return CellWords(cell, self.language)
            case Amount():
                places = 0 if cell.currency in WHOLE else decimals
                text = self.amount_text(self.language, cell.amount, cell.currency, places)
                return CellWords(text, self.language)
            case _:
                if not cell:
                    return CellWords("", self.language)
                chosen = choose_language(cell, self.language, self.fallback)
                return CellWords(cell[chosen], chosen)


def foreign_languages(cells: Iterable[CellWords], language: str) -> Iterator[str]:
    """Yield each language, once, of cells that are not in ``language``."""
    found = (cell.language for cell in cells if cell.text and cell.language != language)
    yield from dict.fromkeys(found)


def _decimals(column: Sequence[Cell]) -> int:
    """Return the decimals of a column's sums: none, unless one of them has a fraction."""
    return DECIMALS if any(isinstance(cell, Amount) and cell.amount % 1 for cell in column) else 0

"""Tables as a player draws them: the words of every heading and cell with their break marks."""

from collections.abc import Mapping

from player.pack.item import Table
from player.pack.language import REFERENCE
from player.pack.table import Amount, Cell, CellWords
from player.publish.subject import Tools


def broken_cells(table: Table, tools: Tools) -> Mapping[str, object]:
    """Return the fields of ``table`` that hold words, with break marks in them."""
    return {
        "columns": tuple(
            column.model_copy(update={"heading": _words(column.heading, tools)})
            for column in table.columns
        ),
        "rows": tuple(tuple(_cell(cell, tools) for cell in row) for row in table.rows),
    }


def _cell(cell: Cell, tools: Tools) -> Cell:
    match cell:
        case Amount():
            return cell
        case str():
            return tools.break_words(cell, REFERENCE)[0]
        case _:
            return _words(cell, tools)


def _words(words: CellWords, tools: Tools) -> CellWords:
    return {tag: tools.break_words(text, tag)[0] for tag, text in words.items()}

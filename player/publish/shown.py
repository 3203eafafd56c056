"""Every text of an item that a traveller sees: what the checks judge and the build prepares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from annotated_types import MaxLen

from player.pack.item import Item, ItemText, Table, shown_fields
from player.pack.language import Words, choose_language
from player.pack.table import LONGEST_CELL, Amount, Cell

_LIMITS: Final[Mapping[str, int]] = {
    name: rule.max_length
    for name, field in ItemText.model_fields.items()
    for rule in field.metadata
    if isinstance(rule, MaxLen)
}


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text as an editor wrote it.

    Attributes:
        field: dotted path inside the item's file.
        language: of these words.
        text: may be empty.
        limit: letters the field may hold in a built pack.
    """

    field: str
    language: str
    text: str
    limit: int


def shown_texts(item: Item, language: str) -> Iterator[ShownText]:
    """Yield what a reader of ``language`` sees of ``item``, in reading order.

    Args:
        item: of any kind.
        language: one the item has words in.
    """
    words = item.text[language]
    for name in shown_fields(item.kind):
        field = f"text.{language}.{name}"
        yield ShownText(field, language, getattr(words, name), _LIMITS[name])
    if isinstance(item, Table):
        for field, cell in _cells(item):
            yield _cell_text(field, cell, language)


def running_text(item: Item, language: str) -> str:
    """Return the sentences an item says in ``language``: what is read from end to end."""
    words = item.text[language]
    return "\n".join(filter(None, (getattr(words, name) for name in shown_fields(item.kind))))


def translated_text(item: Item, language: str) -> str:
    """Return what a translator of ``item`` works from or writes; sums of money write themselves."""
    cells = _cells(item) if isinstance(item, Table) else ()
    words = (cell.get(language, "") for _, cell in cells if isinstance(cell, Mapping))
    return "\n".join(filter(None, (running_text(item, language), *words)))


def read_text(item: Item, language: str) -> str:
    """Return everything a reader of ``language`` reads on the page of ``item``."""
    return "\n".join(filter(None, (shown.text for shown in shown_texts(item, language))))


def stated_words(item: Item) -> Iterator[tuple[str, Words]]:
    """Yield (field, words) of every short text an item states in several languages."""
    if item.source is not None:
        yield "source.authority", item.source.authority
    if isinstance(item, Table):
        yield from ((field, cell) for field, cell in _cells(item) if isinstance(cell, Mapping))


def _cells(table: Table) -> Iterator[tuple[str, Cell]]:
    for at, column in enumerate(table.columns):
        if column.heading:
            yield f"columns[{at}].heading", column.heading
    for down, row in enumerate(table.rows):
        for across, cell in enumerate(row):
            yield f"rows[{down}][{across}]", cell


def _cell_text(field: str, cell: Cell, language: str) -> ShownText:
    match cell:
        case str():
            return ShownText(field, language, cell, LONGEST_CELL)
        case Amount():
            return ShownText(field, language, f"{cell.amount} {cell.currency}", LONGEST_CELL)
        case _:
            chosen = choose_language(cell, language, ()) if cell else language
            return ShownText(f"{field}.{chosen}", chosen, cell.get(chosen, ""), LONGEST_CELL)

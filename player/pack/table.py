"""Tables as a pack states them: columns with a heading each, rows of cells; values, no markup."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, StringConstraints
from pydantic import Tag as Branch

from player.config.naming import Tag
from player.pack.model import PackModel

MOST_COLUMNS: Final = 6
MOST_ROWS: Final = 60
LONGEST_CELL: Final = 300
LARGEST_AMOUNT: Final = Decimal(10) ** 15

WHOLE: Final = frozenset({"JPY", "KHR", "KRW", "LAK", "VND"})
"""Currencies without a smaller unit in use: written without decimals."""

CellText = Annotated[str, StringConstraints(max_length=LONGEST_CELL)]
CellWords = Mapping[Tag, CellText]
Alignment = Literal["start", "center", "end"]


class Amount(PackModel):
    """A sum of money, which the player writes as each language does.

    Attributes:
        amount: in the currency's main unit, at most two decimals.
        currency: its ISO 4217 code, e.g. ``VND``.
    """

    amount: Decimal = Field(ge=0, lt=LARGEST_AMOUNT, decimal_places=2)
    currency: str = Field(pattern=r"^[A-Z]{3}$")


def _branch(cell: object) -> str:
    if isinstance(cell, Amount):
        return "sum"
    if isinstance(cell, Mapping):
        return "sum" if cell.keys() & Amount.model_fields.keys() else "words"
    return "same"


Cell = Annotated[
    Annotated[CellText, Branch("same")]
    | Annotated[Amount, Branch("sum")]
    | Annotated[CellWords, Branch("words")],
    Discriminator(_branch),
]
"""A text that is the same in every language, a sum of money, or words per language."""

Row = tuple[Cell, ...]


class Column(PackModel):
    """A column of a table.

    Attributes:
        heading: empty where the cells need none.
        align: ``end`` for numbers, so that their digits stand below one another.
    """

    heading: CellWords = Field(default_factory=dict)
    align: Alignment = "start"

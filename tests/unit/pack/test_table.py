"""Tables: what a cell may be, and what a player refuses."""

import json
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from player.errors import PackFormatError
from player.pack.content import parse_content
from player.pack.item import Table
from player.pack.table import MOST_COLUMNS, MOST_ROWS, Amount, Cell
from tests.fakes.content import Document, content_document, table_document

CELL: TypeAdapter[Cell] = TypeAdapter(Cell)
DONG = {"amount": "1250000", "currency": "VND"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("07:00", "07:00"),
        ("", ""),
        ({"vi": "Ngày", "en": "Day"}, {"vi": "Ngày", "en": "Day"}),
        ({}, {}),
        ({"amount": 1_250_000, "currency": "VND"}, Amount(amount=Decimal(1250000), currency="VND")),
        ({"amount": 12.5, "currency": "USD"}, Amount(amount=Decimal("12.5"), currency="USD")),
    ],
)
def test_cell_is_text_words_or_a_sum(written: object, read: Cell) -> None:
    assert CELL.validate_python(written) == read


@pytest.mark.parametrize(
    "cell",
    [
        7,
        True,
        ["07:00"],
        "x" * 301,
        {"vi": 7},
        {"Tiếng Việt": "x"},
        {"amount": 1},
        {"currency": "VND"},
        {"amount": -1, "currency": "VND"},
        {"amount": 1.234, "currency": "USD"},
        {"amount": float("inf"), "currency": "USD"},
        {"amount": 1e15, "currency": "USD"},
        {"amount": 1, "currency": "đồng"},
    ],
)
def test_nothing_else_is_a_cell(cell: object) -> None:
    with pytest.raises(ValidationError):
        CELL.validate_python(cell)


def test_table_survives_being_written_and_read_again() -> None:
    item = table_document("fees", [["07:00", DONG], [{"vi": "Ngày"}, ""]])
    content = parse_content(json.dumps(content_document([item])).encode())
    written = content.model_dump_json(by_alias=True, exclude_defaults=True)
    assert parse_content(written.encode()) == content


@pytest.mark.parametrize(
    "rows",
    [[], [["a"]], [["a", "b"], ["a", "b", "c"]], [["a", "b"]] * (MOST_ROWS + 1)],
    ids=["no row", "a cell missing", "a cell too many", "too many rows"],
)
def test_table_that_cannot_be_drawn_is_refused(rows: list[list[str]]) -> None:
    document = content_document([table_document("fees", rows)])
    with pytest.raises(PackFormatError):
        parse_content(json.dumps(document).encode())


def test_table_without_columns_is_not_whole() -> None:
    table = Table.model_validate(table_document("fees", [[]]) | {"columns": []})
    assert not table.is_whole


def test_too_many_columns_are_refused() -> None:
    columns: list[Document] = [{}] * (MOST_COLUMNS + 1)
    with pytest.raises(ValidationError):
        Table.model_validate(table_document("fees", [["a"] * len(columns)]) | {"columns": columns})

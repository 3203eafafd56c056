"""Every key is within reach, and no row is wider than the screen."""

from collections import Counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player import resources
from player.lookup.keyboard.board import PAGES, Sheet, board_for, keys_of, rows_for
from player.lookup.keyboard.layout import layout_for, read_layouts

LAYOUTS: Final = read_layouts(resources.assets() / "keyboards")
TAGS: Final = st.sampled_from(sorted(LAYOUTS))
COLUMNS: Final = st.integers(6, 30)
ROWS: Final = st.integers(2, 9)


def written(sheet: Sheet) -> list[str]:
    return [key.text for row in sheet for key in row if key.kind == "text"]


@given(TAGS, COLUMNS, ROWS)
def test_every_sign_is_on_some_sheet_in_order(tag: str, columns: int, rows: int) -> None:
    layout = LAYOUTS[tag]
    pages = board_for(layout, columns, rows).sheets
    found = [sign for page in PAGES for sheet in pages[page] for sign in written(sheet)]
    asked = (*layout.letters, *layout.extra, *layout.shift, *layout.symbols)
    assert found == [sign for row in asked for sign in row]


@given(TAGS, COLUMNS, ROWS)
def test_no_sheet_is_wider_or_higher_than_there_is_room(tag: str, columns: int, rows: int) -> None:
    board = board_for(LAYOUTS[tag], columns, rows)
    assert board.columns <= columns
    assert board.lines <= rows
    for sheet in (sheet for sheets in board.sheets.values() for sheet in sheets):
        assert len(sheet) <= board.lines
        assert {sum(key.span for key in row) <= board.columns for row in sheet} == {True}
        assert sum(key.span for key in sheet[-1]) == board.columns
        assert min(key.span for row in sheet for key in row) >= 1


@given(TAGS, st.integers(-3, 30), st.integers(-3, 9))
def test_every_sheet_can_be_left_and_mended(tag: str, columns: int, rows: int) -> None:
    for page, sheets in board_for(LAYOUTS[tag], columns, rows).sheets.items():
        for sheet in sheets:
            kinds = Counter(key.kind for key in sheet[-1])
            assert kinds["space"] == kinds["clear"] == kinds["backspace"] == 1
            assert kinds["more"] == (len(sheets) > 1)
            back = ["letters"] if page == "symbols" else ["shift", "symbols"]
            assert [kind for kind in ("shift", "symbols", "letters") if kinds[kind]] == back


@given(TAGS, COLUMNS, ROWS)
def test_no_two_keys_of_a_sheet_are_the_same(tag: str, columns: int, rows: int) -> None:
    for sheets in board_for(LAYOUTS[tag], columns, rows).sheets.values():
        for sheet in sheets:
            ids = [key.id for row in sheet for key in row]
            assert len(set(ids)) == len(ids)
            assert set(ids) <= set(keys_of(LAYOUTS[tag]))


@pytest.mark.parametrize("tag", sorted(LAYOUTS))
def test_upright_kiosk_has_the_standard_rows(tag: str) -> None:
    """268 mm wide: 13 keys of 20 mm."""
    layout = LAYOUTS[tag]
    first, *_ = rows_for(layout, "letters", columns=13)
    assert [tuple(key.text for key in row) for row in first[:-1]] == list(layout.letters)


def test_keyboard_too_wide_for_a_screen_is_shared_out_evenly() -> None:
    for columns, lengths in ((12, [12, 12, 11, 11]), (8, [8, 8, 7])):
        first = rows_for(LAYOUTS["lo"], "letters", columns)[0]
        assert [len(row) for row in first[:-1]] == lengths


def test_further_khmer_letters_are_behind_more_keys() -> None:
    letters, extra = rows_for(LAYOUTS["km"], "letters", columns=23)
    assert "ឯ" in written(extra)
    assert "ក" in written(letters)


def test_chinese_has_the_english_board() -> None:
    board = board_for(layout_for(LAYOUTS, "zh"), 23)
    assert board == board_for(LAYOUTS["en"], 23)
    assert (board.columns, board.lines) == (10, 5)

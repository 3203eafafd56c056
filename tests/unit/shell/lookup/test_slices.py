"""Pages that show their buttons sheet by sheet."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.shell.lookup.slices import Slices
from player.stage.session.page import Button, Page, Template


def page(count: int, template: Template = "Topics") -> Page:
    buttons = tuple(Button(f"topic:{number}", str(number), "en") for number in range(count))
    return Page(template, "en", buttons=buttons)


def slices(whole: int = 8, turned: int = 6) -> Slices:
    made = Slices()
    made.note("Topics", whole, turned)
    return made


COUNTED: Final = [(0, 1, 8), (1, 1, 8), (8, 1, 8), (9, 2, 6), (12, 2, 6), (13, 3, 6)]


@pytest.mark.parametrize(("count", "sheets", "capacity"), COUNTED)
def test_buttons_that_do_not_fit_one_sheet_leave_room_for_turning(
    count: int, sheets: int, capacity: int
) -> None:
    made = slices()
    assert (made.sheets(page(count)), made.capacity(page(count))) == (sheets, capacity)


def test_room_of_one_kind_of_page_is_not_taken_for_that_of_another() -> None:
    made = slices()
    made.note("Languages", 20, 20)
    assert made.sheets(page(9)) == 2


def test_page_nobody_has_measured_loses_no_sheet() -> None:
    assert Slices().sheets(page(9)) == 9


@pytest.mark.parametrize("room", [0, -3])
def test_sheet_has_room_for_one_button_at_least(room: int) -> None:
    assert slices(room, room).sheets(page(3)) == 3


def test_page_that_is_not_cut_shows_all_of_its_buttons() -> None:
    assert slices().shown(page(30, "Home"), 0) == page(30).buttons


@given(count=st.integers(0, 60), whole=st.integers(-1, 20), turned=st.integers(-1, 20))
def test_every_button_is_on_one_sheet_in_order(count: int, whole: int, turned: int) -> None:
    made, shown = slices(whole, turned), page(count)
    seen = [button for sheet in range(made.sheets(shown)) for button in made.shown(shown, sheet)]
    assert tuple(seen) == shown.buttons

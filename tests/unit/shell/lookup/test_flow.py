"""Where lines stand: in order, none over another, no heading at the foot of a column."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.shell.lookup.flow import Measured, Spot, flow, with_sources

GAP: Final = 5.0
ROOM: Final = 100.0
lines = st.lists(
    st.builds(Measured, st.floats(1, 150, allow_nan=False), st.booleans()), max_size=40
)


def set_in(*heights: float | str, columns: int = 2) -> list[tuple[int, int, float]]:
    """Return (sheet, column, y) of lines; a heading is written as text."""
    told = [Measured(float(each), isinstance(each, str)) for each in heights]
    return [(spot.sheet, spot.column, spot.y) for spot in flow(told, ROOM, GAP, columns)]


def test_page_without_lines_has_no_spots() -> None:
    assert flow((), ROOM, GAP, 2) == ()


def test_lines_follow_one_another_with_a_gap() -> None:
    assert set_in(20, 30, 10) == [(0, 0, 0), (0, 0, 25), (0, 0, 60)]


@pytest.mark.parametrize(
    ("columns", "places"),
    [(1, [(0, 0), (1, 0), (2, 0)]), (2, [(0, 0), (0, 1), (1, 0)]), (3, [(0, 0), (0, 1), (0, 2)])],
)
def test_full_column_is_followed_by_the_next_and_then_the_next_sheet(
    columns: int, places: list[tuple[int, int]]
) -> None:
    assert [each[:2] for each in set_in(60, 60, 60, columns=columns)] == places


def test_line_that_just_fits_stays() -> None:
    assert set_in(50, 45) == [(0, 0, 0), (0, 0, 55)]


def test_heading_goes_on_with_the_line_after_it() -> None:
    assert set_in(60, "20", 30) == [(0, 0, 0), (0, 1, 0), (0, 1, 25)]


def test_headings_one_below_the_other_go_on_together() -> None:
    assert set_in(60, "10", "10", 30) == [(0, 0, 0), (0, 1, 0), (0, 1, 15), (0, 1, 30)]


def test_line_higher_than_a_column_has_one_of_its_own() -> None:
    assert set_in(20, 150, 20) == [(0, 0, 0), (0, 1, 0), (1, 0, 0)]


def test_heading_that_ends_a_page_stays_where_it_is() -> None:
    assert set_in(20, "10") == [(0, 0, 0), (0, 0, 25)]


@pytest.mark.parametrize(("height", "leads_on"), [(20, True), (30, False)], ids=["short", "long"])
def test_short_line_goes_on_with_its_source(height: float, leads_on: bool) -> None:
    told = [Measured(60), Measured(height), Measured(10), Measured(10)]
    together = tuple(with_sources(told, (False, False, True, True), ROOM))
    assert [each.leads_on for each in together] == [False, leads_on, False, False]
    assert [each.height for each in together] == [each.height for each in told]


def _columns(told: Sequence[Measured], spots: Sequence[Spot]) -> dict[tuple[int, int], list[int]]:
    held: dict[tuple[int, int], list[int]] = {}
    for number, spot in enumerate(spots):
        held.setdefault((spot.sheet, spot.column), []).append(number)
    assert sum(map(len, held.values())) == len(told)
    return held


@given(told=lines, columns=st.integers(1, 3))
def test_order_of_reading_is_kept(told: Sequence[Measured], columns: int) -> None:
    places = [(spot.sheet, spot.column, spot.y) for spot in flow(told, ROOM, GAP, columns)]
    assert places == sorted(set(places))


@given(told=lines, columns=st.integers(1, 3))
def test_nothing_overlaps_and_nothing_leaves_its_column(
    told: Sequence[Measured], columns: int
) -> None:
    spots = flow(told, ROOM, GAP, columns)
    for held in _columns(told, spots).values():
        for number, after in pairwise(held):
            assert spots[number].y + told[number].height + GAP <= spots[after].y + 1e-6
        last = held[-1]
        assert len(held) == 1 or spots[last].y + told[last].height <= ROOM + 1e-6


@given(told=lines, columns=st.integers(1, 3))
def test_no_heading_ends_a_column_where_there_is_room_for_it_elsewhere(
    told: Sequence[Measured], columns: int
) -> None:
    """Elsewhere: a column that holds it and the line after it."""
    spots = flow(told, ROOM, GAP, columns)
    for held in _columns(told, spots).values():
        number = held[-1]
        has_next = told[number].leads_on and number + 1 < len(told)
        if has_next and not told[number + 1].leads_on:
            run = number
            while run > 0 and told[run - 1].leads_on:
                run -= 1
            together = told[run : number + 2]
            assert sum(each.height for each in together) + GAP * (len(together) - 1) > ROOM

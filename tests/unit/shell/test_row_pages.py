"""Rows in pages: in order, none too high, no more pages than needed, none nearly empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.shell.row_pages import pages_of


@pytest.mark.parametrize(
    ("heights", "room", "pages"),
    [
        ([], 100, ()),
        ([40], 100, (0,)),
        ([40, 40], 100, (0, 0)),
        ([40] * 5, 100, (0, 0, 1, 1, 2)),
        ([30] * 4, 100, (0, 0, 1, 1)),
        ([30] * 10, 125, (0, 0, 0, 0, 1, 1, 1, 1, 2, 2)),
        ([101], 100, ()),
        ([90, 90], 100, (0, 1)),
    ],
)
def test_rows_share_as_few_pages_as_can_be_evenly(
    heights: list[float], room: float, pages: tuple[int, ...]
) -> None:
    assert pages_of(heights, room) == pages


@given(st.lists(st.floats(1, 300), min_size=1, max_size=30), st.floats(50, 400))
def test_no_page_is_higher_than_its_room(heights: list[float], room: float) -> None:
    pages = pages_of(heights, room)
    if max(heights) > room:
        assert pages == ()
        return
    assert list(pages) == sorted(pages)
    assert set(pages) == set(range(pages[-1] + 1))
    for page in set(pages):
        on_it = [height for height, at in zip(heights, pages, strict=True) if at == page]
        assert sum(on_it) <= room + 1e-6

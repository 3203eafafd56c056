"""When the pages of a long text are turned."""

import math

import pytest

from player.shell.page_turner import SHORTEST_S, page_at, page_s


@pytest.mark.parametrize(
    ("elapsed_s", "page"), [(-1, 0), (0, 0), (9.9, 0), (10, 1), (19.9, 1), (20, 2), (35, 2)]
)
def test_pages_share_the_slot_evenly(elapsed_s: float, page: int) -> None:
    assert page_at(elapsed_s, 30, 3) == page


def test_no_page_stays_too_short_to_be_read() -> None:
    assert page_s(12, 40) == SHORTEST_S
    assert page_at(11.9, 12, 40) == 3


def test_slot_without_an_end_turns_no_page() -> None:
    assert page_at(1e9, math.inf, 5) == 0

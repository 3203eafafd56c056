"""Turns on the banner: every language within a minute, every page and every notice in its turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.notices.turns import PAGE_MS, ROUND_MS, Turn, turn_at, turn_ms

FIVE = [[1] * 5]


@pytest.mark.parametrize(
    ("languages", "expected"), [(1, 12_000), (5, 12_000), (6, 10_000), (12, 5_000), (30, 5_000)]
)
def test_turn_is_as_long_as_a_minute_allows(languages: int, expected: int) -> None:
    assert turn_ms(languages) == expected


def test_first_language_speaks_first_and_each_within_a_minute() -> None:
    seen = [turn_at(at, FIVE).language for at in range(0, ROUND_MS, 12_000)]
    assert seen == [0, 1, 2, 3, 4]
    assert turn_at(ROUND_MS, FIVE).language == 0


def test_two_pages_share_a_turn() -> None:
    pages = [[2, 1]]
    assert turn_at(0, pages) == Turn(0, 0, 0, 6_000)
    assert turn_at(5_999, pages) == Turn(0, 0, 0, 6_000)
    assert turn_at(6_000, pages) == Turn(0, 0, 1, 12_000)
    assert turn_at(12_000, pages) == Turn(0, 1, 0, 24_000)


def test_longer_text_goes_on_in_the_languages_next_turn() -> None:
    pages = [[3, 1]]
    shown = [turn_at(at, pages).page for at in (0, 6_000, 24_000, 48_000)]
    assert shown == [0, 1, 2, 0]
    assert turn_at(24_000, pages).until_ms == 36_000


def test_several_notices_take_turns_from_round_to_round() -> None:
    pages = [[1, 1], [1, 2], [1, 1]]
    rounds = [turn_at(at, pages).notice for at in range(0, 96_000, 24_000)]
    assert rounds == [0, 1, 2, 0]
    assert turn_at(24_000 + 12_000 + 6_000, pages) == Turn(1, 1, 1, 48_000)


@given(
    st.integers(0, 10**12),
    st.integers(1, 20).flatmap(
        lambda languages: st.lists(
            st.lists(st.integers(1, 9), min_size=languages, max_size=languages),
            min_size=1,
            max_size=5,
        )
    ),
)
def test_a_page_stands_until_the_instant_told(elapsed: int, pages: list[list[int]]) -> None:
    turn = turn_at(elapsed, pages)
    assert 0 <= turn.page < pages[turn.notice][turn.language]
    assert elapsed < turn.until_ms <= elapsed + turn_ms(len(pages[0]))
    before = turn_at(turn.until_ms - 1, pages)
    after = turn_at(turn.until_ms, pages)
    assert before == turn
    assert (after.until_ms, after) != (turn.until_ms, turn)


@given(st.integers(0, 10**9), st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_every_page_of_every_language_comes_and_stands_long_enough(
    begin: int, counts: list[int]
) -> None:
    pages = [counts]
    due = {(at, page) for at, count in enumerate(counts) for page in range(count)}
    at, shortest = turn_at(begin, pages).until_ms, min(PAGE_MS, turn_ms(len(counts)))
    for _ in range(len(counts) * 2 * (max(counts) + 1) ** 2):
        turn = turn_at(at, pages)
        assert turn.until_ms - at >= shortest
        due.discard((turn.language, turn.page))
        at = turn.until_ms
        if not due:
            break
    assert due == set()

"""Tables are set in real columns, and cut into even pages between rows."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.shell.table_plan import Extent, Gaps, Place, TablePlan, plan_table
from player.stage.scene import CellWords, TableColumn

GAPS: Final = Gaps(across=10, down=2)
LETTER: Final = 10
LINE: Final = 20


class Typewriter:
    """Every letter is as wide as every other; strong ones are no wider."""

    def extent(self, words: CellWords, *, strong: bool) -> Extent:
        """Return the width of the text and of its longest word."""
        del strong
        longest = max((len(word) for word in words.text.split()), default=0)
        return Extent(LETTER * len(words.text), LETTER * longest)

    def height(self, words: CellWords, width: float, *, strong: bool) -> float:
        """Return the height of lines filled with whole words."""
        del strong
        lines, used = 1, 0
        for word in words.text.split():
            wide = LETTER * len(word)
            if used and used + LETTER + wide > width:
                lines, used = lines + 1, wide
            else:
                used += wide + (LETTER if used else 0)
        return LINE * lines


def columns(*headings: str) -> list[TableColumn]:
    return [TableColumn(CellWords(text, "vi"), "start") for text in headings]


def row(*texts: str) -> tuple[CellWords, ...]:
    return tuple(CellWords(text, "vi") for text in texts)


def plan(headings: tuple[str, ...], rows: list[tuple[CellWords, ...]], width: float) -> TablePlan:
    made = plan_table(columns(*headings), rows, width, GAPS, Typewriter())
    assert made is not None
    return made


def test_columns_stand_in_the_same_place_in_every_row_and_fill_the_width() -> None:
    made = plan(("Giờ", "Tuyến"), [row("07:00", "Hà Nội"), row("8:00", "Huế")], 230)
    assert made.columns == (Place(10, 95), Place(115, 105))
    assert made.width == 230


def test_long_words_wrap_where_room_is_short() -> None:
    made = plan(("", ""), [row("a b c d e f", "100"), row("a", "9")], 120)
    assert made.rows == (LINE * 2 + 4, LINE + 4)


def test_words_that_cannot_wrap_keep_their_width() -> None:
    made = plan(("", ""), [row("a b c d e f g h", "1250000")], 160)
    assert made.columns[1].length >= 70


def test_table_too_wide_for_its_longest_words_has_no_plan() -> None:
    assert plan_table(columns("", ""), [row("abcdef", "abcdef")], 149, GAPS, Typewriter()) is None
    assert plan(("", ""), [row("abcdef", "abcdef")], 150).columns == (Place(10, 60), Place(80, 60))


def test_headings_count_and_none_take_no_room() -> None:
    assert plan(("Giờ",), [row("7")], 200).header == LINE + 4
    assert plan(("",), [row("7")], 200).header == 0


def test_row_is_as_high_as_its_highest_cell() -> None:
    made = plan(("", ""), [row("a b c d e f", "1")], 80)
    assert made.height == max(made.rows) > LINE + 4


HEADED: Final = TablePlan(100, (Place(0, 100),), 30, (20,) * 7)


def test_pages_are_even() -> None:
    assert HEADED.pages(130) == (range(4), range(4, 7))
    assert HEADED.pages(150) == (range(4), range(4, 7))
    assert HEADED.pages(170) == (range(7),)


@pytest.mark.parametrize(
    ("table", "room"), [(HEADED, 49), (TablePlan(1, (Place(0, 1),), 0, ()), 50)]
)
def test_row_higher_than_a_page_makes_no_pages(table: TablePlan, room: float) -> None:
    assert table.pages(room) == ()


@given(st.lists(st.integers(10, 90), min_size=1, max_size=60), st.integers(90, 400))
def test_pages_hold_every_row_once_and_fit(heights: list[int], room: int) -> None:
    table = TablePlan(100, (Place(0, 100),), 0, tuple(heights))
    pages = table.pages(room)
    assert [at for page in pages for at in page] == list(range(len(heights)))
    assert all(0 < sum(heights[at] for at in page) <= room for page in pages)
    assert len(pages) == greedy(heights, room)


def greedy(heights: list[int], room: int) -> int:
    pages, used = 1, 0
    for height in heights:
        pages, used = (pages + 1, height) if used + height > room else (pages, used + height)
    return pages

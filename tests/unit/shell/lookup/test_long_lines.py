"""Plans with many places stand apart from their names, which remain where nothing is drawn."""

from typing import Final

import pytest

from player.shell.lookup.long_lines import cut_long
from player.stage.session.page import Line

PLAN: Final = Line(
    "plan",
    "Plan of the hall",
    "en",
    note="Sample",
    cells=("Toilets", "Money exchange"),
    align=("2", "B"),
    picture="file:plan.webp",
    aspect=1.5,
    xs=(0.1, 0.2),
    ys=(0.3, 0.4),
    here=1,
)
PICTURE: Final = Line("picture", "A passport", "en", picture="file:passport.webp", aspect=1.5)
WORDS: Final = Line("bullet", "Have your passport open", "en")


def test_plan_with_few_names_stays_whole() -> None:
    assert list(cut_long([PLAN], 200)) == [PLAN]


def test_many_names_follow_their_plan() -> None:
    drawn, named = cut_long([PLAN], 60)
    assert (drawn.picture, drawn.cells, drawn.xs) == (PLAN.picture, (), PLAN.xs)
    assert (named.picture, named.aspect, named.xs) == ("", 0, ())
    assert (named.cells, named.align, named.here) == (PLAN.cells, PLAN.align, PLAN.here)


def test_names_remain_where_nothing_can_be_drawn() -> None:
    (named,) = cut_long([PLAN, PICTURE], 200, is_drawn=False)
    assert (named.picture, named.cells) == ("", PLAN.cells)


@pytest.mark.parametrize("is_drawn", [True, False])
def test_words_are_cut_by_their_letters_alone(is_drawn: bool) -> None:
    assert list(cut_long([WORDS], 80, is_drawn=is_drawn)) == [WORDS]
    assert [line.text for line in cut_long([WORDS], 16, is_drawn=is_drawn)] == [
        "Have your",
        "passport open",
    ]

"""Four arrow keys reach everything: where they lead among controls."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.shell.lookup.spatial import Box, Direction, box_between, next_control
from player.shell.turning import Turn, to_picture

LEFT, RIGHT, UP, DOWN = Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN
GRID: Final = tuple(Box(x * 100, y * 100, 80, 80) for y in range(3) for x in range(3))
"""Three rows of three, numbered in reading order."""


@pytest.mark.parametrize(
    ("current", "direction", "expected"),
    [
        (4, LEFT, 3),
        (4, RIGHT, 5),
        (4, UP, 1),
        (4, DOWN, 7),
        (2, RIGHT, 3),
        (3, LEFT, 2),
        (8, RIGHT, 0),
        (8, DOWN, 0),
        (0, LEFT, 8),
        (0, UP, 8),
    ],
)
def test_arrow_leads_to_the_neighbour_and_at_the_edge_on_in_reading_order(
    current: int, direction: Direction, expected: int
) -> None:
    assert next_control(GRID, current, direction) == expected


@pytest.mark.parametrize(("turn", "beside"), [(0, RIGHT), (90, UP), (180, LEFT), (270, DOWN)])
def test_arrow_goes_by_the_picture_however_it_is_turned_inside_the_window(
    turn: Turn, beside: Direction
) -> None:
    seen = partial(to_picture, turn, 800, 400)
    boxes = [box_between((x, 100), (x + 200, 140), seen) for x in (100, 400)]
    assert next_control(boxes, 0, beside) == 1
    is_upright = turn in {90, 270}
    assert {(box.width, box.height) for box in boxes} == {(40, 200) if is_upright else (200, 40)}


@pytest.mark.parametrize("direction", list(Direction))
def test_first_in_reading_order_is_meant_where_nothing_has_the_focus(direction: Direction) -> None:
    assert next_control(tuple(reversed(GRID)), None, direction) == 8


@pytest.mark.parametrize("direction", list(Direction))
def test_page_without_controls_leads_nowhere(direction: Direction) -> None:
    assert next_control((), None, direction) is None


@pytest.mark.parametrize("direction", list(Direction))
def test_only_control_keeps_the_focus(direction: Direction) -> None:
    assert next_control(GRID[:1], 0, direction) == 0


def test_control_below_is_preferred_to_a_nearer_one_aside() -> None:
    boxes = (Box(0, 0, 80, 80), Box(300, 90, 80, 80), Box(0, 200, 80, 80))
    assert next_control(boxes, 0, DOWN) == 2


def test_wide_bar_is_reached_from_every_control_above_it() -> None:
    boxes = (*GRID, Box(0, 300, 280, 80))
    assert [next_control(boxes, number, DOWN) for number in (6, 7, 8)] == [9, 9, 9]


def test_neighbour_in_the_row_is_preferred_to_one_above_it() -> None:
    boxes = (Box(210, 0, 159, 46), Box(167, 48, 119, 185), Box(288, 48, 144, 185))
    assert next_control(boxes, 1, RIGHT) == 2


def test_arrows_go_in_reading_order_where_a_control_would_be_left_out() -> None:
    boxes = (Box(410, 90, 190, 70), Box(330, 200, 210, 120), Box(170, 60, 160, 120))
    assert [next_control(boxes, at, RIGHT) for at in (2, 0, 1)] == [0, 1, 2]
    assert [next_control(boxes, at, LEFT) for at in (2, 0, 1)] == [1, 2, 0]


spans = st.lists(st.integers(20, 200), min_size=1, max_size=5)


@st.composite
def grids(draw: st.DrawFn) -> list[Box]:
    """Return controls in rows, each row cut into columns of its own, a few left out."""
    boxes: list[Box] = []
    y = 0
    for height in draw(spans):
        x = 0
        for width in draw(spans):
            if draw(st.integers(0, 4)):
                boxes.append(Box(x, y, width - 2, height - 2))
            x += width
        y += height
    return draw(st.permutations(boxes))


@st.composite
def scattered(draw: st.DrawFn) -> list[Box]:
    """Return controls that lie anywhere, none over another."""
    boxes: list[Box] = []
    places, sides = st.integers(0, 60), st.integers(3, 30)
    drawn = st.builds(Box, places, places, sides, sides)
    for box in draw(st.lists(drawn, min_size=1, max_size=7)):
        if all(_are_apart(box, other) for other in boxes):
            boxes.append(box)
    return boxes


def _are_apart(one: Box, other: Box) -> bool:
    return (
        one.x >= other.x + other.width
        or other.x >= one.x + one.width
        or one.y >= other.y + other.height
        or other.y >= one.y + one.height
    )


def _reached(boxes: Sequence[Box], start: int) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for direction in Direction:
            led = next_control(boxes, at, direction)
            assert led is not None
            if led not in reached:
                reached.add(led)
                waiting.append(led)
    return reached


@given(boxes=st.one_of(grids(), scattered()))
def test_every_control_is_reached_from_every_other(boxes: Sequence[Box]) -> None:
    for start in range(len(boxes)):
        assert _reached(boxes, start) == set(range(len(boxes)))

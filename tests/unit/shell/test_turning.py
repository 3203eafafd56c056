"""Panels hung each way, with and without a display server that turns the picture."""

import pytest

from player.config.screen import Orientation
from player.shell.turning import Turn, to_picture, turn_for, upright


@pytest.mark.parametrize(
    ("orientation", "window", "turn"),
    [
        ("landscape", (1920, 1080), 0),
        ("landscape", (1080, 1920), 90),
        ("portrait", (1080, 1920), 0),
        ("portrait", (1920, 1080), 90),
        ("portrait-flipped", (1920, 1080), 270),
        ("portrait-flipped", (1080, 1920), 0),
        ("landscape-flipped", (1920, 1080), 180),
        ("landscape-flipped", (1080, 1920), 270),
        ("landscape", (1000, 1000), 0),
        ("portrait", (1000, 1000), 0),
    ],
)
def test_picture_is_turned_where_the_server_did_not(
    orientation: Orientation, window: tuple[int, int], turn: int
) -> None:
    assert turn_for(orientation, *window) == turn


@pytest.mark.parametrize(
    ("turn", "seen"), [(0, (3, 2)), (90, (2, 3)), (180, (3, 2)), (270, (2, 3))]
)
def test_a_quarter_turn_swaps_width_and_height(turn: int, seen: tuple[int, int]) -> None:
    assert upright(turn, 3, 2) == seen  # type: ignore[arg-type] # one of the four turns


@pytest.mark.parametrize(
    ("turn", "place"), [(0, (30, 10)), (90, (10, 70)), (180, (70, 40)), (270, (40, 30))]
)
def test_place_of_the_window_is_found_in_the_turned_picture(
    turn: Turn, place: tuple[float, float]
) -> None:
    assert to_picture(turn, 100, 50, 30, 10) == place

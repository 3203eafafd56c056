"""Which part of a picture a seated person reaches, by how the screen hangs."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.geometry import measure
from player.config.reach import LEAST_MM, Area, whole, within_reach
from player.config.screen import Display

WIDTH_MM: Final = 1000


def area(mounting_height_mm: int, overscan: float = 0, height: int = 1000) -> Area:
    """Return what is within reach of a screen of one pixel to a millimetre."""
    display = Display(
        width_mm=WIDTH_MM,
        viewing_distance_mm=600,
        mounting_height_mm=mounting_height_mm,
        overscan_percent=overscan,
    )
    return within_reach(display, measure(display, "kiosk", WIDTH_MM, height))


@pytest.mark.parametrize(
    ("mounting_height_mm", "top", "height"),
    [
        (0, 0, 200),
        (600, 500, 300),
        (800, 700, 300),
        (900, 800, 200),
        (955, 855, 145),
    ],
    ids=["stands on the floor", "over both ends", "from its edge", "upper part", "just enough"],
)
def test_part_within_the_band_is_within_reach(
    mounting_height_mm: int, top: int, height: int
) -> None:
    assert area(mounting_height_mm) == Area(0, top, WIDTH_MM, height)


def test_screen_wholly_within_the_band_is_wholly_within_reach() -> None:
    assert area(850, height=200) == Area(0, 0, WIDTH_MM, 200)


@pytest.mark.parametrize("mounting_height_mm", [1000, 1100, 2000])
def test_lowest_part_of_a_screen_above_the_band_is_taken(mounting_height_mm: int) -> None:
    assert area(mounting_height_mm) == Area(0, 1000 - LEAST_MM, WIDTH_MM, LEAST_MM)


def test_highest_part_of_a_screen_below_the_band_is_taken() -> None:
    assert area(100, height=500) == Area(0, 0, WIDTH_MM, LEAST_MM)


def test_screen_lower_than_a_page_is_taken_whole() -> None:
    assert area(2000, height=100) == Area(0, 0, WIDTH_MM, 100)


def test_what_a_television_hides_is_out_of_reach() -> None:
    assert area(600, overscan=10) == Area(100, 500, 800, 300)
    assert area(1500, overscan=10) == Area(100, 900 - LEAST_MM, 800, LEAST_MM)


@given(
    mounting_height_mm=st.integers(0, 3000),
    height=st.integers(96, 3000),
    overscan=st.floats(0, 10),
)
def test_area_is_always_seen_and_high_enough(
    mounting_height_mm: int, height: int, overscan: float
) -> None:
    display = Display(width_mm=WIDTH_MM, viewing_distance_mm=600, overscan_percent=overscan)
    seen = whole(measure(display, "kiosk", WIDTH_MM, height))
    found = area(mounting_height_mm, overscan, height)
    assert (found.x, found.width) == (seen.x, seen.width)
    assert seen.y <= found.y <= found.y + found.height <= seen.y + seen.height
    assert found.height >= min(seen.height, LEAST_MM)

"""The ways a page is set never break the distance rule, and get narrower one by one."""

from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.geometry import Metrics, measure
from player.config.screen import Display
from player.shell.fit_ladder import FOREIGN, Kind, ladder, least_body, small_px

HALL: Final = measure(Display(width_mm=1210, viewing_distance_mm=4000), "hall-tv", 1920, 1080)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

metrics = st.builds(
    lambda width, height, width_mm, distance: measure(
        Display(width_mm=width_mm, viewing_distance_mm=distance), "hall-tv", width, height
    ),
    st.integers(320, 4000),
    st.integers(200, 4000),
    st.integers(1000, 6000),
    st.integers(500, 20_000),
)


@given(st.sampled_from(KINDS), metrics, st.booleans())
def test_no_letter_is_below_the_floor(kind: Kind, on: Metrics, has_picture: bool) -> None:
    steps = ladder(kind, on, has_picture=has_picture)
    assert min(step.body_px for step in steps) == least_body(kind, on)
    least = min(step.title_px for step in steps)
    # The headline of a notice gives way to its text, but is never below the letters of that.
    assert least == on.title_px or (kind == "notice" and least >= least_body(kind, on))


@given(st.sampled_from(KINDS), metrics, st.booleans())
def test_last_step_is_the_smallest(kind: Kind, on: Metrics, has_picture: bool) -> None:
    steps = ladder(kind, on, has_picture=has_picture)
    assert steps[-1].title_px == min(step.title_px for step in steps)
    assert steps[-1].body_px == least_body(kind, on)


@given(st.sampled_from(KINDS), metrics)
def test_page_without_picture_gives_it_no_room(kind: Kind, on: Metrics) -> None:
    assert {step.picture_share for step in ladder(kind, on, has_picture=False)} == {0}


@pytest.mark.parametrize("kind", ["poster", "photo", "bulletin"])
def test_text_that_fits_nowhere_else_gets_the_whole_page(kind: Kind) -> None:
    *_, last = ladder(kind, HALL, has_picture=True)
    assert last.arrangement == "bare"


def test_clip_is_never_left_out() -> None:
    steps = ladder("video", HALL, has_picture=True)
    assert "bare" not in {step.arrangement for step in steps}


def test_picture_gives_way_before_letters_reach_the_floor() -> None:
    steps = ladder("bulletin", HALL, has_picture=True)
    narrower = next(
        at for at, step in enumerate(steps) if step.picture_share < steps[0].picture_share
    )
    assert all(step.body_px > HALL.body_px for step in steps[:narrower])


@given(metrics)
def test_foreign_letters_of_a_bilingual_page_are_not_below_the_floor(on: Metrics) -> None:
    assert least_body("bilingual", on) * FOREIGN >= on.body_px


def test_small_letters_are_four_fifths_of_body() -> None:
    """Reading distance / 250, where body is distance / 200."""
    assert small_px(HALL) == 36


def test_clip_on_a_strip_stands_beside_its_words() -> None:
    strip = measure(Display(width_mm=4608, viewing_distance_mm=15_000), "led-strip", 1152, 288)
    steps = ladder("video", strip, has_picture=True)
    assert {step.arrangement for step in steps} == {"beside"}

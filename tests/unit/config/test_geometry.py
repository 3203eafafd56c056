"""Lengths on real panels, worked out by hand from their data sheets."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.geometry import CAP_HEIGHT, Metrics, Shape, measure, shape_of
from player.config.screen import Display, Role

PANELS: Final[tuple[tuple[Role, Display, tuple[int, int], Metrics], ...]] = (
    (
        "hall-tv",  # 55 inch at 4 m: capitals of 20 mm, which are 31.7 px
        Display(width_mm=1210, viewing_distance_mm=4000),
        (1920, 1080),
        Metrics("landscape", 1920, 1080, 1210 / 1920, 45, 89, 0, 0, 32),
    ),
    (
        "hall-tv",  # the same one upright, an old set that hides 2.5 % of each edge
        Display(
            width_mm=680, viewing_distance_mm=4000, orientation="portrait", overscan_percent=2.5
        ),
        (1080, 1920),
        Metrics("portrait", 1080, 1920, 680 / 1080, 45, 89, 27, 48, 32),
    ),
    (
        "kiosk",  # 21.5 inch: the least share of the picture wins over 5 mm capitals
        Display(width_mm=476, viewing_distance_mm=600),
        (1920, 1080),
        Metrics("landscape", 1920, 1080, 476 / 1920, 32, 64, 0, 0, 81),
    ),
    (
        "kiosk",  # a small one in few pixels: 5 mm capitals, though 600 mm asks only for 3 mm
        Display(width_mm=304, viewing_distance_mm=600),
        (1024, 768),
        Metrics("square", 1024, 768, 304 / 1024, 24, 48, 0, 0, 68),
    ),
    (
        "led-strip",  # 4 mm pitch at 15 m: capitals of 75 mm
        Display(width_mm=4608, viewing_distance_mm=15_000),
        (1152, 288),
        Metrics("strip", 1152, 288, 4.0, 27, 53, 0, 0, 5),
    ),
    (
        "counter",
        Display(width_mm=344, viewing_distance_mm=700),
        (1920, 1080),
        Metrics("landscape", 1920, 1080, 344 / 1920, 32, 64, 0, 0, 112),
    ),
)


@pytest.mark.parametrize(("role", "display", "size", "expected"), PANELS)
def test_panel_has_the_lengths_of_its_true_size(
    role: Role, display: Display, size: tuple[int, int], expected: Metrics
) -> None:
    assert measure(display, role, *size) == expected


@given(
    width=st.integers(160, 16_384),
    height=st.integers(96, 16_384),
    width_mm=st.integers(500, 30_000),
    distance_mm=st.integers(300, 12_500),
)
def test_text_always_meets_the_distance_rule(
    width: int, height: int, width_mm: int, distance_mm: int
) -> None:
    display = Display(width_mm=width_mm, viewing_distance_mm=distance_mm)
    metrics = measure(display, "hall-tv", width, height)
    cap_mm = CAP_HEIGHT * metrics.mm_per_px
    assert metrics.body_px * cap_mm >= distance_mm / 200
    assert metrics.title_px * cap_mm >= distance_mm / 100
    assert metrics.title_px > metrics.body_px


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (1920, 1080, "landscape"),
        (1366, 768, "landscape"),
        (1024, 768, "square"),  # 4:3: no width for words beside a picture
        (1280, 1024, "square"),  # 5:4
        (1080, 1080, "square"),
        (1024, 1280, "square"),
        (768, 1366, "portrait"),
        (1080, 1920, "portrait"),
        (1152, 384, "strip"),
        (1152, 385, "landscape"),
    ],
)
def test_shape_follows_the_sides(width: int, height: int, shape: Shape) -> None:
    assert shape_of(width, height) == shape

"""Sizes of frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.video.geometry import Fill, display_size, frame_bytes, frame_size, stride_of

ROOMY = 1 << 40
SIDE = st.integers(1, 5000)


@pytest.mark.parametrize(
    ("source", "asked", "fill", "expected"),
    [
        ((1920, 1080), (1920, 1080), Fill.FIT, (1920, 1080)),
        ((1280, 720), (1920, 1080), Fill.FIT, (1920, 1080)),
        ((1920, 1088), (1920, 1080), Fill.FIT, (1920, 1080)),  # a coded height: no hairline
        ((853, 480), (1920, 1080), Fill.FIT, (1920, 1080)),
        ((1920, 1080), (1080, 1920), Fill.FIT, (1080, 606)),
        ((1920, 1080), (1080, 1920), Fill.CROP, (3412, 1920)),
        ((1024, 576), (1366, 768), Fill.FIT, (1366, 768)),
        ((10, 4000), (100, 100), Fill.FIT, (2, 100)),
    ],
)
def test_frames_keep_the_shape_of_the_video(
    source: tuple[int, int], asked: tuple[int, int], fill: Fill, expected: tuple[int, int]
) -> None:
    assert frame_size(source, asked, fill, ROOMY) == expected


@given(source=st.tuples(SIDE, SIDE), asked=st.tuples(SIDE, SIDE), fill=st.sampled_from(Fill))
def test_frames_always_fit_into_a_slot(
    source: tuple[int, int], asked: tuple[int, int], fill: Fill
) -> None:
    """Whatever the video's shape, the ring made for the screen has room for its frames."""
    capacity = max(frame_bytes(*asked), frame_bytes(2, 2))
    assert frame_bytes(*frame_size(source, asked, fill, capacity)) <= capacity


@pytest.mark.parametrize(
    ("stored", "ratio", "expected"),
    [
        ((720, 576), (64, 45), (1024, 576)),  # anamorphic wide PAL
        ((1920, 1080), (1, 1), (1920, 1080)),
        ((1920, 1080), (0, 0), (1920, 1080)),  # not said
        ((2, 100), (1, 1000), (1, 100)),
    ],
)
def test_pixels_that_are_not_square_are_stretched(
    stored: tuple[int, int], ratio: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert display_size(stored, ratio) == expected


@pytest.mark.parametrize(("width", "stride"), [(1, 64), (16, 64), (17, 128), (1920, 7680)])
def test_rows_start_on_cache_lines(width: int, stride: int) -> None:
    assert stride_of(width) == stride

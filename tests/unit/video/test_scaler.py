"""From a decoder's pictures to frames: colours, and where the bytes end."""

import ctypes

import pytest

from player.video.geometry import frame_bytes, stride_of
from player.video.scaler import PLANES, Conversion, Scaler

RED = (200, 16, 46)
RED_BT709 = (65, 123, 208)
RED_BT601 = (80, 114, 207)
RED_BT709_FULL = (57, 122, 219)
HD, SD = (1280, 720), (640, 360)


def scale(conversion: Conversion, colour: tuple[int, int, int], guard: int = 0) -> bytes:
    """Return a frame made of a picture of one colour, and ``guard`` bytes behind it."""
    scaler = Scaler(conversion)
    for plane in range(PLANES):
        size = scaler.pitches[plane] * scaler.rows[plane]
        ctypes.memset(scaler.addresses[plane], colour[plane], size)
    size = frame_bytes(*conversion.size)
    frame = ctypes.create_string_buffer(b"\xa5" * (size + guard), size + guard)
    scaler.convert(ctypes.addressof(frame))
    scaler.close()
    return frame.raw


@pytest.mark.parametrize(
    ("stored", "full_range", "colour"),
    [
        (HD, False, RED_BT709),
        (SD, False, RED_BT601),
        (HD, True, RED_BT709_FULL),
        ((720, 1280), False, RED_BT709),  # high definition on its side
    ],
)
def test_red_stays_red(
    stored: tuple[int, int], full_range: bool, colour: tuple[int, int, int]
) -> None:
    """The matrix is the one that files of this size are made with."""
    blue, green, red, alpha = scale(Conversion(stored, full_range, (960, 540)), colour)[:4]
    assert (red, green, blue) == pytest.approx(RED, abs=4)
    assert alpha == 255


@pytest.mark.parametrize("size", [(64, 36), (1920, 1080), (1366, 768), (2, 2), (98, 97)])
def test_nothing_is_written_behind_a_frame(size: tuple[int, int]) -> None:
    guard = 4096
    frame = scale(Conversion(SD, full_range=False, size=size), RED_BT601, guard)
    assert set(frame[-guard:]) == {0xA5}
    last_row = frame_bytes(*size) - stride_of(size[0])
    assert frame[last_row + size[0] * 4 - 1] == 255


@pytest.mark.parametrize("stored", [(1, 1), (3, 5), (1919, 1079)])
def test_odd_sizes_are_taken(stored: tuple[int, int]) -> None:
    assert len(scale(Conversion(stored, full_range=False, size=(64, 36)), RED_BT601)) == 64 * 36 * 4


def test_impossible_size_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot convert"):
        Scaler(Conversion((64, 64), full_range=False, size=(0, 0)))

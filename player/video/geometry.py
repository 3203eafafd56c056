"""How large a video's frames are made: display size of the source, size of the frames. Pure."""

from enum import StrEnum
from typing import Final

PIXEL_BYTES: Final = 4
STRIDE_ALIGNMENT: Final = 64
"""Rows start on a cache line, which libvlc's copy and Qt's blend both like."""
MIN_SIDE: Final = 2
SNAP: Final = 0.01
"""A side this close to the asked one takes the asked one: no hairline of background at the edge."""


class Fill(StrEnum):
    """What to do where the picture's shape is not the screen's."""

    FIT = "fit"
    CROP = "crop"


def stride_of(width: int) -> int:
    """Return the bytes from one row of a frame to the next, for ``width`` pixels."""
    return -(-width * PIXEL_BYTES // STRIDE_ALIGNMENT) * STRIDE_ALIGNMENT


def frame_bytes(width: int, height: int) -> int:
    """Return the bytes one frame of ``width`` x ``height`` pixels takes in the ring."""
    return stride_of(width) * height


def display_size(stored: tuple[int, int], sample_ratio: tuple[int, int]) -> tuple[int, int]:
    """Return the shape in which a picture wants to be seen, in square pixels.

    Args:
        stored: width and height in its own pixels.
        sample_ratio: width : height of one of them; a zero means square.
    """
    num, den = sample_ratio
    if num > 0 and den > 0:
        return max(1, round(stored[0] * num / den)), stored[1]
    return stored


def frame_size(
    source: tuple[int, int], asked: tuple[int, int], fill: Fill, capacity_bytes: int
) -> tuple[int, int]:
    """Return the size frames are scaled to, the source's shape being kept.

    Args:
        source: display size of the video.
        asked: size of the place on screen, in device pixels.
        fill: FIT stays inside ``asked``; CROP covers it, and whoever draws cuts the rest off.
        capacity_bytes: what one slot of the ring holds; a covering frame that would not fit is
            made smaller and scaled up when drawn.

    Returns:
        Even numbers of pixels, at least 2 x 2.
    """
    scales = (asked[0] / source[0], asked[1] / source[1])
    scale = min(scales) if fill is Fill.FIT else max(scales)
    width, height = (
        _snapped(side * scale, place) for side, place in zip(source, asked, strict=True)
    )
    while frame_bytes(width, height) > capacity_bytes and max(width, height) > MIN_SIDE:
        shrink = (capacity_bytes / frame_bytes(width, height)) ** 0.5
        width, height = _even(min(width - MIN_SIDE, width * shrink)), _even(height * shrink)
    return width, height


def _snapped(side: float, place: int) -> int:
    return place if abs(side - place) <= SNAP * place else _even(side)


def _even(side: float) -> int:
    # Chroma is stored for pairs of pixels; odd sizes take libvlc's slow paths.
    return max(MIN_SIDE, int(side) // 2 * 2)

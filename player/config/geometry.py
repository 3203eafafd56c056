"""From a screen's true size to pixels: how tall letters and how large margins must be.

Pure arithmetic on (configuration, pixel size); layouts take lengths only from here.
Source: DECISIONS.md D-09.
"""

import math
from dataclasses import dataclass
from typing import Final, Literal

from player.config.screen import Display, Role

Shape = Literal["landscape", "portrait", "square", "strip"]

CAP_HEIGHT: Final = 0.714
"""Cap height of the bundled faces as a share of their pixel size (Noto Sans, OS/2 table)."""

BODY_DISTANCE_RATIO: Final = 200
TITLE_DISTANCE_RATIO: Final = 100
KIOSK_BODY_CAP_MM: Final = 5.0
MIN_BODY_SHARE: Final = 1 / 34
"""Body text is never smaller than this share of the picture's shorter side: a text that
meets the distance rule may still look lost on a large close screen."""

SQUARE_RATIO: Final = 1.4
"""Old televisions (4:3, 5:4) have too little width for words beside a picture, as squares have."""
STRIP_RATIO: Final = 3.0


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths of one screen, in pixels unless named otherwise.

    Attributes:
        shape: which family of layouts fits.
        width, height: of the picture as people see it.
        mm_per_px: true size of one pixel.
        body_px, title_px: font pixel sizes that meet the distance rule.
        overscan_x, overscan_y: hidden at each edge.
        touch_px: side of a 20 mm touch target.
    """

    shape: Shape
    width: int
    height: int
    mm_per_px: float
    body_px: int
    title_px: int
    overscan_x: int
    overscan_y: int
    touch_px: int


def shape_of(width: int, height: int) -> Shape:
    """Return the layout family for a picture of ``width`` x ``height`` pixels."""
    ratio = width / height
    if ratio >= STRIP_RATIO:
        return "strip"
    if ratio >= SQUARE_RATIO:
        return "landscape"
    if ratio > 1 / SQUARE_RATIO:
        return "square"
    return "portrait"


def measure(display: Display, role: Role, width: int, height: int) -> Metrics:
    """Return the lengths for a picture of ``width`` x ``height`` pixels as people see it.

    Args:
        display: the panel; its ``width_mm`` is the true width of that picture.
        role: kiosks are read from arm's length and get the accessibility floor.
        width: pixels, after any turning.
        height: pixels, after any turning.
    """
    mm_per_px = display.width_mm / width
    body_cap_mm = display.viewing_distance_mm / BODY_DISTANCE_RATIO
    title_cap_mm = display.viewing_distance_mm / TITLE_DISTANCE_RATIO
    if role == "kiosk":
        body_cap_mm = max(body_cap_mm, KIOSK_BODY_CAP_MM)
    floor_px = min(width, height) * MIN_BODY_SHARE
    body_px = max(body_cap_mm / mm_per_px / CAP_HEIGHT, floor_px)
    title_px = max(title_cap_mm / mm_per_px / CAP_HEIGHT, body_px * 2)
    return Metrics(
        shape=shape_of(width, height),
        width=width,
        height=height,
        mm_per_px=mm_per_px,
        body_px=math.ceil(body_px),
        title_px=math.ceil(title_px),
        overscan_x=math.ceil(width * display.overscan_percent / 100),
        overscan_y=math.ceil(height * display.overscan_percent / 100),
        touch_px=math.ceil(20 / mm_per_px),
    )

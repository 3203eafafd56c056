"""Where a seated person reaches: from a screen's geometry to a part of its picture.

Pure arithmetic; source: DECISIONS.md D-09, domain research 3 (EN 301 549, kiosk practice).
"""

import math
from dataclasses import dataclass
from typing import Final

from player.config.geometry import Metrics
from player.config.screen import Display

BAND_MM: Final = (800, 1100)
"""Above the floor: most people reach it sitting and standing."""

LEAST_MM: Final = 145
"""A page needs this much height: two bars and four rows of controls, a finger high each."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture, pixels from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


def whole(metrics: Metrics) -> Area:
    """Return the part of the picture that is seen: all but what a television hides."""
    return Area(
        metrics.overscan_x,
        metrics.overscan_y,
        metrics.width - 2 * metrics.overscan_x,
        metrics.height - 2 * metrics.overscan_y,
    )


def within_reach(display: Display, metrics: Metrics) -> Area:
    """Return the part of the picture within ``BAND_MM``.

    Where the screen hangs so that less than ``LEAST_MM`` of it lies there, the part nearest to
    the band that is just as high.
    """
    safe = whole(metrics)
    above_mm = (limit - display.mounting_height_mm for limit in BAND_MM)
    bottom, top = (_row_at(metrics, mm, safe) for mm in above_mm)
    least = min(safe.height, math.ceil(LEAST_MM / metrics.mm_per_px))
    if bottom - top < least:
        hangs_above = bottom == safe.y + safe.height
        top, bottom = (bottom - least, bottom) if hangs_above else (top, top + least)
    return Area(safe.x, top, safe.width, bottom - top)


def _row_at(metrics: Metrics, above_lower_edge_mm: float, safe: Area) -> int:
    """Return the row of pixels at a height above the picture's lower edge, within ``safe``."""
    y = metrics.height - above_lower_edge_mm / metrics.mm_per_px
    return round(min(max(y, safe.y), safe.y + safe.height))

"""How much of a screen banner and ticker take.

Pure arithmetic on ``Metrics``; what is left is the page's.
"""

from dataclasses import dataclass
from typing import Final

from player.config.geometry import Metrics, Shape
from player.shell.fit_ladder import small_px

TICKER_LINES: Final = 2.0
"""Height of the ticker in letter sizes: the tallest script, Khmer, needs 1.72 of them."""

LABEL_LINES: Final = 1.9
"""Height of the label's row, likewise, in the letters of labels."""

BANNER_SHARE: Final[dict[Shape, float]] = {
    "landscape": 0.36,
    "portrait": 0.28,
    "square": 0.34,
    "strip": 1.0,
}
"""Of the height beside the ticker. A strip has no room for two things that can be read: there an
urgent notice takes the whole of it."""

SIGN_SHARE: Final = 0.55
LARGEST_SIGN: Final = 3.2
"""The sign against the banner's height, and against the letters of running text."""


@dataclass(frozen=True, slots=True)
class BannerRoom:
    """Lengths of a banner, pixels.

    Attributes:
        height: of the whole.
        margin: from its left and right edge.
        inset: from its upper and lower edge.
        sign: side of the warning sign at its left.
        gap: from the sign to the words.
        label: letters of the label's row.
        text_width, text_height: of headline and text, below that row.
    """

    height: int
    margin: int
    inset: int
    sign: int
    gap: int
    label: int
    text_width: int
    text_height: int


def ticker_height(metrics: Metrics) -> int:
    """Return the height of the strip at the foot."""
    return round(TICKER_LINES * metrics.body_px)


def is_low(metrics: Metrics) -> bool:
    """Whether there is room for one thing at a time.

    There a banner covers the page, which waits unseen beneath it, and what must run does so in
    place of the masthead: a line at the foot would leave 30 of 75 demo pages no room for a word.
    """
    return BANNER_SHARE[metrics.shape] >= 1


def head_room(metrics: Metrics) -> int:
    """Return how much of a page's head what runs may cover; a masthead has just that room."""
    return ticker_height(metrics) if is_low(metrics) else 0


def banner_room(metrics: Metrics, margin: int, ticker: int) -> BannerRoom:
    """Return the lengths of a banner beside a ticker of this height (0: there is none)."""
    safe_width = metrics.width - 2 * metrics.overscan_x
    safe_height = metrics.height - 2 * metrics.overscan_y
    height = round((safe_height - ticker) * BANNER_SHARE[metrics.shape])
    inset, gap = round(0.35 * metrics.body_px), round(0.8 * metrics.body_px)
    sign = round(min(SIGN_SHARE * height, LARGEST_SIGN * metrics.body_px))
    label = small_px(metrics)
    return BannerRoom(
        height,
        margin,
        inset,
        sign,
        gap,
        label,
        text_width=safe_width - 2 * margin - sign - gap,
        text_height=height - 2 * inset - round(LABEL_LINES * label),
    )

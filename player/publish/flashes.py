"""Finds flashing in a clip: pure counting on a small grid of colours, frame after frame.

More than three flashes within a second, over a quarter of any field a third of the picture wide
and high, can bring on a seizure. A flash is a pair of opposing changes of relative luminance by
a tenth or more, the darker side below 0.8; or of saturated red.
Source: WCAG 2.2, success criterion 2.3.1, "general flash and red flash thresholds".
"""

from collections import deque
from collections.abc import Sequence
from typing import Final

COLUMNS, ROWS = 24, 18
FIELD_COLUMNS, FIELD_ROWS = COLUMNS // 3, ROWS // 3
FIELD_CELLS: Final = FIELD_COLUMNS * FIELD_ROWS // 4
MAX_CHANGES: Final = 6
"""Opposing changes within a second; three flashes are three pairs."""

WINDOW_S: Final = 1.0
TICK_S: Final = 0.001  # rounding of frame times: three a second exactly are allowed
LUMINANCE_STEP: Final = 0.1
DARK_BELOW: Final = 0.8
RED_STEP: Final = 20.0
RED_SCALE: Final = 320
RED_SHARE: Final = 0.8
_LINEAR: Final = tuple(
    value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (sRGB)
    for value in range(256)
)


class FlashScan:
    """Takes the frames of a clip and remembers when, if ever, it first flashed too fast."""

    def __init__(self) -> None:
        cells = COLUMNS * ROWS
        self._luminance = [_Cell(LUMINANCE_STEP, DARK_BELOW) for _ in range(cells)]
        self._red = [_Cell(RED_STEP, float("inf")) for _ in range(cells)]
        self._before = b""
        self.first_s: float | None = None

    def add(self, rgb: bytes, time_s: float) -> None:
        """Take the next frame.

        Args:
            rgb: ``COLUMNS`` x ``ROWS`` colours, row by row, three bytes each.
            time_s: when it shows, from the clip's start.
        """
        if self.first_s is not None:
            return
        for place, cell in enumerate(self._luminance):
            pixel = rgb[place * 3 : place * 3 + 3]
            if pixel != self._before[place * 3 : place * 3 + 3]:
                cell.take(luminance(pixel), time_s)
                self._red[place].take(_redness(pixel), time_s)
        self._before = rgb
        if _covers_field(self._luminance, time_s) or _covers_field(self._red, time_s):
            self.first_s = time_s


def luminance(pixel: Sequence[int]) -> float:
    """Return the relative luminance, 0..1, of a pixel of three 8-bit sRGB values."""
    red, green, blue = pixel
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


class _Cell:
    """One place of the picture: its last extreme, and when it last turned round."""

    __slots__ = ("_dark_below", "_extreme", "_rising", "_step", "_turns")

    def __init__(self, step: float, dark_below: float) -> None:
        self._step = step
        self._dark_below = dark_below
        self._extreme: float | None = None
        self._rising: bool | None = None
        self._turns: deque[float] = deque(maxlen=MAX_CHANGES + 1)

    def take(self, value: float, time_s: float) -> None:
        if self._extreme is None:
            self._extreme = value
            return
        change = value - self._extreme
        goes_on = self._rising is not None and (change > 0) is self._rising
        is_seen = abs(change) >= self._step and min(value, self._extreme) < self._dark_below
        if is_seen and not goes_on:
            self._turns.append(time_s)
            self._rising = change > 0
        if goes_on or is_seen:
            self._extreme = value

    def flashes(self, time_s: float) -> bool:
        turns = self._turns
        return len(turns) > MAX_CHANGES and time_s - turns[0] < WINDOW_S - TICK_S


def _redness(pixel: Sequence[int]) -> float:
    red, green, blue = (_LINEAR[value] for value in pixel)
    if red < RED_SHARE * (red + green + blue):
        return 0
    return max(0, (red - green - blue) * RED_SCALE)


def _covers_field(cells: Sequence[_Cell], time_s: float) -> bool:
    hit = [place for place, cell in enumerate(cells) if cell.flashes(time_s)]
    if len(hit) < FIELD_CELLS:
        return False
    places = [(place % COLUMNS, place // COLUMNS) for place in hit]
    return any(
        sum(
            left <= column < left + FIELD_COLUMNS and top <= row < top + FIELD_ROWS
            for column, row in places
        )
        >= FIELD_CELLS
        for left in range(COLUMNS - FIELD_COLUMNS + 1)
        for top in range(ROWS - FIELD_ROWS + 1)
    )

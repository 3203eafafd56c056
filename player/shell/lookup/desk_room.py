"""Lengths of the pages of a touch session. Pure arithmetic on a screen and its modes."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from player.config.geometry import CAP_HEIGHT, KIOSK_BODY_CAP_MM, MIN_BODY_SHARE, Metrics
from player.config.reach import LEAST_MM, Area, whole, within_reach
from player.config.screen import Display
from player.shell.screen_metrics import trial_px
from player.stage.session.views import Mode

LARGE_CAP_SHARE: Final = math.tan(math.radians(0.7))
"""Large text: capitals of 0.7 degrees at the reading distance (EN 301 549, 5.1.4)."""

LEAST_LARGE_CAP_MM: Final = 7.3
"""0.7 degrees at 600 mm."""

WIDE: Final = 1.25
"""From this ratio of width to height on cards stand in two columns, and lines run in two."""

COLUMN_LETTERS: Final = 20.0
"""Least width of a column of lines, in letter sizes."""

FEWEST_LINES: Final = 3.0
"""With less height there is one column, in which a lane or a contact takes fewer lines, and no
drawing."""

TALLEST_LINE: Final = 1.75
WIDEST_LETTER: Final = 0.62
LEAST_LETTERS: Final = 80
"""Of running text, in letter sizes: Khmer lines, bold Latin letters."""

GAP, SNUG_GAP = 0.7, 0.45
"""In letters of running text."""

SMALL_SHARE: Final = 0.8
TITLE_SHARE: Final = 1.5

CODE_SHARE: Final = 0.17
"""Of the reading distance: a tenth for the code, a quarter more for poor cameras, and its quiet
zone of eight modules."""

LEAST_CODE_PX: Final = 240

INVITED_TOUCHES: Final = 1.3
"""Least width of a language's button below the programme: nine fit an upright 21.5-inch kiosk."""

BAR_BUTTONS: Final = 8
BAR_LETTERS: Final = 6.6
"""Width of a button in one row, in sizes of its letters: "Emergency" in one piece."""

ONE_ROW_TOUCHES: Final = 16.0
"""A bar at least this many fingers wide has all of its buttons in one row."""

LOW_LETTERS: Final = 14.0
"""The same of a screen that nobody touches, in letters of running text."""

UNTOUCHED_CODE_SHARE: Final = 0.4
"""Of the height: a hall is wider than any code; whoever wants it walks up to it."""

TRIAL_CLEARANCE: Final = 1.15
"""Margin in widths of the trial mark: no word touches it, however small the letters."""

LOW_TOUCHES: Final = 11.0
"""An area lower than this has no height for a second row of buttons, nor for a large title."""


@dataclass(frozen=True, slots=True)
class DeskRoom:
    """Lengths, pixels.

    Attributes:
        area: of the pages.
        touch: least side of whatever is touched: 20 mm; where nothing is, of the line that says
            which sheet is seen.
        line: height of a field or a button with one line of letters.
        body, small, title: sizes of letters.
        margin: from the edge of the area to its words.
        bar_rows: rows of buttons at the foot.
        is_low: whether there is height for the most necessary only.
        columns: of running lines.
        card_columns: of cards, whose words are few.
        code: side of a code for telephones, its quiet zone included.
        invitation: height of the bar of languages below the programme.
        invited: languages it has room for.
        gap: between the parts of a page.
        letters: that a column of running text has room for, at the least.
        is_numbered_above: whether the number of a sheet stands beside the title, not at the foot.
        clear: height above the pages that no banner covers.
        is_drawn: whether there is height for plans and pictures.
    """

    area: Area
    touch: int
    line: int
    body: int
    small: int
    title: int
    margin: int
    bar_rows: int
    is_low: bool
    columns: int
    card_columns: int
    code: int
    invitation: int
    invited: int
    gap: int
    letters: int
    is_numbered_above: bool = False
    clear: int = 0
    is_drawn: bool = True


def desk_room(
    display: Display,
    metrics: Metrics,
    modes: AbstractSet[Mode],
    banner: int = 0,
    *,
    is_touched: bool = True,
) -> DeskRoom:
    """Return the lengths of pages on a screen.

    Args:
        display: how it hangs.
        metrics: its pixels.
        modes: in force.
        banner: pixels at the head that an urgent notice takes; pages never lie below it.
        is_touched: whether travellers touch the screen.
    """
    is_within_reach = Mode.LOW_REACH in modes
    area = within_reach(display, metrics) if is_within_reach else whole(metrics)
    covered = metrics.overscan_y + banner
    top = max(area.y, covered)
    # Where the banner leaves no page within reach, the pages go on below: seen before reached.
    least = top + math.ceil(LEAST_MM / metrics.mm_per_px)
    seen = whole(metrics)
    bottom = max(area.y + area.height, min(least, seen.y + seen.height))
    area = replace(area, y=top, height=bottom - top)
    body, touch = metrics.body_px, metrics.touch_px
    is_low = area.height < (LOW_TOUCHES * touch if is_touched else LOW_LETTERS * body)
    if is_touched and (is_within_reach or is_low):  # less of the screen, seen from nearer
        share_px = min(area.width, area.height) * MIN_BODY_SHARE
        body = max(_letters(metrics, KIOSK_BODY_CAP_MM), 0 if is_low else math.ceil(share_px))
    if Mode.LARGE_TEXT in modes:
        cap_mm = max(LEAST_LARGE_CAP_MM, display.viewing_distance_mm * LARGE_CAP_SHARE)
        body = max(body, _letters(metrics, cap_mm))
    line = max(touch, math.ceil(TALLEST_LINE * body))
    letters_px = BAR_BUTTONS * BAR_LETTERS * body * SMALL_SHARE
    is_wide = area.width >= max(ONE_ROW_TOUCHES * metrics.touch_px, letters_px)
    card_columns = 2 if area.width > WIDE * area.height else 1
    code, taken = _code_px(display, metrics), 2.6 * touch + 6 * body
    if not is_touched:
        touch = line = math.ceil(TALLEST_LINE * body * SMALL_SHARE)
        code = min(code, math.floor(area.height * UNTOUCHED_CODE_SHARE))
        taken = 5 * body + (0 if is_low else touch)
    lines = (area.height - taken) / (TALLEST_LINE * body)
    is_split = area.width / 2 >= COLUMN_LETTERS * body and lines >= FEWEST_LINES
    columns = card_columns if is_split else 1
    return DeskRoom(
        area,
        touch=touch,
        line=line,
        body=body,
        small=math.ceil(body * SMALL_SHARE),
        title=math.ceil(body * (1.2 if is_low else TITLE_SHARE)),
        margin=round(max(body, touch / 3, TRIAL_CLEARANCE * trial_px(metrics))),
        bar_rows=1 if is_wide or is_low else 2,
        is_low=is_low,
        columns=columns,
        card_columns=card_columns,
        code=code,
        invitation=math.ceil(max(1.3 * metrics.touch_px, 3.9 * metrics.body_px)),
        gap=round(body * (SNUG_GAP if is_low else GAP)),
        letters=_column_letters(area.width / columns, lines, body),
        is_numbered_above=is_low and not is_touched,
        clear=top - covered,
        is_drawn=lines >= FEWEST_LINES,
        invited=max(1, int(metrics.width / (metrics.touch_px * INVITED_TOUCHES))),
    )


def _column_letters(width: float, lines: float, body: int) -> int:
    """Return how many letters of running text a column of that width and height holds."""
    across = width / (WIDEST_LETTER * body) - 4
    return max(LEAST_LETTERS, int(max(1.0, lines) * across))


def _code_px(display: Display, metrics: Metrics) -> int:
    side_mm = display.viewing_distance_mm * CODE_SHARE
    return max(LEAST_CODE_PX, math.ceil(side_mm / metrics.mm_per_px))


def _letters(metrics: Metrics, cap_mm: float) -> int:
    """Return the size of letters whose capitals are ``cap_mm`` high."""
    return math.ceil(cap_mm / metrics.mm_per_px / CAP_HEIGHT)

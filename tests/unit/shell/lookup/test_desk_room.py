"""Lengths of the pages on real panels, worked out again in millimetres."""

import math
from itertools import combinations
from typing import Final

import pytest

from player.config.geometry import CAP_HEIGHT, Metrics, measure
from player.config.reach import BAND_MM, LEAST_MM
from player.config.screen import Display
from player.shell.lookup.desk_room import LEAST_CODE_PX, DeskRoom, desk_room
from player.stage.session.views import Mode

Panel = tuple[Display, int, int]

PANELS: Final[dict[str, Panel]] = {
    "15.6 inch": (Display(width_mm=344, viewing_distance_mm=700), 1920, 1080),
    "21.5 inch": (
        Display(width_mm=476, viewing_distance_mm=600, mounting_height_mm=950),
        1920,
        1080,
    ),
    "21.5 inch upright": (Display(width_mm=268, viewing_distance_mm=600), 1080, 1920),
    "32 inch": (Display(width_mm=698, viewing_distance_mm=800), 1920, 1080),
    "43 inch": (Display(width_mm=941, viewing_distance_mm=1000), 3840, 2160),
    "55 inch": (
        Display(width_mm=1210, viewing_distance_mm=600, mounting_height_mm=700),
        1920,
        1080,
    ),
    "55 inch upright": (
        Display(width_mm=680, viewing_distance_mm=600, mounting_height_mm=600),
        *(1080, 1920),
    ),
    "19 inch square": (
        Display(width_mm=376, viewing_distance_mm=600, mounting_height_mm=950),
        *(1280, 1024),
    ),
}
ALL_MODES: Final = [
    frozenset(each) for count in range(len(Mode) + 1) for each in combinations(Mode, count)
]


def named(modes: frozenset[Mode]) -> str:
    return "+".join(sorted(mode.value for mode in modes)) or "plain"


def room_of(panel: str, *modes: Mode, banner: int = 0) -> tuple[Display, Metrics, DeskRoom]:
    display, width, height = PANELS[panel]
    metrics = measure(display, "kiosk", width, height)
    return display, metrics, desk_room(display, metrics, frozenset(modes), banner)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("modes", ALL_MODES, ids=named)
def test_whatever_is_touched_is_twenty_millimetres(panel: str, modes: frozenset[Mode]) -> None:
    _, metrics, room = room_of(panel, *modes)
    assert 20 <= room.touch * metrics.mm_per_px < 20 + metrics.mm_per_px


@pytest.mark.parametrize(
    ("panel", "pixels"),
    [("15.6 inch", 112), ("21.5 inch", 81), ("32 inch", 56), ("55 inch", 32)],
)
def test_finger_is_as_many_pixels_as_the_panel_has(panel: str, pixels: int) -> None:
    """The domain's table, which knows 15.6, 21.5, 32 and 55 inches, rounded down."""
    assert abs(room_of(panel)[2].touch - pixels) <= 2


@pytest.mark.parametrize("panel", PANELS)
def test_capitals_are_five_millimetres_at_least(panel: str) -> None:
    _, metrics, room = room_of(panel)
    assert room.body * CAP_HEIGHT * metrics.mm_per_px >= 5


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize(
    "modes", [each for each in ALL_MODES if Mode.LARGE_TEXT in each], ids=named
)
def test_large_text_is_seven_tenths_of_a_degree_where_it_is_read(
    panel: str, modes: frozenset[Mode]
) -> None:
    display, metrics, room = room_of(panel, *modes)
    cap_mm = room.body * CAP_HEIGHT * metrics.mm_per_px
    assert cap_mm >= 7.3
    assert math.degrees(math.atan(cap_mm / display.viewing_distance_mm)) >= 0.7 - 1e-9


@pytest.mark.parametrize("panel", PANELS)
def test_large_text_is_never_smaller_than_plain_text(panel: str) -> None:
    assert room_of(panel, Mode.LARGE_TEXT)[2].body >= room_of(panel)[2].body


@pytest.mark.parametrize("panel", ["21.5 inch", "55 inch", "55 inch upright"])
def test_low_reach_keeps_the_pages_within_the_band(panel: str) -> None:
    """S12."""
    display, metrics, room = room_of(panel, Mode.LOW_REACH)
    heights_mm = [
        display.mounting_height_mm + (metrics.height - y) * metrics.mm_per_px
        for y in (room.area.y + room.area.height, room.area.y)
    ]
    assert heights_mm[0] >= BAND_MM[0] - metrics.mm_per_px
    assert heights_mm[1] <= BAND_MM[1] + metrics.mm_per_px


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("modes", [[], [Mode.LOW_REACH]], ids=["whole", "low"])
def test_pages_never_lie_below_a_banner(panel: str, modes: list[Mode]) -> None:
    plain, banner = room_of(panel, *modes)[2].area, 300
    area = room_of(panel, *modes, banner=banner)[2].area
    assert (area.y, area.x) == (max(plain.y, banner), plain.x)
    assert area.y + area.height >= plain.y + plain.height


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("banner", [0, 300])
def test_height_above_the_pages_is_what_no_banner_covers(panel: str, banner: int) -> None:
    room = room_of(panel, Mode.LOW_REACH, banner=banner)[2]
    assert room.clear == room.area.y - banner >= 0


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("modes", ALL_MODES, ids=named)
def test_field_and_button_are_as_high_as_a_line_of_letters(
    panel: str, modes: frozenset[Mode]
) -> None:
    room = room_of(panel, *modes)[2]
    assert room.line >= max(room.touch, 1.75 * room.body)


@pytest.mark.parametrize(
    ("modes", "banner", "columns", "is_drawn"),
    [
        ((), 0, (1, 1), True),
        ((), 286, (2, 2), True),
        ((Mode.LARGE_TEXT,), 286, (1, 2), True),
        ((Mode.LARGE_TEXT, Mode.LOW_REACH), 286, (1, 2), False),
    ],
)
def test_letters_too_large_for_two_columns_run_in_one(
    modes: tuple[Mode, ...], banner: int, columns: tuple[int, int], is_drawn: bool
) -> None:
    room = room_of("19 inch square", *modes, banner=banner)[2]
    assert (room.columns, room.card_columns) == columns
    assert room.is_drawn is is_drawn


def test_pages_keep_their_height_where_a_banner_covers_what_is_within_reach() -> None:
    display = Display(width_mm=476, viewing_distance_mm=600, mounting_height_mm=500)
    metrics = measure(display, "kiosk", 1920, 1080)
    area = desk_room(display, metrics, {Mode.LOW_REACH}, 450).area
    assert area.y == 450
    assert LEAST_MM <= area.height * metrics.mm_per_px < LEAST_MM + metrics.mm_per_px


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("modes", ALL_MODES, ids=named)
def test_bar_and_four_rows_of_fingers_fit_every_panel(panel: str, modes: frozenset[Mode]) -> None:
    _, metrics, room = room_of(panel, *modes)
    assert room.area.height >= (room.bar_rows + 4) * room.touch
    assert 0 <= room.area.y <= room.area.y + room.area.height <= metrics.height


@pytest.mark.parametrize("panel", PANELS)
def test_code_is_as_wide_as_a_telephone_needs(panel: str) -> None:
    """A tenth of the distance and 240 pixels at least, quiet zone beside."""
    display, metrics, room = room_of(panel)
    assert room.code >= LEAST_CODE_PX
    assert room.code * metrics.mm_per_px >= display.viewing_distance_mm * 0.1 * (33 + 8) / 33


@pytest.mark.parametrize(
    ("panel", "columns", "rows"),
    [("21.5 inch", 2, 1), ("21.5 inch upright", 1, 2), ("15.6 inch", 2, 1), ("55 inch", 2, 1)],
)
def test_wide_pages_have_two_columns_and_one_row_of_buttons(
    panel: str, columns: int, rows: int
) -> None:
    room = room_of(panel)[2]
    assert (room.columns, room.bar_rows) == (columns, rows)


@pytest.mark.parametrize("panel", PANELS)
def test_five_languages_are_invited_on_every_panel(panel: str) -> None:
    assert room_of(panel)[2].invited >= 5

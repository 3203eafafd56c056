"""How much of a screen banner and ticker take."""

import pytest

from player.config.geometry import Metrics, measure
from player.config.screen import Display
from player.shell.overlay_room import banner_room, head_room, is_low, ticker_height
from player.shell.screen_metrics import margin_px
from player.shell.typefaces import LINES


def metrics(width: int, height: int, **display: float) -> Metrics:
    panel = {"width_mm": 1210, "viewing_distance_mm": 4000, **display}
    return measure(Display.model_validate(panel), "hall-tv", width, height)


HALL = metrics(1920, 1080)
UPRIGHT = metrics(1080, 1920, width_mm=680)
STRIP = metrics(1152, 288, width_mm=4608, viewing_distance_mm=15_000)
OLD = metrics(1024, 768, width_mm=700, viewing_distance_mm=2500, overscan_percent=2.5)
SQUARE = metrics(1080, 1080, width_mm=900)


@pytest.mark.parametrize("screen", [HALL, UPRIGHT, STRIP, OLD, SQUARE])
def test_ticker_has_room_for_the_tallest_script(screen: Metrics) -> None:
    tallest = max(lines.body for lines in LINES.values())
    assert ticker_height(screen) > screen.body_px * tallest


@pytest.mark.parametrize("screen", [HALL, UPRIGHT, STRIP, OLD, SQUARE])
def test_banner_holds_a_headline_and_two_lines_in_every_script(screen: Metrics) -> None:
    room = banner_room(screen, margin_px(screen), ticker_height(screen))
    for lines in LINES.values():
        headline = round(screen.body_px * lines.title)
        assert headline + 2 * round(screen.body_px * lines.body) <= room.text_height


@pytest.mark.parametrize("screen", [HALL, UPRIGHT, OLD, SQUARE])
def test_page_keeps_the_larger_part(screen: Metrics) -> None:
    ticker = ticker_height(screen)
    safe = screen.height - 2 * screen.overscan_y
    assert safe - ticker - banner_room(screen, 40, ticker).height > safe * 0.55
    assert not is_low(screen)


def test_only_a_strip_lets_lines_run_over_the_head_of_a_page() -> None:
    assert head_room(STRIP) == ticker_height(STRIP)
    assert {head_room(screen) for screen in (HALL, UPRIGHT, OLD, SQUARE)} == {0}


def test_on_a_strip_the_banner_takes_all_beside_the_ticker() -> None:
    ticker = ticker_height(STRIP)
    assert is_low(STRIP)
    assert banner_room(STRIP, 27, ticker).height == STRIP.height - ticker

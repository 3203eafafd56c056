"""Banner and ticker as QML sees them."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.modeltest import ModelTester

from player.pack.instants import to_ms
from player.shell.banner_pages import BannerPage
from player.shell.banner_view import BannerFace, BannerViewModel
from player.shell.clock_words import ClockWords
from player.shell.ticker_view import RunningModel, RunningRole, TickerViewModel
from player.stage.announce import RunningWords
from player.stage.clocks import ClockTimes

NOON = datetime(2026, 11, 26, 5, tzinfo=UTC)
ROWS = (RunningWords("vi", ("nhãn",), "một", 2.0), RunningWords("lo", (), "ໜຶ່ງ", 1.5))


def face(headline: str) -> BannerFace:
    return BannerFace("vi", "khẩn", ("mẫu",), BannerPage(headline, 60, "", "cửa khẩu"), "1/2")


def both(clocks: ClockWords) -> tuple[str, str]:
    return str(clocks.own), str(clocks.neighbour)


def test_running_model_is_a_model_of_one_row_for_each_text(qtmodeltester: ModelTester) -> None:
    model = RunningModel()
    assert model.replace_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has none here
    first, none = model.index(0, 0), model.index(5, 0)
    values = [model.data(first, role) for role in RunningRole]
    assert values == ["vi", ["nhãn"], "một", 2.0]
    assert (model.data(first, 0), model.data(none, RunningRole.TEXT)) == (None, None)
    assert not model.replace_rows(ROWS)


def test_ticker_is_told_of_once_and_goes_when_nothing_runs() -> None:
    ticker, told = TickerViewModel(0), list[bool]()
    ticker.settled.connect(lambda: told.append(ticker.running_height > 0))
    ticker.set_height(90)
    ticker.fill(ROWS, 0)
    ticker.fill(ROWS, 0)
    ticker.fill((), 0)
    ticker.set_height(90)
    assert told == [False, True, False]


@pytest.mark.parametrize(
    ("elapsed_s", "offset"), [(0, 600), (4, 0), (5, 100), (10, 600), (14, 0), (3600 + 4, 0)]
)
def test_tape_runs_by_the_clock_from_the_far_end(elapsed_s: float, offset: float) -> None:
    ticker = TickerViewModel(0)
    ticker.follow(lambda: NOON + timedelta(seconds=elapsed_s))
    ticker.fill(ROWS, to_ms(NOON))
    assert ticker.offset(1000, 100, 400) == pytest.approx(offset)
    assert ticker.offset(0, 100, 400) == 0


def test_cards_of_the_banner_take_turns() -> None:
    banner, turns = BannerViewModel(0), list[bool]()
    banner.turned.connect(lambda: turns.append(bool(banner.isFirstInFront)))
    for headline in ("a", "a", "b", "b", "a"):
        banner.show(face(headline))
    assert turns == [True, False, True]


def test_banner_comes_up_again_with_nothing_of_its_old_words_in_between() -> None:
    banner, up = BannerViewModel(0), list[bool]()
    banner.shownChanged.connect(lambda: up.append(banner.is_up))
    banner.show(face("a"))
    banner.take_down()
    banner.show(face("c"))
    assert up == [True, False, True]
    assert banner._cards[banner._front].face == face("c")


def test_clock_is_named_in_the_pages_language_and_empty_without_a_time() -> None:
    clocks = ClockWords()
    clocks.place("Hà Nội", "Bắc Kinh")
    assert both(clocks) == ("", "")
    clocks.tell(ClockTimes("14:05", "15:05"))
    assert both(clocks) == ("Hà Nội 14:05", "Bắc Kinh 15:05")
    clocks.tell(ClockTimes("14:06"))
    assert both(clocks) == ("Hà Nội 14:06", "")
    clocks.place("", "")
    assert both(clocks) == ("14:06", "")

"""What is on air at an instant, and when that next changes."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.notices.air import Airing, Running, Sky, newest_banner
from player.notices.air import banners as banners_of
from player.notices.air import running as running_of
from player.notices.board import Board, Posted, board_of
from player.pack.instants import DAWN, DUSK, from_ms, to_ms
from player.pack.notice import Notice
from player.pack.occasion import Occasion, quiet_hours
from player.pack.ticker import TickerLine
from tests.fakes.content import GATE_ZONE, Document, mourning
from tests.fakes.notices import make_line, make_notice
from tests.fakes.programme import local

ZONE = ZoneInfo(GATE_ZONE)
TRUSTED, UNTRUSTED = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED
PAUSES = [
    {"from": "2026-04-15", "until": "2026-04-15", "dayparts": ["07:00-10:00", "15:30-17:30"]},
    {"from": "2026-04-16", "until": "2026-04-16", "dayparts": ["07:00-09:00", "11:30-14:00"]},
]


def board(notices: Sequence[Notice]) -> Board:
    """Return the board of a screen that was given these."""
    return board_of(map(Posted, notices), ZONE)


def banners(
    notices: Sequence[Notice], now: datetime, trust: ClockTrust = TRUSTED
) -> Airing[Notice]:
    """Return the banners of a screen that was given these."""
    return banners_of(board(notices), Sky(ZONE, now, trust))


def running(
    notices: Sequence[Notice],
    lines: Sequence[TickerLine],
    now: datetime,
    trust: ClockTrust = TRUSTED,
) -> Airing[Running]:
    """Return what runs on a screen that was given these."""
    return running_of(board(notices), lines, Sky(ZONE, now, trust))


def at(ms: int) -> str | None:
    """Return an edge on the gate's clock; None where there is none."""
    return None if ms in {DAWN, DUSK} else f"{from_ms(ms).astimezone(ZONE):%d %H:%M}"


def seen(windows: list[Document], when: str) -> tuple[bool, str | None, str | None]:
    """Return whether a notice is on air, since when and until when that holds."""
    airing = banners([make_notice("n", windows=windows)], local(when))
    return bool(airing.shown), at(airing.since_ms), at(airing.until_ms)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-04-01T12:00", (False, None, "15 07:00")),
        ("2026-04-15T06:59", (False, None, "15 07:00")),
        ("2026-04-15T07:00", (True, "15 07:00", "15 10:00")),
        ("2026-04-15T09:59", (True, "15 07:00", "15 10:00")),
        ("2026-04-15T10:00", (False, "15 10:00", "15 15:30")),
        ("2026-04-15T18:00", (False, "15 17:30", "16 07:00")),
        ("2026-04-16T11:30", (True, "16 11:30", "16 14:00")),
        ("2026-04-16T14:00", (False, "16 14:00", None)),
        ("2026-06-01T00:00", (False, "16 14:00", None)),
    ],
)
def test_several_windows_a_day_open_and_close_half_open(
    when: str, expected: tuple[bool, str | None, str | None]
) -> None:
    assert seen(PAUSES, when) == expected


def test_window_with_an_offset_is_on_that_clock() -> None:
    beijing = [{"from": "2026-04-15T08:00+08:00", "until": "2026-04-15T09:00+08:00"}]
    assert seen(beijing, "2026-04-15T07:30") == (True, "15 07:00", "15 08:00")


def test_windows_that_touch_are_one() -> None:
    halves = [
        {"from": "2026-04-15T07:00", "until": "2026-04-15T08:00"},
        {"from": "2026-04-15T08:00", "until": "2026-04-15T09:00"},
    ]
    assert seen(halves, "2026-04-15T08:00") == (True, "15 07:00", "15 09:00")


def test_daypart_may_cross_midnight_and_is_cut_by_the_window() -> None:
    night = [{"from": "2026-04-15T23:00", "until": "2026-04-16", "dayparts": ["22:00-05:00"]}]
    assert seen(night, "2026-04-15T22:30") == (False, None, "15 23:00")
    assert seen(night, "2026-04-16T04:00") == (True, "15 23:00", "16 05:00")


@pytest.mark.parametrize(
    "window",
    [
        {"until": "1969-12-31", "dayparts": ["07:00-10:00"]},
        {"from": "2999-12-31", "until": "2999-12-31", "dayparts": ["07:00-10:00"]},
    ],
)
def test_years_no_calendar_reaches_are_never_on_air(window: Document) -> None:
    assert seen([window], "2026-04-15T08:00") == (False, None, None)


def test_window_without_a_start_and_of_a_far_end_is_on_air() -> None:
    forever = [{"until": "9999-01-01", "dayparts": ["07:00-10:00"]}]
    assert seen(forever, "2026-04-15T08:00") == (True, "15 07:00", "15 10:00")


@given(st.integers(0, 72 * 60), st.integers(0, 72 * 60))
def test_nothing_changes_between_two_changes(first: int, later: int) -> None:
    begin = to_ms(local("2026-04-14T00:00"))
    notices = [make_notice("a", windows=PAUSES), make_notice("b", windows=PAUSES[1:])]
    now = begin + first * 60_000
    airing = banners(notices, from_ms(now))
    assert airing.since_ms <= now < airing.until_ms
    then = begin + later * 60_000
    if airing.since_ms <= then < airing.until_ms:
        assert banners(notices, from_ms(then)) == airing


def test_graver_comes_first_then_newer_then_by_id() -> None:
    notices = [
        make_notice("b"),
        make_notice("a"),
        make_notice("newer", sent="2026-11-23T17:30"),
        make_notice("graver", severity="severe", sent="2026-11-22"),
        make_notice("quiet", level="important", severity="extreme"),
    ]
    airing = banners(notices, local("2026-11-23T19:00"))
    assert [notice.id for notice in airing.shown] == ["graver", "newer", "a", "b"]


def test_important_notices_run_before_the_lines_of_the_pack() -> None:
    notices = [make_notice("urgent"), make_notice("important", level="important")]
    dated = make_line("dated", lasting=False, valid={"until": "2026-11-22"})
    lines = [make_line("one"), dated, make_line("two")]
    airing = running(notices, lines, local("2026-11-23T19:00"))
    assert [each.id for each in airing.shown] == ["important", "one", "two"]
    assert (at(airing.since_ms), at(airing.until_ms)) == ("23 18:00", "23 20:00")


@pytest.mark.parametrize("when", ["1970-01-01T00:00", "2026-11-23T19:00", "2099-01-01T00:00"])
def test_with_a_clock_nobody_believes_only_undated_lines_are_left(when: str) -> None:
    notices = [make_notice("urgent"), make_notice("important", level="important")]
    lines = [
        make_line("undated"),
        make_line("no-end-given", lasting=False),
        make_line("dated", valid={"until": "2099-12-31"}),
    ]
    now = local(when)
    assert banners(notices, now, UNTRUSTED).shown == ()
    airing = running(notices, lines, now, UNTRUSTED)
    assert [each.id for each in airing.shown] == ["undated"]
    assert (airing.since_ms, airing.until_ms) == (DAWN, DUSK)


def test_festive_line_gives_way_for_exactly_the_hours_of_mourning() -> None:
    lines = [make_line("greeting", tone="festive"), make_line("plain")]
    begin, end = "2026-11-23T10:00:07", "2026-11-23T14:30:01"
    occasions = [Occasion.model_validate(mourning(begin, end))]

    def shown(when: str, trust: ClockTrust = TRUSTED) -> tuple[list[str], int]:
        quiet = quiet_hours(occasions, ZONE, trust)
        airing = running_of(board([]), lines, Sky(ZONE, local(when), trust, quiet=quiet))
        return [each.id for each in airing.shown], airing.until_ms

    assert shown("2026-11-23T10:00:06") == (["greeting", "plain"], to_ms(local(begin)))
    assert shown(begin) == (["plain"], to_ms(local(end)))
    assert shown(end) == (["greeting", "plain"], DUSK)
    assert shown(end, UNTRUSTED) == (["plain"], DUSK)


@pytest.mark.parametrize(
    ("when", "since"),
    [
        ("2026-11-23T17:59", None),
        ("2026-11-23T18:30", "2026-11-23T18:00"),
        ("2026-11-23T19:30", "2026-11-23T19:00"),
        # The newer one is over: the older one has not come again.
        ("2026-11-23T19:45", "2026-11-23T18:00"),
    ],
)
def test_the_newest_banner_is_the_one_that_came_on_air_last(when: str, since: str | None) -> None:
    late = [{"from": "2026-11-23T19:00", "until": "2026-11-23T19:45"}]
    notices = [make_notice("old"), make_notice("new", windows=late)]
    quiet = make_notice("important", level="important", windows=late)
    found = newest_banner(board([*notices, quiet]), Sky(ZONE, local(when), TRUSTED))
    assert found == (local(since) if since else None)

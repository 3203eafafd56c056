"""When a notice is over, when it holds, and when it holds next."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.notices.life import DEFAULT_LIFE, expiry_ms, next_opening, open_times
from player.pack.instants import DAWN, DUSK, to_ms
from player.pack.notice import Notice
from tests.fakes.gate_orders import ZONE
from tests.fakes.notices import make_notice
from tests.fakes.programme import local

DAYPARTS = [
    {"start_minute": 7 * 60, "end_minute": 10 * 60},
    {"start_minute": 15 * 60 + 30, "end_minute": 17 * 60 + 30},
]


def ms(text: str) -> int:
    """Return an instant by the gate's clock."""
    return to_ms(local(text))


def daily(**fields: object) -> Notice:
    """Return a notice that holds twice a day, for three days."""
    window = {"from": "2026-11-23", "until": "2026-11-25", "dayparts": DAYPARTS}
    return make_notice("lane", windows=[window], **fields)


def test_notice_without_an_end_lives_for_half_a_day() -> None:
    notice = make_notice("n", windows=[])
    assert expiry_ms(notice, ZONE) == ms("2026-11-23T17:00") + DEFAULT_LIFE // timedelta(
        milliseconds=1
    )


def test_notice_is_over_with_the_last_of_its_windows_or_before() -> None:
    assert expiry_ms(make_notice("n"), ZONE) == ms("2026-11-23T20:00")
    assert expiry_ms(make_notice("n", expires="2026-11-23T19:00"), ZONE) == ms("2026-11-23T19:00")
    assert open_times(make_notice("n", expires="2026-11-23T19:00"), ZONE, 0) == [
        (ms("2026-11-23T18:00"), ms("2026-11-23T19:00"))
    ]


def test_between_its_windows_a_notice_says_when_it_holds_next() -> None:
    def following(at: str) -> tuple[int, int] | None:
        return next_opening(daily(sent="2026-11-23T06:00"), ZONE, ms(at))

    afternoon = (ms("2026-11-23T15:30"), ms("2026-11-23T17:30"))
    assert following("2026-11-23T05:59") is None  # nobody knows of it yet
    assert following("2026-11-23T06:30") == (ms("2026-11-23T07:00"), ms("2026-11-23T10:00"))
    assert following("2026-11-23T07:00") is None
    assert following("2026-11-23T10:00") == afternoon
    assert following("2026-11-23T20:00") == (ms("2026-11-24T07:00"), ms("2026-11-24T10:00"))
    assert following("2026-11-25T17:30") is None


def test_window_yet_to_come_shows_its_first_days() -> None:
    first, *_ = open_times(daily(), ZONE, ms("2026-01-01T00:00"))
    assert first == (ms("2026-11-23T07:00"), ms("2026-11-23T10:00"))


@pytest.mark.parametrize("at", [DAWN, 0, DUSK - 1])
def test_any_instant_is_borne(at: int) -> None:
    assert all(start < end for start, end in open_times(daily(), ZONE, at))


@given(st.datetimes(datetime(2026, 11, 22), datetime(2026, 11, 27)))  # noqa: DTZ001  (local)
def test_times_are_in_order_apart_and_within_the_life(at: datetime) -> None:
    notice = daily()
    times = open_times(notice, ZONE, to_ms(at.replace(tzinfo=ZONE)))
    edges = [edge for time in times for edge in time]
    assert edges == sorted(set(edges))
    assert all(end <= expiry_ms(notice, ZONE) for _, end in times)

"""A gate as a whole is open while any lane is, and some minutes around that."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.window import WEEKDAYS
from player.schedule.gate_hours import GateHours, Stretch
from player.schedule.hours import OpeningHours, Status
from tests.fakes.content import GATE_ZONE, Document
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

ZONE: Final = ZoneInfo(GATE_ZONE)
HALF: Final = timedelta(minutes=30)
LANES: Final = ("road", "rail")
TWO_LANES: Final[tuple[Document, ...]] = (
    {"lanes": ["road"], "windows": ["07:00-17:00"]},
    {"lanes": ["rail"], "windows": ["16:00-19:00"], "activities": ["freight"]},
)


def seen(
    at: str, *openings: Document, exceptions: tuple[Document, ...] = (), margin: timedelta = HALF
) -> str:
    """Say how a gate stands, and until when by its clock."""
    hours = make_hours(openings, exceptions, LANES)
    found = GateHours(hours, ZONE, margin, margin).stretch(local(at))
    until = found.until.astimezone(ZONE).strftime(" %d %H:%M") if found.until else ""
    return f"{'open' if found.is_open else 'closed'}{until}"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:29:59", "closed 23 06:30"),
        ("2026-11-23T06:30", "open 23 19:30"),
        ("2026-11-23T17:00", "open 23 19:30"),
        ("2026-11-23T19:29:59", "open 23 19:30"),
        ("2026-11-23T19:30", "closed 24 06:30"),
        ("2026-11-23T00:00", "closed 23 06:30"),
    ],
)
def test_any_lane_and_the_margins_count(at: str, expected: str) -> None:
    assert seen(at, *TWO_LANES) == expected


def test_margins_that_meet_leave_no_gap() -> None:
    assert seen("2026-11-23T12:00", {"windows": ["07:00-11:30", "12:30-17:00"]}) == "open 23 17:30"
    apart = {"windows": ["07:00-11:30", "12:31-17:00"]}
    assert seen("2026-11-23T12:00", apart) == "closed 23 12:01"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T23:59", "open 24 05:30"),
        ("2026-11-24T00:00", "open 24 05:30"),
        ("2026-11-24T05:30", "closed 24 21:30"),
    ],
)
def test_hours_cross_midnight(at: str, expected: str) -> None:
    assert seen(at, {"windows": ["22:00-05:00"]}) == expected


def test_margin_crosses_midnight() -> None:
    assert seen("2026-11-24T00:10", {"windows": ["07:00-24:00"]}) == "open 24 00:30"
    assert seen("2026-11-23T23:40", {"windows": ["00:05-17:00"]}) == "open 24 17:30"


def test_exception_closes_and_another_opens() -> None:
    closed = {"from": "2026-11-24", "until": "2026-11-26", "closed": True}
    opened = {"from": "2026-11-26", "until": "2026-11-26", "open": ["09:00-10:00"]}
    exceptions = (closed, opened)
    regular = {"windows": ["07:00-17:00"]}
    assert seen("2026-11-23T18:00", regular, exceptions=exceptions) == "closed 26 08:30"
    assert seen("2026-11-26T09:59", regular, exceptions=exceptions) == "open 26 10:30"
    assert seen("2026-11-26T11:00", regular, exceptions=exceptions) == "closed 27 06:30"


def test_gate_open_day_and_night_never_closes() -> None:
    assert seen("2026-11-23T00:00", {"windows": ["00:00-24:00"]}) == "open"
    assert seen("2026-11-23T00:00", {"windows": ["00:00-24:00"]}, margin=timedelta()) == "open"


def test_gate_shut_for_good_never_opens() -> None:
    shut = ({"from": "2026-11-01", "closed": True},)
    assert seen("2026-11-23T12:00", {"windows": ["07:00-17:00"]}, exceptions=shut) == "closed"


def test_gate_whose_hours_nobody_has_said_counts_as_open() -> None:
    assert GateHours(None, ZONE).stretch(local("2026-11-23T03:00")) == Stretch(
        is_open=True, until=None
    )


@pytest.mark.parametrize(
    ("at", "opens", "closes"),
    [
        ("2026-11-23T03:00", "23 06:30", "23 19:30"),
        ("2026-11-23T12:00", "24 06:30", "23 19:30"),
        ("2026-11-23T20:00", "24 06:30", "24 19:30"),
    ],
)
def test_next_opening_and_closing(at: str, opens: str, closes: str) -> None:
    hours = GateHours(make_hours(TWO_LANES, lanes=LANES), ZONE, HALF, HALF)
    found = [hours.next_change(local(at), opens=wanted) for wanted in (True, False)]
    assert [each and f"{each.astimezone(ZONE):%d %H:%M}" for each in found] == [opens, closes]


_windows = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 1440))
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: {"start_minute": pair[0], "end_minute": pair[1]}),
    min_size=1,
    max_size=2,
)
_openings = st.fixed_dictionaries(
    {
        "windows": _windows,
        "weekdays": st.lists(st.sampled_from(WEEKDAYS), max_size=3),
        "lanes": st.lists(st.sampled_from(LANES), max_size=1),
    }
)
_moments = st.integers(0, 7 * 24 * 60).map(
    lambda minutes: datetime.combine(date(2026, 11, 23), time(), ZONE) + timedelta(minutes=minutes)
)


@given(rules=st.lists(_openings, min_size=1, max_size=3), now=_moments)
def test_whole_gate_is_open_when_a_lane_is_and_until_the_change_it_names(
    rules: list[Document], now: datetime
) -> None:
    hours = make_hours(rules, lanes=LANES)
    lanes, found = OpeningHours(hours, ZONE), GateHours(hours, ZONE).stretch(now)

    def is_open(instant: datetime) -> bool:
        return any(
            lanes.standing(lane.id, each.id, instant, ClockTrust.TRUSTED).status is Status.OPEN
            for lane, each in hours.pairs()
        )

    assert found.is_open is is_open(now)
    if found.until is not None:
        assert found.until > now
        assert is_open(found.until) is not found.is_open
        assert is_open(found.until - timedelta(milliseconds=1)) is found.is_open

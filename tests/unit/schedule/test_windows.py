"""Windows as people say them, on the clocks of zones that skip and repeat hours."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.pack.instants import (
    DAWN,
    DUSK,
    Interval,
    day_bounds,
    end_ms,
    from_ms,
    gaps,
    join,
    local_to_ms,
    overlaps,
    start_ms,
    to_ms,
    validity,
)
from player.pack.window import Validity, When
from player.schedule.windows import compile_windows

GATE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
HOUR_MS: Final = 3_600_000


def utc(ms: int) -> str:
    return f"{from_ms(ms):%Y-%m-%dT%H:%M}"


def open_times(when: dict[str, object], start: str, days: int = 1, zone: str = GATE.key) -> str:
    """Return when ``when`` holds, on the clock of ``zone``, from local midnight of ``start``."""
    local = ZoneInfo(zone)
    first = date.fromisoformat(start)
    span = (day_bounds(first, local)[0], day_bounds(first + timedelta(days=days - 1), local)[1])
    held = compile_windows(When.model_validate(when), local).during(span)
    return ", ".join(
        f"{from_ms(begin).astimezone(local):%d %H:%M}-{from_ms(end).astimezone(local):%d %H:%M}"
        for begin, end in held
    )


@pytest.mark.parametrize(
    ("zone", "wall_clock", "start", "end"),
    [
        ("Asia/Ho_Chi_Minh", "2026-11-23T06:00", "2026-11-22T23:00", "2026-11-22T23:00"),
        # 02:30 does not exist: the first instant after the gap.
        ("Europe/Paris", "2026-03-29T02:30", "2026-03-29T01:00", "2026-03-29T01:00"),
        # 02:30 comes twice: a start means the first, an end the second.
        ("Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T01:30"),
        # Clocks moved by half an hour.
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45", "2026-04-04T15:15"),
        # Midnight did not exist.
        ("America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00", "2018-11-04T03:00"),
        # A whole day did not exist.
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00", "2011-12-30T10:00"),
    ],
)
def test_skipped_time_means_after_the_gap_and_repeated_time_loses_nothing(
    zone: str, wall_clock: str, start: str, end: str
) -> None:
    local = datetime.fromisoformat(wall_clock)
    found = (
        utc(local_to_ms(local, ZoneInfo(zone))),
        utc(local_to_ms(local, ZoneInfo(zone), is_end=True)),
    )
    assert found == (start, end)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Asia/Ho_Chi_Minh", "2026-11-23", 24),
        ("Europe/Paris", "2026-03-29", 23),
        ("Europe/Paris", "2026-10-25", 25),
        ("America/Sao_Paulo", "2018-11-04", 23),
        ("America/Sao_Paulo", "2018-02-17", 25),
        ("Australia/Lord_Howe", "2026-10-04", 23.5),
        ("Australia/Lord_Howe", "2026-04-05", 24.5),
        ("Pacific/Apia", "2011-12-30", 0),
    ],
)
def test_a_day_is_as_long_as_its_clock_says(zone: str, day: str, hours: float) -> None:
    start, end = day_bounds(date.fromisoformat(day), ZoneInfo(zone))
    assert end - start == hours * HOUR_MS


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe"])
def test_days_follow_each_other_without_gap_or_overlap(zone: str) -> None:
    days = [date(2018, 1, 1) + timedelta(days=number) for number in range(400)]
    bounds = [day_bounds(day, ZoneInfo(zone)) for day in days]
    assert all(before[1] == after[0] for before, after in pairwise(bounds))


@pytest.mark.parametrize(
    ("window", "start", "end"),
    [
        ({"from": "2026-01-31", "until": "2026-01-31"}, "2026-01-30T17:00", "2026-01-31T17:00"),
        ({"from": "2028-02-29", "until": "2028-02-29"}, "2028-02-28T17:00", "2028-02-29T17:00"),
        (
            {"from": "2026-01-31T06:00", "until": "2026-01-31T18:30"},
            "2026-01-30T23:00",
            "2026-01-31T11:30",
        ),
        (
            {"from": "2026-01-31T06:00+09:00", "until": "2026-02-01T00:00Z"},
            "2026-01-30T21:00",
            "2026-02-01T00:00",
        ),
    ],
)
def test_last_day_is_included_and_last_time_is_not(
    window: dict[str, str], start: str, end: str
) -> None:
    found = validity(Validity.model_validate(window), GATE)
    assert (utc(found[0]), utc(found[1])) == (start, end)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({}, (DAWN, DUSK)),
        ({"from": "0001-01-01", "until": "9999-12-31"}, (DAWN, DUSK)),
        ({"from": "0001-01-01T00:00+14:00", "until": "9999-12-31T23:59-12:00"}, (DAWN, DUSK)),
        ({"from": "9999-12-31"}, (DUSK, DUSK)),
        ({"until": "1969-12-31"}, (DAWN, DAWN)),
    ],
)
def test_years_no_screen_sees_mean_never_and_for_ever(
    window: dict[str, str], expected: Interval
) -> None:
    assert validity(Validity.model_validate(window), GATE) == expected


def test_validity_in_an_hour_that_comes_twice_takes_both() -> None:
    window = Validity.model_validate({"from": "2026-10-25T02:30", "until": "2026-10-25T02:45"})
    start, end = validity(window, ZoneInfo("Europe/Paris"))
    assert (utc(start), utc(end)) == ("2026-10-25T00:30", "2026-10-25T01:45")


def test_a_date_alone_and_its_first_and_last_instant_agree() -> None:
    day = date(2026, 11, 23)
    assert (start_ms(day, GATE), end_ms(day, GATE)) == day_bounds(day, GATE)


@pytest.mark.parametrize(
    ("when", "start", "days", "expected"),
    [
        ({}, "2026-11-23", 2, "23 00:00-25 00:00"),
        ({"dayparts": ["06:00-11:30"]}, "2026-11-23", 1, "23 06:00-23 11:30"),
        ({"dayparts": ["00:00-24:00"]}, "2026-11-23", 2, "23 00:00-25 00:00"),
        (
            {"dayparts": ["06:00-08:00", "08:00-09:00", "08:30-10:00"]},
            "2026-11-23",
            1,
            "23 06:00-23 10:00",
        ),
        ({"dayparts": ["22:00-05:00"]}, "2026-11-23", 1, "23 00:00-23 05:00, 23 22:00-24 00:00"),
        # 27 November 2026 is a Friday: the night belongs to the day it begins on.
        ({"dayparts": ["22:00-05:00"], "weekdays": ["fri"]}, "2026-11-27", 3, "27 22:00-28 05:00"),
        ({"weekdays": ["sat", "sun"]}, "2026-11-27", 4, "28 00:00-30 00:00"),
        (
            {"valid": {"from": "2026-11-24", "until": "2026-11-24"}},
            "2026-11-23",
            3,
            "24 00:00-25 00:00",
        ),
        ({"valid": {"from": "2027-01-01"}, "dayparts": ["06:00-07:00"]}, "2026-11-23", 3, ""),
        (
            {"valid": {"until": "2026-11-24T06:30"}, "dayparts": ["06:00-07:00"]},
            "2026-11-23",
            3,
            "23 06:00-23 07:00, 24 06:00-24 06:30",
        ),
        ({"weekdays": ["mon"], "dayparts": ["06:00-07:00"]}, "2026-11-24", 6, ""),
        (
            {
                "recurrence": {
                    "rule": "FREQ=WEEKLY",
                    "first": "2026-11-03T09:00",
                    "lasts_minutes": 90,
                }
            },
            "2026-11-23",
            8,
            "24 09:00-24 10:30",
        ),
        # Begun three days before.
        (
            {
                "recurrence": {
                    "rule": "FREQ=MONTHLY",
                    "first": "2026-01-20T09:00",
                    "lasts_minutes": 5 * 1440,
                }
            },
            "2026-11-23",
            3,
            "23 00:00-25 09:00",
        ),
        # Both must hold.
        (
            {
                "recurrence": {
                    "rule": "FREQ=DAILY",
                    "first": "2026-01-20T09:00",
                    "lasts_minutes": 120,
                },
                "dayparts": ["08:00-09:30", "10:00-10:15", "12:00-13:00"],
            },
            "2026-11-23",
            1,
            "23 09:00-23 09:30, 23 10:00-23 10:15",
        ),
        # Beijing's eight o'clock is seven at the gate.
        (
            {"dayparts": ["08:00-09:00"], "time_zone": "Asia/Shanghai"},
            "2026-11-23",
            1,
            "23 07:00-23 08:00",
        ),
        (
            {"weekdays": ["mon"], "time_zone": "America/New_York"},
            "2026-11-23",
            2,
            "23 12:00-24 12:00",
        ),
        (
            {
                "recurrence": {
                    "rule": "FREQ=DAILY",
                    "first": "2026-01-01T23:30",
                    "lasts_minutes": 60,
                },
                "time_zone": "Asia/Shanghai",
            },
            "2026-11-23",
            1,
            "23 22:30-23 23:30",
        ),
    ],
)
def test_conditions_hold_when_people_say(
    when: dict[str, object], start: str, days: int, expected: str
) -> None:
    assert open_times(when, start, days) == expected


@pytest.mark.parametrize(
    ("zone", "day", "daypart", "expected"),
    [
        ("Europe/Paris", "2026-03-29", "02:00-03:00", ""),
        ("Europe/Paris", "2026-03-29", "02:30-04:00", "29 03:00-29 04:00"),
        ("Europe/Paris", "2026-03-29", "01:00-02:30", "29 01:00-29 03:00"),
        ("Europe/Paris", "2026-10-25", "02:30-02:45", "25 02:30-25 02:45"),
        ("America/Sao_Paulo", "2018-11-04", "00:00-02:00", "04 01:00-04 02:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:00-02:30", ""),
    ],
)
def test_daypart_within_a_change_of_clocks(
    zone: str, day: str, daypart: str, expected: str
) -> None:
    assert open_times({"dayparts": [daypart]}, day, zone=zone) == expected


def test_daypart_that_comes_twice_holds_from_the_first_time_to_the_second() -> None:
    zone = ZoneInfo("Europe/Paris")
    windows = compile_windows(When.model_validate({"dayparts": ["02:30-02:45"]}), zone)
    ((start, end),) = windows.during(day_bounds(date(2026, 10, 25), zone))
    assert (end - start) / 60_000 == 75


def test_instants_survive_milliseconds() -> None:
    instant = datetime(2026, 11, 23, 6, 0, 0, 250_000, tzinfo=UTC)
    assert from_ms(to_ms(instant)) == instant


_intervals = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda each: (each[0], sum(each))),
    max_size=8,
)


def covered(intervals: list[Interval]) -> set[int]:
    return {at for start, end in intervals for at in range(start, end)}


@given(intervals=_intervals)
def test_join_keeps_every_instant_and_leaves_nothing_touching(intervals: list[Interval]) -> None:
    joined = join(intervals)
    assert covered(joined) == covered(intervals)
    assert all(before[1] < after[0] for before, after in pairwise(joined))


@given(left=_intervals, right=_intervals)
def test_overlaps_are_the_instants_of_both(left: list[Interval], right: list[Interval]) -> None:
    common = list(overlaps(join(left), join(right)))
    assert covered(common) == covered(left) & covered(right)
    assert common == join(common)


@given(intervals=_intervals)
def test_gaps_are_the_instants_left_open(intervals: list[Interval]) -> None:
    span = (0, 72)
    assert covered(list(gaps(join(intervals), span))) == covered([span]) - covered(intervals)

"""Whether a lane is open, since when and until when: real cases."""

from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from player.clock import ClockTrust
from player.pack.hours import ALL_DAY, Hours
from player.schedule.hours import (
    UNKNOWN,
    OpeningHours,
    Standing,
    Status,
    minutes_left,
    next_words,
)
from tests.fakes.content import GATE_ZONE
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

GATE: Final = ZoneInfo(GATE_ZONE)


def standing(
    rules: Hours,
    at: str,
    *,
    activity: str = "passenger",
    lane: str = "road",
    zone: str = GATE_ZONE,
    trust: ClockTrust = ClockTrust.TRUSTED,
) -> Standing:
    return OpeningHours(rules, ZoneInfo(zone)).standing(lane, activity, local(at, zone), trust)


def told(rules: Hours, at: str, *, activity: str = "passenger", zone: str = GATE_ZONE) -> str:
    """Return status, since and until on the gate's clock."""
    found = standing(rules, at, activity=activity, zone=zone)
    clock = [
        f"{each.astimezone(ZoneInfo(zone)):%d %H:%M}" if each else "-"
        for each in (found.since, found.until)
    ]
    return f"{found.status.value} {clock[0]} {clock[1]}"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:59:59.999", "closed 22 17:00 23 07:00"),
        ("2026-11-23T07:00", "open 23 07:00 23 11:30"),
        ("2026-11-23T11:29:59.999", "open 23 07:00 23 11:30"),
        ("2026-11-23T11:30", "closed 23 11:30 23 13:30"),
        ("2026-11-23T17:00", "closed 23 17:00 24 07:00"),
    ],
)
def test_a_lane_is_open_from_the_first_instant_of_a_window_until_its_last(
    at: str, expected: str
) -> None:
    assert told(make_hours(), at) == expected


def test_windows_that_touch_or_overlap_are_one() -> None:
    rules = make_hours([{"windows": ["07:00-12:00", "12:00-15:00"]}, {"windows": ["14:00-19:00"]}])
    assert told(rules, "2026-11-23T12:00") == "open 23 07:00 23 19:00"


def test_a_window_may_cross_midnight_and_belongs_to_the_day_it_begins_on() -> None:
    rules = make_hours([{"weekdays": ["sat"], "windows": ["22:00-05:00"]}])
    assert told(rules, "2026-11-29T04:59") == "open 28 22:00 29 05:00"
    assert told(rules, "2026-11-29T22:30") == "closed 29 05:00 05 22:00"


def test_every_hour_of_every_day_is_open_without_end() -> None:
    found = standing(make_hours([{"windows": [ALL_DAY]}]), "2026-11-23T03:00")
    assert found == Standing(Status.OPEN, all_day=True)


def test_a_lane_without_hours_is_closed_without_end() -> None:
    rules = make_hours([{"lanes": ["rail"], "windows": [ALL_DAY]}])
    assert standing(rules, "2026-11-23T03:00") == Standing(Status.CLOSED, all_day=True)


def test_rules_count_for_their_lanes_and_activities_only() -> None:
    rules = make_hours(
        [
            {"lanes": ["road"], "activities": ["freight"], "windows": ["08:00-12:00"]},
            {"lanes": ["rail"], "windows": ["06:00-22:00"]},
        ],
        lanes=["road", "rail"],
    )
    at = "2026-11-23T10:00"
    assert standing(rules, at, activity="freight").status is Status.OPEN
    assert standing(rules, at, activity="passenger").status is Status.CLOSED
    assert standing(rules, at, lane="rail").status is Status.OPEN


def test_pauses_of_april_2025_are_taken_away_from_the_regular_hours_and_revised() -> None:
    first = {
        "from": "2025-04-15",
        "until": "2025-04-15",
        "closed": ["07:00-10:00", "15:30-17:30"],
        "reason": {"vi": "Thông báo ngày 11/4"},
    }
    rules = make_hours([{"windows": ["07:00-19:00"]}], [first])
    assert told(rules, "2025-04-15T08:00") == "closed 14 19:00 15 10:00"
    assert told(rules, "2025-04-15T12:00") == "open 15 10:00 15 15:30"
    revised = {**first, "closed": ["07:00-09:00"], "reason": {"vi": "Thông báo ngày 14/4"}}
    rules = make_hours([{"windows": ["07:00-19:00"]}], [first, revised])
    found = standing(rules, "2025-04-15T16:00")
    assert told(rules, "2025-04-15T16:00") == "open 15 09:00 15 19:00"
    assert found.exception is not None
    assert found.exception.reason == {"vi": "Thông báo ngày 14/4"}


def test_freight_rests_at_tet_while_passengers_pass_at_shorter_hours() -> None:
    tet = {"from": "2027-02-05", "until": "2027-02-09"}
    rules = make_hours(
        exceptions=[
            {**tet, "activities": ["freight"], "closed": True, "reason": {"vi": "Nghỉ Tết"}},
            {**tet, "activities": ["passenger"], "open": ["09:00-14:00"]},
        ],
    )
    freight = standing(rules, "2027-02-07T10:00", activity="freight")
    assert (freight.status, freight.all_day) == (Status.CLOSED, True)
    assert told(rules, "2027-02-07T10:00", activity="freight") == "closed 04 17:00 10 07:00"
    assert told(rules, "2027-02-07T10:00") == "open 07 09:00 07 14:00"
    assert told(rules, "2027-02-09T15:00") == "closed 09 14:00 10 07:00"


def test_a_closed_day_also_ends_the_night_before() -> None:
    closed = {"from": "2027-02-06", "until": "2027-02-06", "closed": True}
    rules = make_hours([{"windows": ["22:00-05:00"]}], [closed])
    assert told(rules, "2027-02-05T23:00") == "open 05 22:00 06 00:00"
    assert told(rules, "2027-02-06T23:00") == "closed 06 00:00 07 22:00"


def test_days_with_windows_of_their_own_say_all_about_themselves() -> None:
    own = {"from": "2027-02-06", "until": "2027-02-07", "open": ["20:00-03:00"]}
    rules = make_hours([{"windows": ["22:00-05:00"]}], [own])
    assert told(rules, "2027-02-05T23:00") == "open 05 22:00 06 00:00"
    assert told(rules, "2027-02-07T02:00") == "open 06 20:00 07 03:00"
    assert told(rules, "2027-02-08T02:00") == "open 07 20:00 08 03:00"


def test_an_exception_until_further_notice_has_no_end() -> None:
    rules = make_hours(exceptions=[{"from": "2027-02-06", "closed": True}])
    found = standing(rules, "2027-03-01T12:00")
    assert (found.status, found.until, found.opens) == (Status.CLOSED, None, None)
    assert found.since == local("2027-02-05T17:00")


def test_the_next_opening_follows_the_present_one() -> None:
    assert standing(make_hours(), "2026-11-23T08:00").opens == local("2026-11-23T13:30")
    assert standing(make_hours(), "2026-11-23T12:00").opens == local("2026-11-23T13:30")


def test_the_leap_day_is_a_day_like_any_other() -> None:
    only = {"from": "2028-02-29", "until": "2028-02-29", "closed": True}
    rules = make_hours(exceptions=[only])
    assert told(rules, "2028-02-29T09:00") == "closed 28 17:00 01 07:00"
    assert told(rules, "2028-02-28T09:00") == "open 28 07:00 28 11:30"


@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        # Clocks skip 02:30: a window that would begin then begins after the gap.
        ("Europe/Paris", "2026-03-29T04:00", "open 29 03:00 29 06:00"),
        # 02:30 comes twice: nothing of the window is lost.
        ("Europe/Paris", "2026-10-25T04:00", "open 25 02:30 25 06:00"),
    ],
)
def test_hours_follow_the_clocks_of_the_gate(zone: str, at: str, expected: str) -> None:
    assert told(make_hours([{"windows": ["02:30-06:00"]}]), at, zone=zone) == expected


def test_nothing_is_known_without_a_trusted_clock() -> None:
    found = standing(make_hours(), "2026-11-23T08:00", trust=ClockTrust.UNTRUSTED)
    assert found == UNKNOWN
    assert next_words([found], local("2026-11-23T08:00"), GATE) is None
    assert minutes_left(found, local("2026-11-23T08:00")) is None


@pytest.mark.parametrize(
    ("at", "minutes"),
    [
        ("2026-11-23T06:50", 10),
        ("2026-11-23T06:50:00.001", 10),
        ("2026-11-23T06:49:59.999", 11),
        ("2026-11-23T06:59:59.999", 1),
        ("2026-11-23T01:00", 360),
        ("2026-11-23T00:59:59.999", None),
    ],
)
def test_begun_minutes_are_counted_from_six_hours_before_a_change(
    at: str, minutes: int | None
) -> None:
    assert minutes_left(standing(make_hours(), at), local(at)) == minutes


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:50", "2026-11-23T06:51"),
        ("2026-11-23T06:50:30", "2026-11-23T06:51"),
        ("2026-11-23T06:59:59.999", "2026-11-23T07:00"),
        ("2026-11-23T00:30", "2026-11-23T01:00"),
        ("2026-11-23T17:00", "2026-11-24T00:00"),
    ],
)
def test_a_board_is_worded_anew_with_every_minute_that_is_counted(at: str, expected: str) -> None:
    assert next_words([standing(make_hours(), at), UNKNOWN], local(at), GATE) == local(expected)


def test_a_board_follows_the_lane_that_changes_first() -> None:
    rules = make_hours(
        [
            {"activities": ["freight"], "windows": ["07:30-17:00"]},
            {"activities": ["passenger"], "windows": ["07:00-19:00"]},
        ]
    )
    at = "2026-11-22T20:00"
    board = [standing(rules, at, activity=each) for each in ("freight", "passenger")]
    assert next_words(board, local(at), GATE) == local("2026-11-23T00:00")


def test_what_is_kept_between_calls_changes_no_answer() -> None:
    asked = OpeningHours(make_hours(), GATE)
    instants = [local("2026-11-23T08:00") + step * timedelta(hours=7) for step in (0, 1, 5, 2, 0)]
    found = [asked.standing("road", "freight", each, ClockTrust.TRUSTED) for each in instants]
    fresh = [
        OpeningHours(make_hours(), GATE).standing("road", "freight", each, ClockTrust.TRUSTED)
        for each in instants
    ]
    assert found == fresh

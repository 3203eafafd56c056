"""Hours with the closures of notices: the board says what the banner says, and no more."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.notices.closures import with_closures
from player.notices.life import open_times
from player.pack.hours import Hours
from player.pack.instants import to_ms
from player.pack.notice import Notice
from player.schedule.hours import OpeningHours, Status
from tests.fakes.content import Document
from tests.fakes.notices import make_notice
from tests.fakes.opening_hours import make_hours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PAUSES = [
    {"from": "2026-11-23T09:00", "until": "2026-11-23T10:00"},
    {"from": "2026-11-23T15:30", "until": "2026-11-23T16:00"},
]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def closing(
    windows: Sequence[Document] = PAUSES, id_: str = "n", sent: str = "2026-11-23T06:00",
    **fields: object,
) -> Notice:  # fmt: skip
    return make_notice(
        id_, **{"windows": [*windows], "sent": sent, "lanes": ["road"], "closes": True, **fields}
    )


def is_open(hours: Hours, when: datetime, lane: str = "road", activity: str = "freight") -> bool:
    standing = OpeningHours(hours, ZONE).standing(lane, activity, when, ClockTrust.TRUSTED)
    return standing.status is Status.OPEN


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("08:59", True), ("09:00", False), ("09:59", False), ("10:00", True),
        ("12:00", False), ("15:29", True), ("15:30", False), ("16:00", True), ("17:00", False),
    ],
)  # fmt: skip
def test_lane_is_closed_while_the_pause_holds_and_right_after_it(
    when: str, *, expected: bool
) -> None:
    now = local(f"2026-11-23T{when}")
    assert is_open(with_closures(make_hours(), [closing()], ZONE, now), now) is expected


def test_board_says_why_in_the_words_of_the_notice() -> None:
    now = local("2026-11-23T09:30")
    hours = with_closures(make_hours(), [closing()], ZONE, now)
    standing = OpeningHours(hours, ZONE).standing("road", "freight", now, ClockTrust.TRUSTED)
    assert standing.exception is not None
    assert standing.exception.reason["vi"] == "n vi"
    assert standing.until == local("2026-11-23T10:00")


@pytest.mark.parametrize(
    "fields", [{"status": "exercise"}, {"closes": False}, {"lanes": []}, {"lanes": ["other"]}]
)
def test_drills_and_notices_about_no_lane_of_this_gate_close_nothing(fields: Document) -> None:
    now = local("2026-11-23T09:30")
    hours = make_hours()
    assert with_closures(hours, [closing(**fields)], ZONE, now) == hours


def test_only_the_activity_that_is_named_is_closed() -> None:
    now = local("2026-11-23T09:30")
    hours = with_closures(make_hours(), [closing(activities=["freight"])], ZONE, now)
    assert (is_open(hours, now), is_open(hours, now, activity="passenger")) == (False, True)


def test_two_notices_about_one_lane_add_up() -> None:
    now = local("2026-11-23T09:30")
    other = closing([{"from": "2026-11-23T14:00", "until": "2026-11-23T14:30"}], "m")
    hours = with_closures(make_hours(), [closing(), other], ZONE, now)
    at = ["08:30", "09:30", "13:45", "14:15"]
    assert [is_open(hours, local(f"2026-11-23T{each}")) for each in at] == [
        True, False, True, False,
    ]  # fmt: skip


def test_exception_of_the_pack_still_holds_beside_a_closure() -> None:
    now = local("2026-11-23T09:30")
    holiday = {"from": "2026-11-23", "until": "2026-11-23", "open": ["08:00-12:00"]}
    hours = with_closures(make_hours(exceptions=[holiday]), [closing()], ZONE, now)
    at = ["07:30", "08:30", "09:30", "11:45", "14:00"]
    assert [is_open(hours, local(f"2026-11-23T{each}")) for each in at] == [
        False, True, False, True, False,
    ]  # fmt: skip


def test_pause_of_a_whole_day_spares_the_night_that_begins_on_it() -> None:
    night = make_hours([{"windows": ["20:00-04:00"]}])
    now = local("2026-11-23T12:00")
    hours = with_closures(
        night, [closing([{"from": "2026-11-23", "until": "2026-11-23"}])], ZONE, now
    )
    assert [is_open(hours, local(each)) for each in ("2026-11-23T22:00", "2026-11-24T01:00")] == [
        False,
        True,
    ]


@pytest.mark.parametrize("when", ["2026-11-23T02:00", "2026-11-25T02:00", "2026-11-26T02:00"])
def test_closure_does_not_cut_the_nights_of_an_exception_around_it(when: str) -> None:
    nights = {"from": "2026-11-20", "until": "2026-11-28", "open": ["22:00-05:00"]}
    now = local("2026-11-24T12:00")
    closed = closing([{"from": "2026-11-24T23:00", "until": "2026-11-24T23:30"}])
    hours = with_closures(make_hours(exceptions=[nights]), [closed], ZONE, now)
    assert is_open(hours, local(when))
    assert not is_open(hours, local("2026-11-24T23:15"))


QUARTERS = st.integers(0, 4 * 24 * 4 - 2)


@given(
    windows=st.lists(st.tuples(QUARTERS, st.integers(1, 120)), min_size=1, max_size=4),
    shift=st.integers(0, 4 * 24 * 4),
    regular=st.sampled_from(["07:00-17:00", "20:00-04:00", "00:00-24:00"]),
)
def test_lane_is_open_when_it_is_by_its_hours_and_no_notice_closes_it(
    windows: list[tuple[int, int]], shift: int, regular: str
) -> None:
    start = local("2026-11-22T00:00")
    quarter = timedelta(minutes=15)
    spans = [(start + a * quarter, start + (a + n) * quarter) for a, n in windows]
    notice = closing([{"from": f"{a:%FT%T}", "until": f"{b:%FT%T}"} for a, b in spans])
    plain = make_hours([{"windows": [regular]}])
    now = start + shift * quarter
    is_paused = any(a <= to_ms(now) < b for a, b in open_times(notice, ZONE, to_ms(now)))
    hours = with_closures(plain, [notice], ZONE, now)
    assert is_open(hours, now) is (is_open(plain, now) and not is_paused)

"""Campaigns that begin and end by themselves, year after year."""

from typing import Final

import pytest

from player.clock import ClockTrust
from player.pack.anniversary import LunarDay
from player.publish.lunar import solar_days
from player.schedule.programme import Programme
from tests.fakes.content import Document, make_content
from tests.fakes.programme import local, make_programme, playlist, shown

TET: Final = {
    "day": "01-01",
    "before": 7,
    "after": 3,
    "dates": [f"{day}" for day in solar_days(LunarDay(day="01-01"))],
}


def campaign(when: Document, trust: ClockTrust = ClockTrust.TRUSTED) -> Programme:
    playlists = [playlist("feast", priority=5, when=when), playlist("daily", default=True)]
    return make_programme(make_content(["feast", "daily"], playlists), trust=trust)


def first_and_last(programme: Programme, begin: str, days: int) -> tuple[str, str]:
    """Return when the campaign came on and went off within some days."""
    slots = [
        slot for slot in shown(programme, local(begin), hours=24 * days) if slot.item == "feast"
    ]
    return f"{slots[0].start:%Y-%m-%d %H:%M:%S}", f"{slots[-1].end:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        ("2027-01-25", ("2027-01-30 00:00:00", "2027-02-10 00:00:00")),
        ("2028-01-15", ("2028-01-19 00:00:00", "2028-01-30 00:00:00")),
        ("2030-01-20", ("2030-01-26 00:00:00", "2030-02-06 00:00:00")),
    ],
)
def test_lunar_campaign_moves_with_the_moon(begin: str, expected: tuple[str, str]) -> None:
    assert first_and_last(campaign({"lunar": TET}), begin, 25) == expected


@pytest.mark.parametrize("year", [2026, 2027, 2031])
def test_solar_campaign_comes_on_the_same_days(year: int) -> None:
    when = {"yearly": {"day": "09-02", "before": 2, "after": 1}}
    expected = (f"{year}-08-31 00:00:00", f"{year}-09-04 00:00:00")
    assert first_and_last(campaign(when), f"{year}-08-28", 9) == expected


def test_campaign_around_new_year_crosses_it() -> None:
    when = {"yearly": {"day": "01-01", "before": 3}}
    expected = ("2026-12-29 00:00:00", "2027-01-02 00:00:00")
    assert first_and_last(campaign(when), "2026-12-25", 12) == expected


def test_all_conditions_hold_together() -> None:
    when = {
        "yearly": {"day": "09-02", "after": 3},
        "dayparts": ["18:00-20:00"],
        "weekdays": ["fri"],
    }
    expected = ("2026-09-04 18:00:00", "2026-09-04 20:00:00")
    assert first_and_last(campaign(when), "2026-09-01", 7) == expected


def test_campaign_keeps_the_days_of_its_own_time_zone() -> None:
    when = {"yearly": {"day": "10-01"}, "time_zone": "Asia/Shanghai"}
    expected = ("2026-09-30 23:00:00", "2026-10-01 23:00:00")
    assert first_and_last(campaign(when), "2026-09-30", 3) == expected


def test_campaign_waits_for_a_clock_that_can_be_believed() -> None:
    programme = campaign({"yearly": {"day": "09-02"}}, ClockTrust.UNTRUSTED)
    slots = shown(programme, local("2026-09-02T12:00"), hours=1)
    assert {slot.item for slot in slots} == {"daily"}

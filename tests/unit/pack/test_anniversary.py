"""Days that come again every year, as editors write them and as they fall."""

from datetime import date

import pytest
from pydantic import ValidationError

from player.pack.anniversary import LunarDay, SolarDay

BEGIN, END = date(2024, 1, 1), date(2029, 12, 31)


def falls(day: str, **fields: int) -> list[str]:
    return [f"{each}" for each in SolarDay(day=day, **fields).falls(BEGIN, END)]


@pytest.mark.parametrize(
    "day", ["", "9-2", "09-00", "13-01", "02-30", "04-31", "09-02-2026", "last"]
)
def test_day_that_no_year_has_is_refused(day: str) -> None:
    with pytest.raises(ValidationError):
        SolarDay(day=day)


@pytest.mark.parametrize("day", ["01-31", "00-10", "1-1", "Tết"])
def test_lunar_month_has_thirty_days_at_most(day: str) -> None:
    with pytest.raises(ValidationError):
        LunarDay(day=day)


@pytest.mark.parametrize("fields", [{"every": 5}, {"before": -1}, {"after": 101}, {"every": 0}])
def test_campaign_without_sense_is_refused(fields: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        SolarDay(day="09-02", **fields)


def test_solar_day_falls_once_a_year() -> None:
    assert falls("09-02") == [f"{year}-09-02" for year in range(2024, 2030)]


def test_leap_day_falls_in_leap_years_and_the_last_of_february_in_all() -> None:
    assert falls("02-29") == ["2024-02-29", "2028-02-29"]
    assert falls("02-last")[:2] == ["2024-02-29", "2025-02-28"]


def test_round_anniversaries_are_counted_from_the_first() -> None:
    assert falls("09-02", since=1945, every=5) == ["2025-09-02"]
    assert falls("09-02", since=2027) == ["2027-09-02", "2028-09-02", "2029-09-02"]


def test_span_includes_its_first_and_last_day() -> None:
    day = SolarDay(day="09-02")
    assert list(day.falls(date(2026, 9, 2), date(2026, 9, 2))) == [date(2026, 9, 2)]
    assert not list(day.falls(date(2026, 9, 3), date(2027, 9, 1)))


def test_lunar_day_falls_where_the_pack_says() -> None:
    dates = (date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26))
    tet = LunarDay(day="01-01", dates=dates)
    assert list(tet.falls(date(2026, 2, 18), date(2027, 2, 6))) == [date(2027, 2, 6)]
    assert list(tet.falls(BEGIN, END)) == list(dates)
    assert not list(LunarDay(day="01-01").falls(BEGIN, END))

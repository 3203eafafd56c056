"""The Vietnamese lunar calendar: as published, and as the sky itself has it."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import astronomy
import pytest

from player.pack.anniversary import LunarDay
from player.publish.lunar import FIRST_YEAR, LAST_YEAR, solar_days

UTC_7: Final = timedelta(hours=7)
WINTER_SOLSTICE: Final = 270
SPAN: Final = (date(2024, 1, 1), date(2056, 1, 1))


def days(text: str, **fields: int) -> list[str]:
    """Return the solar days of a lunar day, of the whole table."""
    return [f"{day}" for day in solar_days(LunarDay(day=text, **fields))]


@pytest.mark.parametrize(
    ("feast", "solar"),
    [
        ("01-01", "2007-02-17"),  # in China 18 February
        ("01-01", "2024-02-10"),
        ("01-01", "2025-01-29"),
        ("01-01", "2026-02-17"),
        ("01-01", "2027-02-06"),
        ("01-01", "2028-01-26"),
        ("01-01", "2029-02-13"),
        ("01-01", "2030-02-02"),  # in China 3 February
        ("01-01", "2053-02-18"),  # in China 19 February
        ("03-10", "2025-04-07"),
        ("03-10", "2026-04-26"),
        ("08-15", "2025-10-06"),  # after the leap sixth month of 2025
        ("08-15", "2026-09-25"),
        ("12-last", "2026-02-16"),
        ("12-last", "2030-02-01"),
    ],
)
def test_feasts_fall_where_they_were_published(feast: str, solar: str) -> None:
    falls = [day for day in days(feast) if day[:4] == solar[:4]]
    assert falls == [solar]


def test_every_lunar_year_of_the_table_has_its_feast_once() -> None:
    for feast in ("01-01", "03-10", "08-15", "12-last"):
        assert len(set(days(feast))) == LAST_YEAR - FIRST_YEAR + 1


def test_eve_of_tet_is_the_day_before_whichever_number_it_has() -> None:
    eves = solar_days(LunarDay(day="12-last"))
    first_days = solar_days(LunarDay(day="01-01"))
    assert [eve + timedelta(days=1) for eve in eves[:-1]] == list(first_days[1:])


def test_thirtieth_of_the_twelfth_stays_away_from_2025_to_2032() -> None:
    years = {int(day[:4]) for day in days("12-30")}
    assert years & set(range(2024, 2035)) == {2024, 2033, 2034}


def test_feast_of_a_month_that_comes_twice_is_kept_in_the_first() -> None:
    """In 2025 the leap month follows the sixth, which began on 25 June."""
    assert [day for day in days("06-01") if day.startswith("2025")] == ["2025-06-25"]


def test_only_the_years_that_count_are_kept() -> None:
    hung_kings = days("03-10", since=2000, every=10)
    assert hung_kings[:3] == ["2000-04-14", "2010-04-23", "2020-04-02"]


# --- against the sky ---


def new_moons() -> Iterator[date]:
    """Yield the days in Viet Nam on which the moon is new, from before the span until after."""
    at = astronomy.Time.Make(SPAN[0].year - 1, 10, 1, 0, 0, 0)
    while True:
        moon = astronomy.SearchMoonPhase(0, at, 40)
        assert moon is not None
        day = (moon.Utc() + UTC_7).date()
        yield day
        if day > SPAN[1]:
            return
        at = moon.AddDays(20)


def solstice(year: int) -> date:
    """Return the day of the winter solstice in Viet Nam."""
    found: date = (astronomy.Seasons(year).dec_solstice.Utc() + UTC_7).date()
    return found


def test_every_month_begins_with_a_new_moon_over_viet_nam() -> None:
    moons = set(new_moons())
    for month in range(1, 13):
        begins = solar_days(LunarDay(day=f"{month:02}-01"))
        within = {day for day in begins if SPAN[0] <= day < SPAN[1]}
        assert len(within) >= SPAN[1].year - SPAN[0].year - 1
        assert within <= moons


def test_winter_solstice_lies_in_the_eleventh_month_and_tet_two_or_three_moons_after() -> None:
    moons = list(new_moons())
    eleventh = set(solar_days(LunarDay(day="11-01")))
    first = set(solar_days(LunarDay(day="01-01")))
    for year in range(SPAN[0].year, SPAN[1].year - 1):
        number = bisect_right(moons, solstice(year)) - 1
        assert moons[number] in eleventh
        assert {moons[number + 2], moons[number + 3]} & first

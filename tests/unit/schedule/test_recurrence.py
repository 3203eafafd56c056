"""When repetition rules happen; the reference is python-dateutil, which walks them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from player.pack.repetition import Repetition, parse_repetition
from player.schedule import recurrence
from player.schedule.recurrence import COUNTED_DAYS, begins_on

FIRST: Final = datetime(2026, 1, 1, 8)  # noqa: DTZ001  (local, as all of a rule)
NEVER: Final = (
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4",
    "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=9",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;UNTIL=20200101",
    "FREQ=DAILY;COUNT=3;BYMONTH=2;BYMONTHDAY=30",
)


def happens(rule: str, start: date, days: int, first: datetime = FIRST) -> list[str]:
    read = parse_repetition(rule, first)
    return [
        f"{begin:%m-%d %H:%M}"
        for number in range(days)
        for begin in begins_on(read, start + timedelta(days=number))
    ]


@pytest.mark.parametrize(
    ("rule", "start", "days", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=3", "2026-01-01", 7, ["01-01 08:00", "01-04 08:00", "01-07 08:00"]),
        ("FREQ=DAILY", "2025-12-30", 3, ["01-01 08:00"]),
        ("FREQ=DAILY;UNTIL=20260102", "2026-01-01", 9, ["01-01 08:00", "01-02 08:00"]),
        ("FREQ=DAILY;UNTIL=20260102T070000", "2026-01-01", 9, ["01-01 08:00"]),
        ("FREQ=DAILY;COUNT=2", "2026-01-01", 9, ["01-01 08:00", "01-02 08:00"]),
        (
            "FREQ=DAILY;COUNT=3;BYHOUR=6,18",
            "2026-01-01",
            9,
            ["01-01 18:00", "01-02 06:00", "01-02 18:00"],
        ),
        (
            "FREQ=HOURLY;INTERVAL=10",
            "2026-01-01",
            2,
            ["01-01 08:00", "01-01 18:00", "01-02 04:00", "01-02 14:00"],
        ),
        (
            "FREQ=HOURLY;INTERVAL=5;BYHOUR=8,9",
            "2026-01-01",
            7,
            ["01-01 08:00", "01-02 09:00", "01-06 08:00", "01-07 09:00"],
        ),
        ("FREQ=WEEKLY;BYDAY=MO,SA", "2026-01-01", 9, ["01-03 08:00", "01-05 08:00"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU", "2026-01-01", 20, ["01-11 08:00"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU",
            "2026-01-01",
            20,
            ["01-04 08:00", "01-18 08:00"],
        ),
        ("FREQ=MONTHLY;BYDAY=1SA", "2026-02-01", 40, ["02-07 08:00", "03-07 08:00"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-02-01", 28, ["02-27 08:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-02-01", 60, ["03-31 08:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-02-01", 29, ["02-29 08:00"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-02-01", 28, ["02-27 08:00"]),
        ("FREQ=MONTHLY;INTERVAL=5", "2026-01-01", 200, ["01-01 08:00", "06-01 08:00"]),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2", "2026-01-01", 365, ["09-02 08:00"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", 1461, ["02-29 08:00"]),
        ("FREQ=YEARLY;BYYEARDAY=-1,60", "2028-01-01", 366, ["02-29 08:00", "12-31 08:00"]),
        ("FREQ=YEARLY;BYDAY=20MO", "2026-01-01", 365, ["05-18 08:00"]),
        ("FREQ=YEARLY;BYDAY=-1SU", "2026-01-01", 365, ["12-27 08:00"]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "2026-01-01", 365, ["05-10 08:00"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", "2026-01-01", 730, ["12-31 08:00"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2026-01-01", 730, ["01-04 08:00"]),
        ("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;BYSETPOS=-1", "2026-01-01", 365, ["11-13 08:00"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=-1", "2026-01-01", 12, ["01-02 08:00", "01-09 08:00"]),
        ("FREQ=DAILY;BYHOUR=6,18;BYSETPOS=-1", "2026-01-01", 2, ["01-01 18:00", "01-02 18:00"]),
    ],
)
def test_rule_happens_when_the_standard_says(
    rule: str, start: str, days: int, expected: list[str]
) -> None:
    assert happens(rule, date.fromisoformat(start), days) == expected


def _comma(values: st.SearchStrategy[int], most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most, unique=True).map(
        lambda chosen: ",".join(map(str, chosen))
    )


_nothing = st.just(())
_days = st.lists(
    st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU")), min_size=1, max_size=4, unique=True
)
_pace = (
    _nothing
    | st.integers(2, 4).map(lambda interval: (f"INTERVAL={interval}",))
    | _comma(st.integers(1, 12)).map(lambda months: (f"BYMONTH={months}",))
)


def _days_of(frequency: str) -> st.SearchStrategy[tuple[str, ...]]:
    weekdays = _days.map(lambda days: (f"BYDAY={','.join(days)}",))
    ordinals = st.builds(
        lambda ordinal, days: ("BYDAY=" + ",".join(f"{ordinal}{day}" for day in days),),
        st.sampled_from((1, 2, -1, -2)),
        _days,
    )
    month_days = _comma(st.integers(1, 28) | st.integers(-28, -1)).map(
        lambda numbers: (f"BYMONTHDAY={numbers}",)
    )
    match frequency:
        case "HOURLY" | "WEEKLY":
            return _nothing | weekdays
        case "DAILY":
            return _nothing | weekdays | month_days
        case _:
            return _nothing | weekdays | ordinals | month_days


@st.composite
def _rules(draw: st.DrawFn) -> str:
    """Return a rule that does happen: the reference never comes back from one that does not."""
    frequency = draw(st.sampled_from(("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}", *draw(_pace), *draw(_days_of(frequency))]
    if frequency != "HOURLY" and draw(st.booleans()):
        parts.append(f"BYHOUR={draw(_comma(st.integers(0, 23)))}")
        if frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
            parts.append(f"BYSETPOS={draw(st.sampled_from((1, -1)))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    return ";".join(parts)


@settings(max_examples=60)
@given(rule=_rules(), hours=st.integers(0, 2400), skipped=st.integers(0, 400))
def test_any_rule_happens_as_in_the_reference(rule: str, hours: int, skipped: int) -> None:
    first = FIRST + timedelta(hours=hours)
    start = first.date() + timedelta(days=skipped)
    days = [start + timedelta(days=number) for number in range(40)]
    read = parse_repetition(rule, first)
    reference = rrulestr(rule, dtstart=first).between(
        datetime.combine(days[0], time.min), datetime.combine(days[-1], time.max), inc=True
    )
    assert [begin for day in days for begin in begins_on(read, day)] == reference


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[date]]:
    """Collect the days that are looked at."""
    days: list[date] = []
    genuine = recurrence._fits

    def noted(rule: Repetition, day: date) -> bool:
        days.append(day)
        return genuine(rule, day)

    monkeypatch.setattr(recurrence, "_fits", noted)
    recurrence._last.cache_clear()
    recurrence._chosen.cache_clear()
    yield days
    recurrence._last.cache_clear()
    recurrence._chosen.cache_clear()


@pytest.mark.parametrize("rule", NEVER)
def test_rule_that_never_happens_costs_one_look_a_day(rule: str, judged: list[date]) -> None:
    start = date(2026, 11, 23)
    assert happens(rule, start, 400) == []
    # BYSETPOS looks at the whole month of a day that could be meant.
    assert len(judged) <= (400 + 14 * 31 if "BYSETPOS" in rule else 400)


def test_rule_from_2000_costs_no_more_than_one_from_today(judged: list[date]) -> None:
    first = datetime(2000, 1, 1)  # noqa: DTZ001  (local, as all of a rule)
    assert len(happens("FREQ=HOURLY", date(2099, 1, 1), 1, first)) == 24
    assert len(judged) == 1


def test_count_that_is_hardly_used_up_is_given_up_after_thirty_years(judged: list[date]) -> None:
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=500"
    assert happens(rule, date(2096, 2, 28), 3) == ["02-29 08:00"]
    assert len(judged) <= COUNTED_DAYS + 3


def test_count_is_worked_out_once(judged: list[date]) -> None:
    rule = "FREQ=DAILY;COUNT=100"
    assert happens(rule, date(2026, 4, 9), 3) == ["04-09 08:00", "04-10 08:00"]
    assert len(judged) == 100 + 3

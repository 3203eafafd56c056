"""Dates, times of day and repetitions as editors write them."""

import json
from datetime import date, datetime, time, timedelta, timezone

import pytest
from pydantic import TypeAdapter, ValidationError

from player.pack.window import ClockRange, Moment, Recurrence, Validity, When

moment = TypeAdapter[date | datetime](Moment)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-31", date(2026, 1, 31)),
        ("2028-02-29", date(2028, 2, 29)),
        ("9999-12-31", date(9999, 12, 31)),
        ("2026-01-31T06:30", datetime(2026, 1, 31, 6, 30)),  # noqa: DTZ001  (local on purpose)
        ("2026-01-31 06:30:15", datetime(2026, 1, 31, 6, 30, 15)),  # noqa: DTZ001
        ("2026-01-31T00:00:00", datetime(2026, 1, 31)),  # noqa: DTZ001
        (
            "2026-01-31T06:30+07:00",
            datetime(2026, 1, 31, 6, 30, tzinfo=timezone(timedelta(hours=7))),
        ),
        ("2026-01-31T06:30Z", datetime(2026, 1, 31, 6, 30, tzinfo=timezone.utc)),  # noqa: UP017
        (date(2026, 1, 31), date(2026, 1, 31)),
        (datetime(2026, 1, 31), datetime(2026, 1, 31)),  # noqa: DTZ001
    ],
)
def test_date_stays_a_date_and_a_time_a_time(written: object, meant: date) -> None:
    read = moment.validate_python(written)
    assert (type(read), read) == (type(meant), meant)
    assert moment.validate_json(moment.dump_json(read)) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "tomorrow",
        "2026-02-29",
        "2026-13-01",
        "31/01/2026",
        "20260131",
        "20260131T0630",
        "2026-W05-6",
        "2026-01-31T24:00",
        "2026-01-31T23:59:60",
        "2026-01-31T06",
        "10000-01-01",
        # A date without its quotes is no number of seconds since 1970.
        20260131,
        1.5,
        True,
        time(6, 30),
        None,
    ],
)
def test_what_is_no_date_and_no_time_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="neither a date nor a date and time"):
        moment.validate_python(written)


@pytest.mark.parametrize(
    ("start", "until", "is_window"),
    [
        ("2026-01-31", "2026-01-31", True),
        ("2026-01-31", "2026-01-30", False),
        ("2026-01-31T06:00", "2026-01-31T06:00", False),
        ("2026-01-31T06:00", "2026-01-31T06:01", True),
        ("2026-01-31T06:00", "2026-01-31", True),
        ("2026-01-31", "2026-01-31T00:00", False),
        ("2026-01-31", "2026-01-31T06:00", True),
        ("2026-01-31T10:00+07:00", "2026-01-31T09:00+00:00", True),
        ("2026-01-31T10:00+07:00", "2026-01-31T11:00+09:00", False),
        ("2026-01-31T10:00", "2026-01-31T09:00Z", False),
        ("2026-01-31", None, True),
        (None, "2026-01-31", True),
    ],
)
def test_window_must_end_after_it_begins(start: str, until: str, *, is_window: bool) -> None:
    written = {"from": start, "until": until}
    if is_window:
        assert Validity.model_validate(written).model_dump_json(by_alias=True)
        return
    with pytest.raises(ValidationError, match="before it begins"):
        Validity.model_validate(written)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("06:00-11:30", 360, 690),
        (" 06:00 - 11:30 ", 360, 690),
        ("22:00-05:00", 1320, 300),
        ("00:00-24:00", 0, 1440),
        ("23:59-00:00", 1439, 0),
    ],
)
def test_window_of_the_day_is_read_and_may_cross_midnight(
    written: str, start: int, end: int
) -> None:
    read = ClockRange.model_validate(written)
    assert (read.start_minute, read.end_minute) == (start, end)
    assert ClockRange.model_validate_json(read.model_dump_json()) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "6:00-11:30",
        "06:00",
        "06:00-06:00",
        "00:00-00:00",
        "24:00-06:00",
        "06:00-24:01",
        "06:00-24:59",
        "06:60-07:00",
        "25:00-26:00",
        "06:00-11:30-12:00",
        "6am-7am",
    ],
)
def test_what_is_no_window_of_the_day_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="is not a window of the day"):
        ClockRange.model_validate(written)


def recurrence(**fields: object) -> dict[str, object]:
    return {"rule": "FREQ=WEEKLY", "first": "2026-01-01T08:00", "lasts_minutes": 60, **fields}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"rule": "FREQ=MINUTELY"}, "is not a repetition rule .*FREQ=MINUTELY is none of"),
        ({"rule": "FREQ=DAILY\nEXDATE:20260102"}, "is not a repetition rule"),
        ({"rule": "FREQ=DAILY;" * 40}, "at most 300 characters"),
        ({"first": "2026-01-01T08:00Z"}, "must be local time"),
        ({"first": "1999-12-31T08:00"}, "not before 2000"),
        ({"first": "soon"}, "valid datetime"),
        ({"lasts_minutes": 0}, "greater than 0"),
        ({"lasts_minutes": 31 * 1440 + 1}, "less than or equal"),
    ],
)
def test_repetition_that_cannot_be_followed_is_refused_with_the_reason(
    fields: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        Recurrence.model_validate(recurrence(**fields))


@pytest.mark.parametrize(
    ("when", "always"),
    [
        ({}, True),
        # As a built pack writes it: every field, lists and not tuples.
        (json.loads(When().model_dump_json(by_alias=True)), True),
        ({"dayparts": [], "weekdays": [], "valid": {"from": None}}, True),
        ({"time_zone": "Asia/Shanghai"}, True),
        ({"dayparts": ["06:00-11:30"]}, False),
        ({"weekdays": ["mon"]}, False),
        ({"valid": {"from": "2020-01-01"}}, False),
        ({"valid": {"until": "2099-01-01"}}, False),
        ({"recurrence": recurrence()}, False),
    ],
)
def test_only_without_conditions_no_clock_is_needed(
    when: dict[str, object], *, always: bool
) -> None:
    assert When.model_validate(when).is_always is always


@pytest.mark.parametrize("zone", ["Nowhere/Nothing", "", "../../etc/passwd", 7])
def test_zone_that_does_not_exist_is_refused(zone: object) -> None:
    with pytest.raises(ValidationError):
        When.model_validate({"time_zone": zone})

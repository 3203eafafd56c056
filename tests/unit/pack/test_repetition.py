"""Which repetition rules are followed, and what their first instance implies."""

from datetime import datetime

import pytest

from player.pack.repetition import END, Frequency, parse_repetition

FIRST = datetime(2026, 3, 14, 8, 30)  # noqa: DTZ001  (local, as all of a rule)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("", "'' is not followed"),
        ("every day", "'EVERY DAY' is not followed"),
        ("BYDAY=MO", "FREQ= is none of"),
        ("FREQ=SECONDLY", "FREQ=SECONDLY is none of"),
        ("FREQ=MINUTELY", "FREQ=MINUTELY is none of"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ is given twice"),
        ("FREQ=DAILY;BYSECOND=5", "'BYSECOND=5' is not followed"),
        ("FREQ=YEARLY;BYEASTER=1", "'BYEASTER=1' is not followed"),
        ("FREQ=DAILY;INTERVAL=0", "not within 1..1000"),
        ("FREQ=DAILY;INTERVAL=1,2", "not within 1..1000"),
        ("FREQ=DAILY;INTERVAL=99999999999", "not within 1..1000"),
        ("FREQ=DAILY;COUNT=0", "not within 1..10000"),
        ("FREQ=DAILY;COUNT=10001", "not within 1..10000"),
        ("FREQ=DAILY;COUNT=x", "not within 1..10000"),
        ("FREQ=DAILY;BYHOUR=24", "not within 0..23"),
        ("FREQ=DAILY;BYMINUTE=60", "not within 0..59"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "not within -31..31"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "nothing is numbered 0"),
        ("FREQ=MONTHLY;BYMONTHDAY=", "not within -31..31"),
        ("FREQ=YEARLY;BYMONTH=0", "not within 1..12"),
        ("FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO", "not within -53..53"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO needs BYDAY"),
        ("FREQ=MONTHLY;BYWEEKNO=20;BYDAY=MO", "BYWEEKNO means nothing with FREQ=MONTHLY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY means nothing with FREQ=WEEKLY"),
        ("FREQ=DAILY;BYYEARDAY=1", "BYYEARDAY means nothing with FREQ=DAILY"),
        ("FREQ=HOURLY;BYMINUTE=1;BYSETPOS=1", "BYSETPOS means nothing with FREQ=HOURLY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS needs another BY part"),
        ("FREQ=WEEKLY;BYDAY=1MO", "1MO needs FREQ=MONTHLY or FREQ=YEARLY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "no ordinal 0"),
        ("FREQ=WEEKLY;BYDAY=XX", "'XX' is no weekday"),
        ("FREQ=WEEKLY;WKST=1", "WKST=1 is no weekday"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", "cannot be given together"),
        ("FREQ=DAILY;UNTIL=2026-12-31", "not local time"),
        ("FREQ=DAILY;UNTIL=20261231T180000Z", "not local time"),
        ("FREQ=DAILY;UNTIL=20260230", "day is out of range"),
    ],
)
def test_rule_that_cannot_be_followed_exactly_is_refused_with_the_reason(
    rule: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_repetition(rule, FIRST)


@pytest.mark.parametrize("rule", ["freq=daily", "RRULE:FREQ=DAILY", " FREQ=DAILY "])
def test_capitals_blanks_and_the_property_name_do_not_matter(rule: str) -> None:
    assert parse_repetition(rule, FIRST) == parse_repetition("FREQ=DAILY", FIRST)


@pytest.mark.parametrize(
    ("rule", "months", "month_days", "weekdays"),
    [
        ("FREQ=HOURLY", set(), set(), set()),
        ("FREQ=DAILY", set(), set(), set()),
        ("FREQ=WEEKLY", set(), set(), {(0, 5)}),
        ("FREQ=WEEKLY;BYDAY=MO,TU", set(), set(), {(0, 0), (0, 1)}),
        ("FREQ=MONTHLY", set(), {14}, set()),
        ("FREQ=MONTHLY;BYMONTH=5", {5}, {14}, set()),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", set(), {-1}, set()),
        ("FREQ=MONTHLY;BYDAY=1SA,-1SU", set(), set(), {(1, 5), (-1, 6)}),
        ("FREQ=YEARLY", {3}, {14}, set()),
        ("FREQ=YEARLY;BYMONTH=9", {9}, {14}, set()),
        ("FREQ=YEARLY;BYMONTHDAY=2", set(), {2}, set()),
        ("FREQ=YEARLY;BYYEARDAY=100", set(), set(), set()),
    ],
)
def test_first_instance_implies_what_the_rule_leaves_out(
    rule: str, months: set[int], month_days: set[int], weekdays: set[tuple[int, int]]
) -> None:
    read = parse_repetition(rule, FIRST)
    found = (set(read.months), set(read.month_days), set(read.weekdays))
    assert found == (months, month_days, weekdays)


def test_time_of_day_comes_from_the_first_instance_unless_given() -> None:
    rules = ("FREQ=DAILY", "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=0", "FREQ=HOURLY")
    read = [parse_repetition(rule, FIRST) for rule in rules]
    found = [(sorted(each.hours), sorted(each.minutes)) for each in read]
    assert found == [([8], [30]), ([6, 18], [0]), ([], [30])]


@pytest.mark.parametrize(
    ("rule", "until"),
    [
        ("FREQ=DAILY", END),
        ("FREQ=DAILY;UNTIL=20261231T180000", datetime(2026, 12, 31, 18)),  # noqa: DTZ001
        ("FREQ=DAILY;UNTIL=20261231", datetime(2026, 12, 31, 23, 59, 59, 999_999)),  # noqa: DTZ001
    ],
)
def test_last_day_of_a_rule_is_included(rule: str, until: datetime) -> None:
    assert parse_repetition(rule, FIRST).until == until


def test_all_parts_are_read() -> None:
    read = parse_repetition(
        "FREQ=YEARLY;INTERVAL=2;COUNT=3;WKST=SU;BYWEEKNO=1,-1;BYDAY=MO;BYSETPOS=-1", FIRST
    )
    assert (read.frequency, read.interval, read.count) == (Frequency.YEARLY, 2, 3)
    assert (read.week_start, *sorted(read.week_numbers), *read.positions) == (6, -1, 1, -1)

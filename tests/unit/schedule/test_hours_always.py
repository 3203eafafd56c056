"""Laws of opening hours, for rules nobody thought of."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.hours import Hours, HoursException
from player.pack.window import WEEKDAYS, ClockRange
from player.schedule.hours import OpeningHours, Status, minutes_left, next_words
from tests.fakes.content import GATE_ZONE, Document
from tests.fakes.opening_hours import make_hours

GATE: Final = ZoneInfo(GATE_ZONE)
DAY: Final = timedelta(days=1)
INSTANT: Final = timedelta(milliseconds=1)
WHOLE_DAY: Final = {"start_minute": 0, "end_minute": 1440}

_windows: Final = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 1440))
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: {"start_minute": pair[0], "end_minute": pair[1]}),
    min_size=1,
    max_size=3,
)
_FIRST: Final = date(2028, 2, 25)


@st.composite
def _exceptions(draw: st.DrawFn) -> Document:
    start = draw(st.integers(0, 8))
    opened, closed = draw(st.booleans()), draw(st.booleans())
    return {
        "from": _FIRST + start * DAY,
        "until": _FIRST + (start + draw(st.integers(0, 3))) * DAY,
        "open": draw(_windows) if opened else [],
        "closed": draw(st.just([WHOLE_DAY]) | _windows) if closed or not opened else [],
    }


_rules: Final = st.builds(
    make_hours,
    st.lists(
        st.fixed_dictionaries(
            {"windows": _windows, "weekdays": st.lists(st.sampled_from(WEEKDAYS), max_size=3)}
        ),
        min_size=1,
        max_size=3,
    ),
    st.lists(_exceptions(), max_size=3),
)
_zones: Final = st.sampled_from([GATE_ZONE, "Europe/Paris", "Asia/Kathmandu"])
_moments: Final = st.integers(0, 10 * 24 * 60 * 60 * 1000).map(
    lambda ms: datetime.combine(_FIRST, time(), UTC) + timedelta(milliseconds=ms)
)


def _is_open(rules: Hours, at: datetime) -> bool:
    """Say the same the slow way: look at the windows of today and of last night."""
    today = at.date()
    on = {day: _in_force(rules, day) for day in (today, today - DAY)}
    minute = (at - datetime.combine(today, time(), at.tzinfo)) / timedelta(minutes=1)
    is_open = is_closed = False
    for day, offset in ((today, 0.0), (today - DAY, 1440.0)):
        exception, now, own = on[day], minute + offset, on[today]
        is_last_night_over = (
            day != today and own is not None and bool(own.open) and own is not exception
        )
        windows = list(exception.open) if exception and exception.open else _regular(rules, day)
        if exception and any(each.model_dump() == WHOLE_DAY for each in exception.closed):
            windows = []
        if not is_last_night_over:
            is_open |= any(_holds(window, now) for window in windows)
        is_closed |= exception is not None and any(
            _holds(window, now) for window in exception.closed
        )
    return is_open and not is_closed


def _in_force(rules: Hours, day: date) -> HoursException | None:
    covering = [each for each in rules.exceptions if each.holds_on(day)]
    return covering[-1] if covering else None


def _regular(rules: Hours, day: date) -> list[ClockRange]:
    return [
        window
        for opening in rules.openings
        if not opening.weekdays or WEEKDAYS[day.weekday()] in opening.weekdays
        for window in opening.windows
    ]


def _holds(window: ClockRange, minute: float) -> bool:
    start, end = window.start_minute, window.end_minute
    return start <= minute < (end if end > start else end + 1440)


@given(_rules, _moments)
def test_a_lane_is_open_exactly_when_its_rules_say_so(rules: Hours, at: datetime) -> None:
    found = OpeningHours(rules, GATE).standing("road", "passenger", at, ClockTrust.TRUSTED)
    assert (found.status is Status.OPEN) == _is_open(rules, at.astimezone(GATE))


@given(_rules, _moments, _zones)
def test_status_flips_at_since_and_until_and_nowhere_between(
    rules: Hours, at: datetime, zone: str
) -> None:
    asked = OpeningHours(rules, ZoneInfo(zone))

    def status(instant: datetime) -> Status:
        return asked.standing("road", "passenger", instant, ClockTrust.TRUSTED).status

    found = asked.standing("road", "passenger", at, ClockTrust.TRUSTED)
    if found.since is not None:
        assert found.since <= at
        assert status(found.since) is found.status
        assert status(found.since - INSTANT) is not found.status
    if found.until is not None:
        assert at < found.until
        assert status(found.until - INSTANT) is found.status
        assert status(found.until) is not found.status
        between = at + (found.until - at) / 2
        assert status(between) is found.status


@given(_rules, _moments, _zones)
def test_the_next_opening_is_an_opening(rules: Hours, at: datetime, zone: str) -> None:
    asked = OpeningHours(rules, ZoneInfo(zone))
    found = asked.standing("road", "passenger", at, ClockTrust.TRUSTED)
    if found.opens is None:
        return
    assert found.opens > at
    opening = asked.standing("road", "passenger", found.opens, ClockTrust.TRUSTED)
    assert (opening.status, opening.since) == (Status.OPEN, found.opens)
    if found.status is Status.CLOSED:
        assert found.opens == found.until


@given(_rules, _moments, _zones)
def test_a_whole_day_lasts_from_midnight_to_midnight(rules: Hours, at: datetime, zone: str) -> None:
    clock = ZoneInfo(zone)
    asked = OpeningHours(rules, clock)
    found = asked.standing("road", "passenger", at, ClockTrust.TRUSTED)
    today = at.astimezone(clock).date()
    midnights = [datetime.combine(day, time(), clock) for day in (today, today + DAY)]
    changes_today = [
        edge
        for edge in (found.since, found.until)
        if edge is not None and midnights[0] < edge < midnights[1]
    ]
    assert found.all_day == (not changes_today)


@given(_rules, _moments)
def test_words_hold_until_the_next_wording(rules: Hours, at: datetime) -> None:
    asked = OpeningHours(rules, GATE)

    def words(instant: datetime) -> object:
        found = asked.standing("road", "passenger", instant, ClockTrust.TRUSTED)
        return found, minutes_left(found, instant), instant.astimezone(GATE).date()

    found = asked.standing("road", "passenger", at, ClockTrust.TRUSTED)
    change = next_words([found], at, GATE)
    assert change is not None
    assert at < change
    assert words(change - INSTANT) == words(at)
    assert words(change) != words(at)

"""What holds of every programme: random packs, zones and spans of time."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.instants import EARLIEST, LATEST, Interval, day_bounds, from_ms, to_ms
from player.schedule.programme import KEPT_DAYS, Programme
from player.schedule.showable import is_undated, item_interval
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.schedule.timetable import Timetable
from player.schedule.windows import Windows
from tests.fakes.content import (
    LANGUAGES,
    Document,
    Items,
    item_document,
    make_content,
    picture_document,
)
from tests.fakes.many_rules import realistic_rules
from tests.fakes.programme import local, make_programme, playlist, shown

TRUSTED, UNTRUSTED = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED
ZONES: Final = (
    "Asia/Ho_Chi_Minh",
    "Europe/Paris",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Pacific/Apia",
)
MOMENTS: Final = tuple(
    datetime.fromisoformat(text).replace(tzinfo=UTC)
    for text in (
        "2026-11-22T17:00",  # midnight at the gate
        "2026-03-29T01:00",  # Paris skips an hour
        "2026-10-25T01:00",  # … and repeats one
        "2026-10-03T15:30",  # Lord Howe skips half an hour
        "2026-04-04T15:00",  # … and repeats it
        "2018-11-04T03:00",  # São Paulo skips midnight
        "2018-02-18T02:00",  # … and repeats the hour before it
        "2010-11-07T02:31",  # St John's repeats the hour around midnight
        "2011-12-30T10:00",  # Apia skips a day
        "2028-02-29T00:00",
        "2026-12-31T17:00",
    )
)
_dates = st.sampled_from(MOMENTS).map(lambda moment: f"{moment:%Y-%m-%d}")
_times = st.builds(
    lambda moment, minutes: f"{moment + timedelta(minutes=minutes):%Y-%m-%dT%H:%MZ}",
    st.sampled_from(MOMENTS),
    st.integers(-120, 120),
)
_clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 1, 30, 59)))
_dayparts = st.tuples(_clocks, _clocks).filter(lambda part: part[0] != part[1]).map("-".join)
_recurrences = st.builds(
    lambda rule, clock, minutes: {
        "rule": rule,
        "first": f"2010-01-01T{clock}",
        "lasts_minutes": minutes,
    },
    st.sampled_from(
        (
            "FREQ=DAILY;INTERVAL=2",
            "FREQ=HOURLY;INTERVAL=5",
            "FREQ=WEEKLY;BYDAY=SU,MO",
            "FREQ=MONTHLY;BYDAY=-1SU",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=DAILY;COUNT=6000",
        )
    ),
    _clocks,
    st.sampled_from((1, 45, 1440, 10_000)),
)
_validity = st.fixed_dictionaries({}, optional={"from": _dates | _times}) | (
    st.fixed_dictionaries({"until": _dates | _times})
)
_when = st.fixed_dictionaries(
    {},
    optional={
        "dayparts": st.lists(_dayparts, max_size=2),
        "weekdays": st.lists(st.sampled_from(("mon", "sat", "sun")), max_size=2),
        "valid": _validity,
        "recurrence": _recurrences,
        "time_zone": st.sampled_from(ZONES),
    },
)
_item_fields: st.SearchStrategy[Document] = st.fixed_dictionaries(
    {
        "duration_s": st.fixed_dictionaries(
            {"vi": st.integers(5, 40)}, optional={tag: st.integers(5, 40) for tag in LANGUAGES[1:]}
        )
    },
    optional={
        "valid": _validity,
        "lasting": st.booleans(),
        "essential": st.booleans(),
        "must_show": st.booleans(),
        "picture": _dates.map(picture_document),
    },
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    ids = "abcdef"[: draw(st.integers(1, 6))]
    items: Items = [item_document(id_, **draw(_item_fields)) for id_ in ids]
    playlists = [
        playlist(
            f"rule-{number}",
            *draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4)),
            priority=draw(st.integers(0, 2)),
            weight=draw(st.integers(1, 3)),
            default=draw(st.booleans()),
            when=draw(_when),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return make_content(items, playlists, zone=draw(st.sampled_from(ZONES)))


_languages = st.integers(1, 5).map(lambda count: LANGUAGES[:count])
_trusts = st.sampled_from((TRUSTED, TRUSTED, UNTRUSTED))
_starts = st.builds(
    lambda moment, seconds: moment + timedelta(seconds=seconds),
    st.sampled_from(MOMENTS),
    st.floats(-7200, 7200).map(lambda seconds: round(seconds, 3)),
)
_spans = st.integers(1, 3 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Content, Callable[[], Programme], ClockTrust]:
    """Return a pack, how to make its programme for some screen, and whether its clock is right."""
    content, languages, trust = draw(contents()), draw(_languages), draw(_trusts)
    return content, lambda: make_programme(content, languages=languages, trust=trust), trust


few = settings(max_examples=60)


@few
@given(made=programmes(), start=_starts, span=_spans)
def test_slots_cover_any_span_without_gap_or_overlap(
    made: tuple[Content, Callable[[], Programme], ClockTrust], start: datetime, span: timedelta
) -> None:
    found = list(made[1]().slots(start, start + span))
    assert (found[0].start, found[-1].end) == (start, start + span)
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(slot.start < slot.end for slot in found)


@few
@given(made=programmes(), start=_starts, span=_spans, asked=st.floats(0, 1, exclude_max=True))
def test_slot_at_any_instant_is_the_one_among_the_slots(
    made: tuple[Content, Callable[[], Programme], ClockTrust],
    start: datetime,
    span: timedelta,
    asked: float,
) -> None:
    found = list(made[1]().slots(start, start + span))
    instant = start + timedelta(milliseconds=int(span / timedelta(milliseconds=1) * asked))
    listed = found[bisect_right([slot.start for slot in found], instant) - 1]
    slot = made[1]().slot_at(instant)
    assert slot.start <= instant < slot.end
    cut = replace(slot, start=max(slot.start, start), end=min(slot.end, start + span))
    assert cut == listed


@few
@given(made=programmes(), start=_starts, span=_spans, later=st.floats(0, 1))
def test_screen_that_starts_later_rejoins_in_step(
    made: tuple[Content, Callable[[], Programme], ClockTrust],
    start: datetime,
    span: timedelta,
    later: float,
) -> None:
    end = start + span
    whole = list(made[1]().slots(start, end))
    rejoined = list(made[1]().slots(start + span * later, end))
    assert rejoined[1:] == whole[len(whole) - len(rejoined) + 1 :]


@few
@given(made=programmes(), instants=st.lists(_starts, min_size=2, max_size=6))
def test_clock_that_steps_either_way_is_answered_as_if_it_had_always_been_right(
    made: tuple[Content, Callable[[], Programme], ClockTrust], instants: list[datetime]
) -> None:
    stepping = made[1]()
    assert [stepping.slot_at(at) for at in instants] == [made[1]().slot_at(at) for at in instants]


@few
@given(made=programmes(), start=_starts, span=_spans)
def test_only_what_may_show_shows(
    made: tuple[Content, Callable[[], Programme], ClockTrust], start: datetime, span: timedelta
) -> None:
    content, make, trust = made
    zone = ZoneInfo(content.gate.time_zone)
    for slot in make().slots(start, start + span):
        if slot.item == DEFAULT_GATE_PAGE:
            continue
        item = content.item_by_id[slot.item]
        first, last = item_interval(item, zone)
        assert first <= to_ms(slot.start) < to_ms(slot.end) <= last or trust is UNTRUSTED
        assert is_undated(item) or trust is TRUSTED
        assert slot.shown_in in item.text


@few
@given(made=programmes(), start=_starts)
def test_slot_is_only_shorter_than_its_text_needs_where_nothing_longer_fits(
    made: tuple[Content, Callable[[], Programme], ClockTrust], start: datetime
) -> None:
    content, make, _ = made
    programme = make()
    slot = programme.slot_at(start)
    needed_s = (
        12
        if slot.item == DEFAULT_GATE_PAGE
        else content.item_by_id[slot.item].text[slot.shown_in].duration_s
    )
    segments = {(each.start, each.end) for each in programme._day(to_ms(start))._segments}
    is_whole_segment = (to_ms(slot.start), to_ms(slot.end)) in segments
    assert (slot.end - slot.start).total_seconds() >= needed_s or is_whole_segment


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Paris", "2026-03-29", 23),
        ("Europe/Paris", "2026-10-25", 25),
        ("America/Sao_Paulo", "2018-11-04", 23),
        ("America/Sao_Paulo", "2018-02-17", 25),
        ("Australia/Lord_Howe", "2026-10-04", 23.5),
        ("Australia/Lord_Howe", "2026-04-05", 24.5),
        ("Asia/Ho_Chi_Minh", "2028-02-29", 24),
    ],
)
def test_every_local_day_is_played_whole_whatever_its_length(
    zone: str, day: str, hours: float
) -> None:
    programme = make_programme(make_content(["a", "b", "c"], zone=zone), languages=LANGUAGES)
    start, end = map(from_ms, day_bounds(date.fromisoformat(day), ZoneInfo(zone)))
    found = list(programme.slots(start, end))
    assert sum((slot.end - slot.start).total_seconds() for slot in found) == hours * 3600
    assert (found[0].start, found[-1].end) == (start, end)
    assert all(before.end == after.start for before, after in pairwise(found))


def test_evening_minutes_that_come_twice_are_played_twice() -> None:
    programme = make_programme(make_content(["a", "b"], zone="America/St_Johns"))
    # At 00:01 on 7 November 2010 clocks went back to 23:01.
    first = datetime(2010, 11, 7, 2, 30, tzinfo=UTC)
    found = shown(programme, first, hours=2)
    assert (found[0].start, found[-1].end) == (first, first + timedelta(hours=2))
    assert {f"{slot.start:%d %H}" for slot in found} == {"06 23", "07 00"}


def test_times_are_told_on_the_clock_of_the_gate() -> None:
    programme = make_programme(make_content(["a"]))
    instant = datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert programme.slot_at(instant).start.isoformat() == "2026-11-23T12:00:00+07:00"
    first = next(programme.slots(instant, instant + timedelta(seconds=3)))
    assert (first.start.isoformat(), first.end.isoformat()) == (
        "2026-11-23T12:00:00+07:00",
        "2026-11-23T12:00:03+07:00",
    )


def test_times_of_slots_can_be_compared_and_subtracted_while_clocks_change() -> None:
    programme = make_programme(make_content(["a", "b"], zone="Europe/Paris"))
    found = shown(programme, datetime(2026, 10, 25, 0, tzinfo=UTC), hours=2)
    assert all(slot.end > slot.start for slot in found)
    assert sum((slot.end - slot.start).total_seconds() for slot in found) == 7200


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2026, 11, 23),  # noqa: DTZ001  (the point of the case)
        datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(2999, 12, 31, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=UTC),
    ],
)
def test_instant_without_place_in_the_programme_is_refused(instant: datetime) -> None:
    programme = make_programme(make_content(["a"]))
    good = datetime(2026, 11, 23, tzinfo=UTC)
    asked: list[Callable[[], object]] = [
        lambda: programme.slot_at(instant),
        lambda: list(programme.slots(good, instant)),
        lambda: list(programme.rules_between(instant, good)),
    ]
    for ask in asked:
        with pytest.raises(ValueError, match=r"naive|outside"):
            ask()


@pytest.mark.parametrize("instant", [EARLIEST, LATEST, datetime(2000, 1, 1, tzinfo=UTC)])
def test_any_year_a_clock_may_show_has_a_programme(instant: datetime) -> None:
    assert make_programme(make_content(["a"])).slot_at(instant).item == "a"


def test_span_that_is_empty_or_backwards_has_no_slots() -> None:
    programme = make_programme(make_content(["a"]))
    noon = datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert list(programme.slots(noon, noon)) == []
    assert list(programme.slots(noon, noon - timedelta(hours=1))) == []


def test_untrusted_clock_plays_undated_playlists_and_items_alone() -> None:
    dated = item_document("c", lasting=False, valid={"until": "2099-01-01"})
    items: Items = ["a", "b", dated]
    playlists = [
        playlist("a", default=True),
        playlist("c", default=True),
        playlist("b", priority=5, when={"dayparts": ["00:00-24:00"]}),
    ]
    content = make_content(items, playlists)
    noon = local("2026-11-23T12:00")
    believed = make_programme(content).slot_at(noon)
    doubted = make_programme(content, trust=UNTRUSTED)
    assert believed.item == "b"
    assert {slot.item for slot in shown(doubted, noon, hours=1)} == {"a"}


def test_pack_without_schedule_shows_the_default_gate_page_in_every_language() -> None:
    programme = make_programme(make_content(["a"], []), languages=LANGUAGES)
    found = shown(programme, local("2026-11-23"), hours=1 / 60)
    assert {(slot.item, slot.why) for slot in found} == {(DEFAULT_GATE_PAGE, DEFAULT_GATE_PAGE)}
    assert [slot.language for slot in found] == list(LANGUAGES)


def test_days_long_past_are_forgotten() -> None:
    programme = make_programme(make_content(["a"]))
    for day in range(1, 20):
        programme.slot_at(datetime(2026, 11, day, tzinfo=UTC))
    assert len(programme._days) <= KEPT_DAYS


def test_rules_below_one_that_holds_all_day_are_not_even_asked() -> None:
    asked: list[object] = []

    class Counted(Windows):
        """Conditions that tell when they are asked."""

        def during(self, span: Interval) -> list[Interval]:
            asked.append(self)
            return super().during(span)

    rules = [
        playlist("top", "a", priority=9),
        *(playlist(f"r-{n}", "b", when={"dayparts": ["06:00-07:00"]}) for n in range(50)),
    ]
    programme = make_programme(make_content(["a", "b"], rules))
    counted = [
        replace(rule, windows=Counted(*(getattr(rule.windows, f.name) for f in fields(Windows))))
        for rule in programme._rules
    ]
    day = day_bounds(date(2026, 11, 23), ZoneInfo("Asia/Ho_Chi_Minh"))
    assert len(Timetable(counted, programme._showable).segments(day)) == 1
    assert len(asked) == 1


def test_two_screens_side_by_side_show_the_same_of_many_rules() -> None:
    content = realistic_rules(rules=200)
    start = local("2026-11-23T08:00")
    one, two = (
        shown(make_programme(content, languages=LANGUAGES), start, hours=2) for _ in range(2)
    )
    assert one == two

"""National mourning: what is festive or promotional gives way for exactly its hours."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.instants import day_bounds, from_ms, to_ms
from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from tests.fakes.content import LANGUAGES, Document, item_document, make_content, mourning
from tests.fakes.programme import local, make_programme, playlist, shown

DAY: Final = local("2026-11-23")
BEGIN: Final = "2026-11-23T10:00:07"
END: Final = "2026-11-23T14:30:01"
"""Seconds that no slot of the tests ends at by itself."""

FESTIVAL: Final = item_document("festival", tone="festive")
SALE: Final = item_document("sale", tone="promotional")
HELP: Final = item_document("help", essential=True)
ORDERED: Final = item_document("ordered", must_show=True)


def grieving(*items: str | Document, playlists: list[Document] | None = None) -> Content:
    return make_content(items, playlists, occasions=[mourning(BEGIN, END)])


def during(content: Content) -> list[Slot]:
    programme = make_programme(content, languages=("vi", "en"))
    return list(programme.slots(local(BEGIN), local(END)))


def named(slots: list[Slot]) -> set[str]:
    return {slot.item for slot in slots}


def test_loop_is_refilled_by_the_rest_from_the_first_second_to_the_last() -> None:
    content = grieving("a", FESTIVAL, "b", SALE)
    assert named(during(content)) == {"a", "b"}
    whole = shown(make_programme(content), DAY)
    given_way = [slot for slot in whole if slot.item in {"festival", "sale"}]
    before = [slot for slot in given_way if slot.start < local(BEGIN)]
    after = [slot for slot in given_way if slot.start >= local(BEGIN)]
    assert before[-1].end <= local(BEGIN)
    assert after[0].start >= local(END)
    assert len(before) + len(after) == len(given_way)


def test_slot_on_screen_ends_with_the_second_at_which_mourning_begins_or_is_over() -> None:
    slots = shown(make_programme(grieving("a", FESTIVAL)), DAY)
    edges = {slot.start for slot in slots} | {slot.end for slot in slots}
    assert {local(BEGIN), local(END)} <= edges


def test_playlist_of_nothing_else_leaves_the_screen_to_those_below_it() -> None:
    playlists = [
        playlist("tet", "festival", "sale", priority=9),
        playlist("daily", "a", default=True),
    ]
    content = grieving("a", FESTIVAL, SALE, playlists=playlists)
    assert {slot.why for slot in during(content)} == {"playlist:daily"}
    outside = shown(make_programme(content), local("2026-11-23T08:00"), hours=1)
    assert {slot.why for slot in outside} == {"playlist:tet"}


def test_where_nothing_else_is_left_the_gate_page_stands() -> None:
    assert named(during(grieving(FESTIVAL, SALE))) == {DEFAULT_GATE_PAGE}


def test_practical_help_and_what_was_ordered_stay() -> None:
    assert named(during(grieving("a", FESTIVAL, HELP, ORDERED))) == {"a", "help", "ordered"}


def test_order_to_show_something_festive_waits_too() -> None:
    parade = item_document("parade", must_show=True, tone="festive")
    assert named(during(grieving("a", parade))) == {"a"}


def test_tone_never_takes_practical_help_away() -> None:
    both = item_document("both", essential=True, tone="festive")
    assert "both" in named(during(grieving("a", both)))


def test_plain_tone_is_no_tone() -> None:
    assert "said" in named(during(grieving("a", item_document("said", tone="plain"))))


@pytest.mark.parametrize(
    ("until", "last", "first"),
    [
        ("2026-11-24", "2026-11-24T23:59:59", "2026-11-25T00:00:00"),
        ("2026-11-24T12:00", "2026-11-24T11:59:59", "2026-11-24T12:00:00"),
    ],
)
def test_last_day_is_included_and_a_last_time_is_not(until: str, last: str, first: str) -> None:
    occasion = mourning("2026-11-23", until)
    programme = make_programme(make_content([FESTIVAL], occasions=[occasion]))
    asked = ("2026-11-22T23:59:59", "2026-11-23T00:00:00", last, first)
    seen = [programme.slot_at(local(at)).item == "festival" for at in asked]
    assert seen == [True, False, False, True]


def test_two_occasions_that_touch_are_one() -> None:
    occasions = [
        mourning("2026-11-23T06:00", "2026-11-23T09:00"),
        mourning("2026-11-23T09:00", "2026-11-23T12:00", id="second"),
    ]
    programme = make_programme(make_content(["a", FESTIVAL], occasions=occasions))
    slots = programme.slots(local("2026-11-23T06:00"), local("2026-11-23T12:00"))
    assert named(list(slots)) == {"a"}


@pytest.mark.parametrize(
    ("occasions", "expected"),
    [([], {"a", "festival"}), ([mourning("2019-01-01", "2019-01-02")], {"a"})],
)
def test_clock_nobody_believes_takes_the_careful_choice(
    occasions: list[Document], expected: set[str]
) -> None:
    content = make_content(["a", FESTIVAL], occasions=occasions)
    programme = make_programme(content, trust=ClockTrust.UNTRUSTED)
    assert named(shown(programme, DAY, hours=1)) == expected


@pytest.mark.parametrize(
    ("at", "item", "expected"),
    [
        ("2026-11-23T09:00", "festival", True),
        ("2026-11-23T11:00", "festival", False),
        ("2026-11-23T11:00", "a", True),
        ("2026-11-23T11:00", DEFAULT_GATE_PAGE, True),
        ("2026-11-23T11:00", "unheard-of", False),
    ],
)
def test_what_gives_way_does_not_stand_in_for_what_cannot_be_drawn(
    at: str, item: str, *, expected: bool
) -> None:
    programme = make_programme(grieving("a", FESTIVAL))
    assert programme.may_fill(programme.slot_at(local(at)), item) is expected


# --- whatever the pack ---

_tones = st.sampled_from((None, "plain", "festive", "promotional"))
_zones = st.sampled_from(("Asia/Ho_Chi_Minh", "Europe/Paris", "Australia/Lord_Howe"))
_moments = st.builds(
    lambda seconds: f"{datetime.fromisoformat('2026-10-24') + timedelta(seconds=seconds)}",
    st.integers(0, 4 * 86_400),
)


@st.composite
def packs(draw: st.DrawFn) -> tuple[Content, Content]:
    """Return a pack with occasions, and the same without."""
    items = [
        item_document(
            id_,
            duration_s=draw(st.integers(5, 40)),
            tone=draw(_tones),
            **draw(st.sampled_from(({}, {}, {"essential": True}, {"must_show": True}))),
        )
        for id_ in "abcdef"[: draw(st.integers(1, 6))]
    ]
    ids = [item["id"] for item in items]
    playlists = [
        playlist(
            f"rule-{number}",
            *draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4)),
            priority=draw(st.integers(0, 2)),
            default=draw(st.booleans()),
            when=draw(st.sampled_from(({}, {"dayparts": ["22:00-05:00"]}))),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    spans = draw(st.lists(st.lists(_moments, min_size=2, max_size=2, unique=True), max_size=2))
    zone = draw(_zones)
    occasions = [
        mourning(*sorted(span), id=f"occasion-{number}") for number, span in enumerate(spans)
    ]
    return (
        make_content(items, playlists, zone=zone, occasions=occasions),
        make_content(items, playlists, zone=zone),
    )


def _hours(content: Content) -> list[tuple[int, int]]:
    """Return begin and end of every occasion, worked out as a calendar would."""
    zone = ZoneInfo(content.gate.time_zone)
    edges = [
        (each.start, each.until) for each in content.occasions if isinstance(each.start, datetime)
    ]
    return [
        (to_ms(start.replace(tzinfo=zone)), to_ms(until.replace(tzinfo=zone, fold=1)))
        for start, until in edges
        if isinstance(start, datetime) and isinstance(until, datetime)
    ]


@settings(max_examples=60)
@given(made=packs(), at=st.floats(0, 1), languages=st.integers(1, 3))
def test_nothing_that_gives_way_is_in_any_slot_within_the_hours(
    made: tuple[Content, Content], at: float, languages: int
) -> None:
    content, _ = made
    programme = make_programme(content, languages=LANGUAGES[:languages])
    for begin, end in _hours(content):
        probe = min(begin + int((end - begin) * at), end - 1)
        spans = [(begin, min(begin + 600_000, end)), (probe, min(probe + 600_000, end))]
        spans.append((max(begin, end - 600_000), end))
        for start, until in spans:
            for slot in programme.slots(from_ms(start), from_ms(until)):
                item = content.item_by_id.get(slot.item)
                assert item is None or not item.gives_way


@settings(max_examples=60)
@given(made=packs(), day=st.integers(-1, 6))
def test_days_that_no_occasion_touches_are_as_they_were(
    made: tuple[Content, Content], day: int
) -> None:
    content, without = made
    zone = ZoneInfo(content.gate.time_zone)
    date = datetime.fromisoformat("2026-10-24").date() + timedelta(days=day)
    start, end = day_bounds(date, zone)
    is_touched = any(begin < end and start < until for begin, until in _hours(content))
    is_concerned = any(item.gives_way for item in content.items)
    if is_touched and is_concerned:
        return
    span = (from_ms(start), from_ms(min(start + 3 * 3_600_000, end)))
    assert list(make_programme(content).slots(*span)) == list(make_programme(without).slots(*span))


@settings(max_examples=60)
@given(made=packs(), seconds=st.integers(-3600, 5 * 86_400))
def test_screens_side_by_side_agree_whenever_they_were_started(
    made: tuple[Content, Content], seconds: int
) -> None:
    content, _ = made
    instant = local("2026-10-24") + timedelta(seconds=seconds)
    old = make_programme(content, languages=LANGUAGES)
    for hours in (7, 3, 1):
        old.slot_at(instant - timedelta(hours=hours))
    assert old.slot_at(instant) == make_programme(content, languages=LANGUAGES).slot_at(instant)

"""Which items a screen may show at all, and between which instants."""

from zoneinfo import ZoneInfo

import pytest

from player.clock import ClockTrust
from player.pack.instants import DAWN, DUSK, to_ms
from player.schedule.profile import ScreenProfile
from player.schedule.showable import SHORTEST_MS, is_for, is_undated, item_interval, showable_items
from tests.fakes.content import (
    GATE_ZONE,
    Document,
    Items,
    item_document,
    make_content,
    picture_document,
    recording,
    source_document,
)
from tests.fakes.programme import local

VI = ScreenProfile(("vi",))

ENDS = [
    ({}, None),
    ({"valid": {"until": "2026-11-23"}}, "2026-11-24"),
    ({"valid": {"until": "2026-11-23T18:00"}}, "2026-11-23T18:00"),
    ({"picture": picture_document("2026-11-23")}, "2026-11-24"),
    ({"picture": picture_document(None)}, None),
    ({"source": source_document("2026-11-23", "withdraw")}, "2026-11-24"),
    ({"source": source_document("2026-11-23", "label")}, None),
    (
        {
            "valid": {"until": "2026-12-31"},
            "picture": picture_document("2026-11-30"),
            "source": source_document("2026-11-23", "withdraw"),
        },
        "2026-11-24",
    ),
]


def only_item(**fields: object) -> Document:
    return item_document("notice", **fields)  # type: ignore[arg-type]  # (fields of an item)


@pytest.mark.parametrize(("fields", "end"), ENDS)
def test_item_ends_at_local_midnight_after_its_earliest_last_day(
    fields: Document, end: str | None
) -> None:
    item = make_content([only_item(**fields)]).items[0]
    expected = DUSK if end is None else to_ms(local(end))
    assert item_interval(item, ZoneInfo(GATE_ZONE)) == (DAWN, expected)


def test_licence_of_a_clip_ends_like_that_of_a_picture() -> None:
    poster = picture_document("2026-11-23")
    clip = only_item(
        kind="video",
        video={**poster, "file": {**poster["file"], "type": "video/mp4", "duration_ms": 9000}},
    )
    item = make_content([clip]).items[0]
    assert item_interval(item, ZoneInfo(GATE_ZONE))[1] == to_ms(local("2026-11-24"))


@pytest.mark.parametrize(
    ("fields", "undated"),
    [
        ({}, True),
        ({"source": source_document("2026-11-23", "label")}, True),
        ({"picture": picture_document(None)}, True),
        ({"lasting": False}, False),
        ({"valid": {"from": "2020-01-01"}}, False),
        ({"valid": {"until": "2099-01-01"}}, False),
        ({"source": source_document("2026-11-23", "withdraw")}, False),
        ({"picture": picture_document("2099-01-01")}, False),
    ],
)
def test_only_undated_items_need_no_clock(fields: Document, undated: bool) -> None:
    content = make_content([only_item(**fields)])
    assert is_undated(content.items[0]) is undated
    assert bool(showable_items(content, VI, ClockTrust.UNTRUSTED)) is undated
    assert showable_items(content, VI, ClockTrust.TRUSTED)


@pytest.mark.parametrize(
    ("wanted", "before_it", "shows"),
    [
        ((), (), True),
        ((), ("drivers",), True),
        (("drivers",), (), True),
        (("drivers",), ("drivers", "arrivals"), True),
        (("drivers", "staff"), ("arrivals", "staff"), True),
        (("drivers",), ("arrivals",), False),
    ],
)
def test_item_is_for_its_audience(
    wanted: tuple[str, ...], before_it: tuple[str, ...], shows: bool
) -> None:
    profile = ScreenProfile(("vi",), frozenset(before_it))
    content = make_content([only_item(audience=wanted)])
    assert is_for(wanted, profile) is shows
    assert bool(showable_items(content, profile, ClockTrust.TRUSTED)) is shows


def test_missing_translation_is_stood_in_for_by_the_declared_chain() -> None:
    languages: Items = ["vi", {"tag": "lo", "fallback": ["th", "en"]}, "km", {"tag": "en"}]
    item = item_document("notice", duration_s={"vi": 12, "en": 9})
    content = make_content([item], languages=languages)
    profile = ScreenProfile(("vi", "lo", "km", "hmn"))
    airtime = showable_items(content, profile, ClockTrust.TRUSTED)["notice"].airtime
    assert airtime.shown_in == {"vi": "vi", "lo": "en", "km": "vi", "hmn": "vi"}
    assert airtime.duration_ms == {"vi": 12_000, "lo": 9000, "km": 12_000, "hmn": 12_000}
    assert airtime.longest_ms == 12_000


def test_text_whose_duration_is_not_known_yet_still_takes_time() -> None:
    content = make_content([item_document("notice", duration_s=0)])
    airtime = showable_items(content, VI, ClockTrust.TRUSTED)["notice"].airtime
    assert airtime.duration_ms == {"vi": SHORTEST_MS}


@pytest.mark.parametrize(
    ("language", "seconds"),
    [
        ("vi", 12),  # its text takes longer than its recording
        ("en", 31),
        ("hmn", 42),  # no text of its own
        ("km", 12),  # shown, and heard, in Vietnamese
    ],
)
def test_recording_is_never_cut_short(language: str, seconds: int) -> None:
    tags = ("vi", "en", "hmn", "km")
    item = recording("bell", {"vi": 4_000, "en": 29_100, "hmn": 40_500}, {"vi": 12, "en": 9})
    content = make_content([item], languages=tags)
    shown = showable_items(content, ScreenProfile(tags), ClockTrust.TRUSTED)["bell"]
    assert shown.airtime.duration_ms[language] == seconds * 1000
    assert shown.airtime.longest_ms == 42_000


def test_licence_of_a_recording_ends_the_item() -> None:
    item = recording("bell", {"vi": 4_000}, {"vi": 12})
    item["audio"]["vi"]["rights"]["until"] = "2026-11-23"
    content = make_content([item])
    assert item_interval(content.items[0], ZoneInfo(GATE_ZONE)) == (
        DAWN,
        to_ms(local("2026-11-24")),
    )

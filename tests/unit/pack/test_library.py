"""The library: how an entry is had in a language, and what may be opened on a day."""

import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from player.errors import PackFormatError
from player.pack.library import (
    ENTRIES,
    MOST_PAGES,
    DocumentEntry,
    LibraryEntry,
    Way,
    had_in,
    is_undated,
    item_of,
    languages_had,
    on_offer,
    version_for,
    ways,
)
from player.pack.lookup import Lookup, lookup_media, parse_lookup
from tests.fakes.content import (
    GATE_ZONE,
    Document,
    clip_document,
    item_document,
    make_content,
    picture_document,
    recording,
    source_document,
)
from tests.fakes.library import entry, page

DAY = date(2026, 11, 22)
ZONE = ZoneInfo(GATE_ZONE)
ITEMS = make_content(
    [
        item_document("news", duration_s={"vi": 10, "en": 10}),
        {**clip_document(), "id": "river"},
        recording("bell", {"vi": 20_000, "hmn": 20_000}, {"vi": 10, "en": 10}),
        {**item_document("poster"), "kind": "poster", "picture": picture_document()},
    ]
).item_by_id


def parse(*entries: Document, **fields: object) -> Lookup:
    return parse_lookup(json.dumps({"format": "1.0", "library": entries, **fields}).encode())


def the(document: Document) -> LibraryEntry:
    return parse(document).library[0]


def test_entries_of_every_kind_survive_being_written_and_read_again() -> None:
    lookup = parse(
        *(entry(kind, kind, valid={"until": "2027-01-01"}) for kind in ENTRIES),
        topics=[],
    )
    written = lookup.model_dump_json(by_alias=True)
    assert parse_lookup(written.encode()).model_dump_json(by_alias=True) == written
    assert [each.kind for each in lookup.library] == list(ENTRIES)
    assert not lookup.is_empty


def test_a_pack_of_before_has_an_empty_library() -> None:
    assert parse_lookup(b'{"format": "1.0"}').library == ()


def test_entries_of_a_later_player_are_passed_over() -> None:
    lookup = parse(entry("hologram", "a"), entry("clip", "b", depth=3))
    assert [each.id for each in lookup.library] == ["b"]


@pytest.mark.parametrize(
    ("spoilt", "named"),
    [
        (entry("document", "a", pages={}), "no pages"),
        (entry("document", "a", pages={"vi": []}), "library.0.document.pages.vi"),
        (entry("document", "a", pages={"vi": [page(n) for n in range(MOST_PAGES + 1)]}), "pages"),
        (entry("clip", "a", text={}), "no text"),
        (entry("clip", "a", text={"vi": {"title": ""}}), "title"),
        (entry("clip", "a", item="../a"), "item"),
        (entry("document", "a", issued="yesterday"), "issued"),
        ("all of them", "library"),
    ],
)
def test_what_cannot_be_opened_is_refused_and_named(spoilt: Document, named: str) -> None:
    with pytest.raises(PackFormatError, match=named):
        parse(spoilt)


def test_a_library_that_is_no_list_is_refused() -> None:
    with pytest.raises(PackFormatError, match="library"):
        parse_lookup(b'{"format": "1.0", "library": {"kind": "clip"}}')


def test_media_of_a_lookup_are_plan_pictures_and_pages() -> None:
    place = {"id": "desk", "icon": "help", "name": {"vi": "Quầy"}, "x": 0, "y": 0}
    lookup = parse(
        entry("document", "a"),
        entry("clip", "b"),
        plan={"picture": picture_document(), "places": [place]},
        topics=[],
    )
    digests = [file.sha256 for file in lookup_media(lookup)]
    pages = [page(1)["sha256"], page(2)["sha256"]]
    assert digests == ["0" * 64, *pages, *pages]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (entry("document", "a", ["vi", "zh"]), {"vi": Way.READ, "zh": Way.READ}),
        (entry("bulletin", "news"), {"vi": Way.READ, "en": Way.READ}),
        (
            entry("recording", "bell"),
            {"vi": Way.HEARD, "en": Way.READ, "hmn": Way.HEARD},
        ),
        (entry("recording", "nowhere"), {}),
        (entry("recording", "river"), {}),
        (entry("bulletin", "poster"), {}),
    ],
)
def test_an_entry_is_had_in_a_language_one_way(
    document: Document, expected: dict[str, Way]
) -> None:
    assert ways(the(document), ITEMS) == expected


def test_a_clip_is_watched_in_every_language_of_its_words() -> None:
    had = ways(the(entry("clip", "river")), ITEMS)
    assert set(had.values()) == {Way.WATCHED}
    assert had.keys() == ITEMS["river"].text.keys()


def test_an_item_is_found_only_by_an_entry_of_its_kind() -> None:
    assert item_of(the(entry("clip", "river")), ITEMS) is ITEMS["river"]
    assert item_of(the(entry("clip", "bell")), ITEMS) is None
    assert item_of(the(entry("document", "bell")), ITEMS) is None


@pytest.mark.parametrize(
    ("language", "fallback", "expected"),
    [
        ("hmn", [], ("hmn", Way.HEARD)),
        ("en", [], ("en", Way.READ)),
        ("lo", ["en"], ("en", Way.READ)),
        ("lo", ["km"], ("vi", Way.HEARD)),
    ],
)
def test_an_entry_opens_in_the_readers_language_or_the_next_best(
    language: str, fallback: list[str], expected: tuple[str, Way]
) -> None:
    assert version_for(the(entry("recording", "bell")), ITEMS, language, fallback) == expected


def test_an_entry_without_its_item_opens_in_no_language() -> None:
    assert version_for(the(entry("clip", "nowhere")), ITEMS, "vi", ["en"]) is None


def rights(until: str) -> Document:
    return {"credit": "Gate", "licence": "CC0-1.0", "until": until}


@pytest.mark.parametrize(
    ("fields", "is_offered"),
    [
        ({}, True),
        ({"lasting": False, "valid": {"until": "2026-11-22"}}, True),
        ({"lasting": False, "valid": {"until": "2026-11-21"}}, False),
        ({"lasting": False, "valid": {"until": "2026-11-22T18:00"}}, False),
        ({"valid": {"from": "2026-11-22"}}, True),
        ({"valid": {"from": "2026-11-22T08:00"}}, False),
        ({"valid": {"from": "2026-11-23"}}, False),
        ({"rights": rights("2026-11-22")}, True),
        ({"rights": rights("2026-11-21")}, False),
        ({"source": source_document("2026-11-22", "withdraw")}, True),
        ({"source": source_document("2026-11-21", "withdraw")}, False),
        ({"source": source_document("2026-11-21", "label")}, True),
        ({"source": source_document("9999-01-01", "withdraw")}, True),
    ],
)
def test_an_entry_is_offered_on_days_that_lie_whole_within_its_window(
    fields: Document, *, is_offered: bool
) -> None:
    library = parse(entry("document", "a", **fields)).library
    assert bool(on_offer(library, ITEMS, DAY, ZONE)) is is_offered


@pytest.mark.parametrize(
    ("fields", "is_offered"),
    [
        ({"lasting": False, "valid": {"until": "2026-01-02"}}, True),
        ({"picture": picture_document("2026-11-21")}, False),
        ({"source": source_document("2026-11-21", "withdraw")}, False),
    ],
)
def test_a_bulletin_outlives_its_slot_but_not_its_pictures_licence(
    fields: Document, *, is_offered: bool
) -> None:
    items = make_content([item_document("news", **fields)]).item_by_id
    library = parse(entry("bulletin", "news")).library
    assert bool(on_offer(library, items, DAY, ZONE)) is is_offered


def test_the_newest_comes_first_and_what_cannot_be_opened_not_at_all() -> None:
    lookup = parse(
        entry("document", "b"),
        entry("document", "old", issued="2019-05-05"),
        entry("clip", "river", issued="2026-06-01"),
        entry("clip", "nowhere", issued="2026-07-01"),
        entry("document", "a"),
    )
    offered = on_offer(lookup.library, ITEMS, DAY, ZONE)
    assert [each.id for each in offered] == ["river", "a", "b", "old"]


@pytest.mark.parametrize(
    "dated",
    [
        {"lasting": False, "valid": {"until": "2027-01-01"}},
        {"valid": {"from": "2020-01-01"}},
        {"rights": rights("2030-01-01")},
        {"source": source_document("2030-01-01", "withdraw")},
    ],
)
def test_without_a_clock_only_what_needs_none_is_offered(dated: Document) -> None:
    library = parse(entry("document", "a"), entry("document", "b", **dated)).library
    assert [is_undated(each, ITEMS) for each in library] == [True, False]
    assert [each.id for each in on_offer(library, ITEMS, None, ZONE)] == ["a"]


def test_entries_are_found_and_counted_by_language() -> None:
    library = parse(
        entry("document", "a", ["vi", "zh"]), entry("recording", "bell"), entry("bulletin", "news")
    ).library
    assert [each.id for each in had_in(library, ITEMS, "en")] == ["bell", "news"]
    assert had_in(library, ITEMS, "km") == ()
    assert languages_had(library, ITEMS) == {"vi": 3, "zh": 1, "en": 2, "hmn": 1}


def test_pages_keep_their_order() -> None:
    document = the(entry("document", "a", ["vi"], pages={"vi": [page(3), page(1), page(2)]}))
    assert isinstance(document, DocumentEntry)
    assert [int(each.sha256, 16) for each in document.pages["vi"]] == [3, 1, 2]

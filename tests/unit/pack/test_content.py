"""``content.json``: what a pack says, and what is refused."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackError, PackFormatError, PackVersionError
from player.pack.content import MAX_BYTES, Content, item_media, parse_content
from tests.fakes.content import (
    Document,
    Items,
    clip_document,
    content_document,
    item_document,
    make_content,
    picture_document,
)


def parse(document: object) -> Content:
    return parse_content(json.dumps(document).encode())


def test_content_survives_being_written_and_read_again() -> None:
    pictured = item_document("b", picture=picture_document("2027-01-01"))
    items: Items = ["a", pictured, clip_document()]
    playlists = [
        {
            "id": "x",
            "items": ["a", {"item": "b", "weight": 3}],
            "when": {
                "dayparts": ["22:00-05:00"],
                "weekdays": ["mon"],
                "valid": {"from": "2026-01-01", "until": "2026-12-31T18:00"},
                "recurrence": {
                    "rule": "FREQ=MONTHLY;BYDAY=1SA",
                    "first": "2026-01-03T08:00",
                    "lasts_minutes": 90,
                },
            },
        }
    ]
    content = parse(content_document(items, playlists))
    written = content.model_dump_json(by_alias=True)
    assert parse_content(written.encode()).model_dump_json(by_alias=True) == written


def test_items_and_languages_are_found_by_name_in_the_packs_order() -> None:
    content = make_content(["b", "a"], languages=("vi", "lo", "en"))
    assert list(content.item_by_id) == ["b", "a"]
    assert list(content.language_by_tag) == ["vi", "lo", "en"]


def test_media_of_an_item_are_all_its_built_files() -> None:
    items: Items = ["a", item_document("b", picture=picture_document()), clip_document()]
    assert [len(list(item_media(item))) for item in parse(content_document(items)).items] == [
        0,
        1,
        2,
    ]


def test_newer_pack_is_played_without_what_this_player_does_not_know() -> None:
    hologram = {"id": "h", "kind": "hologram", "depth": 3}
    document = content_document(["a", hologram], [{"id": "x", "items": ["a", "h"]}])
    content = parse({**document, "format": "1.7", "news": True})
    assert list(content.item_by_id) == ["a"]


@pytest.mark.parametrize(
    ("found", "error", "problem"),
    [
        ("2.0", PackVersionError, "needs a player for pack format 2.0; this player knows 1.0"),
        ("0.9", PackVersionError, "0.9"),
        ("1", PackFormatError, "no version"),
        ("1.0.0", PackFormatError, "no version"),
        ("1.", PackFormatError, "content.json: format"),
        (None, PackFormatError, "no version"),
        (1.0, PackFormatError, "no version"),
    ],
)
def test_only_packs_of_this_major_version_are_read(
    found: object, error: type[PackError], problem: str
) -> None:
    with pytest.raises(error, match=problem):
        parse({**content_document(), "format": found})


def test_unknown_version_is_told_before_anything_else_is_looked_at() -> None:
    with pytest.raises(PackVersionError):
        parse({"format": "2.0"})


def item(**fields: object) -> Document:
    return content_document([{**item_document("a"), **fields}])


def rule(**fields: object) -> Document:
    return content_document(["a"], [{"id": "x", "items": ["a"], **fields}])


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ({**content_document(), "pack": "Lang Son"}, "pack"),
        ({**content_document(), "languages": []}, "languages"),
        ({**content_document(), "gate": {}}, "gate"),
        (content_document(zone="Asia/Hanoi"), "is not a time zone"),
        (item(id="A b"), "id"),
        (item(category="C24"), "category"),
        (item(text={}), "text"),
        (item(text={"VI": {"title": "a", "duration_s": 9}}), "text"),
        (item(text={"vi": {"title": "a"}}), "item a has a text without a duration"),
        (item(picture={**picture_document(), "file": None}), "item a names media"),
        (item(min_duration_s=-1), "min_duration_s"),
        (item(valid={"from": "2026-01-02", "until": "2026-01-01"}), "before it begins"),
        (content_document([clip_document(poster=None)]), "item clip names media"),
        (content_document([clip_document(file=None)]), "item clip names media"),
        (content_document(["a", "not an item"]) | {"items": ["not an item"]}, "items.0"),
        (rule(items=[]), "playlists.0.items"),
        (rule(priority=101), "playlists.0.priority"),
        (rule(priority=-101), "playlists.0.priority"),
        (rule(weight=0), "playlists.0.weight"),
        (rule(weight=21), "playlists.0.weight"),
        (rule(items=[{"item": "a", "weight": 21}]), "playlists.0.items.0.weight"),
        (rule(items=["a"] * 1001), "playlists.0.items"),
        (rule(when={"dayparts": ["06:00-07:00"] * 25}), "playlists.0.when.dayparts"),
        (rule(when={"weekdays": ["monday"]}), "playlists.0.when.weekdays.0"),
        (rule(when={"time_zone": "Moon/Far"}), "is not a time zone"),
        ({**content_document(), "playlists": [rule()["playlists"][0]] * 10_001}, "playlists"),
        ({**content_document(), "items": [item_document("a")] * 10_001}, "items"),
    ],
)
def test_content_that_cannot_be_shown_is_refused_naming_the_field(
    document: Document, problem: str
) -> None:
    with pytest.raises(PackFormatError, match=f"content.json: .*{problem}"):
        parse(document)


@pytest.mark.parametrize("kind", [[], {}, None, 7, True, "poster "])
def test_kind_that_is_no_word_is_an_unknown_kind(kind: object) -> None:
    assert parse(item(kind=kind)).items == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe\xfa",
        b"[]",
        b"[" * 100_000,
        b" " * (MAX_BYTES + 1),
        json.dumps(item(id="\ud800")).encode(),
        json.dumps(item(text={"vi": {"title": "\ud800", "duration_s": 9}})).encode(),
    ],
)
def test_what_is_no_content_is_refused(raw: bytes) -> None:
    with pytest.raises(PackFormatError):
        parse_content(raw)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
_spoils: list[Callable[[object], Document]] = [
    lambda value: {**content_document(), "format": value},
    lambda value: {**content_document(), "items": value},
    lambda value: {**content_document(), "items": [value]},
    lambda value: {**content_document(), "playlists": value},
    lambda value: {**content_document(), "gate": value},
    lambda value: {**content_document(), "languages": value},
    lambda value: item(kind=value),
    lambda value: item(text=value),
    lambda value: item(valid=value),
    lambda value: item(valid={"until": value}),
    lambda value: item(picture=value),
    lambda value: item(source=value),
    lambda value: rule(items=value),
    lambda value: rule(when=value),
    lambda value: rule(when={"dayparts": value}),
    lambda value: rule(when={"recurrence": value}),
    lambda value: rule(when={"time_zone": value}),
    lambda value: rule(
        when={"recurrence": {"rule": value, "first": "2026-01-01T08:00", "lasts_minutes": 9}}
    ),
]


@given(spoil=st.sampled_from(_spoils), value=_json)
def test_spoilt_content_never_raises_anything_but_a_pack_error(
    spoil: Callable[[object], Document], value: object
) -> None:
    try:
        parse(spoil(value))
    except PackError:
        return

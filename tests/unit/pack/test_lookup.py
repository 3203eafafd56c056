"""``lookup.json``: what a pack answers, and what is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackError, PackFormatError, PackVersionError
from player.pack.lookup import MAX_LOOKUP_BYTES, MOST_TILES, Lookup, parse_lookup

Document = dict[str, Any]
NAMES = {"vi": "Tên"}


def topic(*blocks: Document, **fields: object) -> Document:
    return {
        "id": "money",
        "tile": "goods",
        "icon": "cash",
        "category": "C12",
        "sample": True,
        "text": {"vi": {"title": "Đổi tiền", "sections": [{"blocks": list(blocks)}]}},
        **fields,
    }


def parse(**fields: object) -> Lookup:
    return parse_lookup(json.dumps({"format": "1.0", **fields}).encode())


BLOCKS: list[Document] = [
    {"kind": "paragraph", "text": "a"},
    {"kind": "steps", "steps": [{"text": "a", "place": "desk"}, {"text": "b"}]},
    {"kind": "bullets", "entries": ["a"]},
    {"kind": "table", "align": ["end"], "headings": ["a"], "rows": [["1"]]},
    {"kind": "phrases", "phrases": ["a"]},
    {"kind": "hours", "lanes": ["hall"]},
    {"kind": "contacts", "contacts": ["police"]},
    {"kind": "plan", "places": ["desk"]},
]


def test_a_lookup_survives_being_written_and_read_again() -> None:
    lookup = parse(
        tiles=[{"id": "goods", "icon": "cash", "name": NAMES}],
        travellers=[{"id": "driver", "name": NAMES}],
        contacts=[{"id": "police", "icon": "police", "name": NAMES, "phones": ["113"]}],
        topics=[topic(*BLOCKS, valid={"until": "2027-01-01"}, link="https://a.vn")],
    )
    written = lookup.model_dump_json(by_alias=True)
    assert parse_lookup(written.encode()).model_dump_json(by_alias=True) == written
    assert [block.kind for block in lookup.topics[0].text["vi"].sections[0].blocks] == [
        block["kind"] for block in BLOCKS
    ]


def test_blocks_and_fields_of_a_later_player_are_passed_over() -> None:
    lookup = parse(topics=[topic({"kind": "hologram"}, BLOCKS[0], colour="red")], smells=[])
    assert [block.kind for block in lookup.topics[0].text["vi"].sections[0].blocks] == ["paragraph"]


def test_signs_that_command_the_page_are_taken_out() -> None:
    lookup = parse(topics=[topic({"kind": "bullets", "entries": ["a\u202eb\x07"]})])
    (block,) = lookup.topics[0].text["vi"].sections[0].blocks
    assert block.model_dump()["entries"] == ["ab"]


def test_a_lookup_of_another_major_version_is_refused() -> None:
    with pytest.raises(PackVersionError):
        parse_lookup(b'{"format": "2.0"}')


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"topics": [topic(text={})]}, "topics.0.text"),
        ({"topics": [topic(id="Money")]}, "topics.0.id"),
        ({"topics": [topic(link="javascript:alert(1)")]}, "topics.0.link"),
        ({"topics": [topic(link="https://a.vn/" + "a" * 60)]}, "topics.0.link"),
        ({"topics": [topic({"kind": "steps", "steps": []})]}, "blocks.0.steps.steps"),
        ({"topics": [topic({"kind": "paragraph", "text": "a" * 2001})]}, "paragraph.text"),
        ({"contacts": [{"id": "a", "icon": "a", "name": {}, "phones": ["tel:1"]}]}, "phones"),
        (
            {"tiles": [{"id": f"t{n}", "icon": "a", "name": {}} for n in range(MOST_TILES + 1)]},
            "tiles",
        ),
        ({"topics": "many"}, "topics"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_named(fields: Document, named: str) -> None:
    with pytest.raises(PackFormatError, match=named.replace(".", r"\.")):
        parse(**fields)


def test_a_lookup_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(PackFormatError, match="bytes are more than"):
        parse_lookup(b" " * (MAX_LOOKUP_BYTES + 1))


KEYS = st.sampled_from(["topics", "text", "blocks", "kind", "format", "tiles"])
VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(VALUES)
def test_anything_is_a_lookup_or_an_error_of_the_pack(value: object) -> None:
    try:
        parse_lookup(json.dumps(value).encode())
    except PackError:
        return

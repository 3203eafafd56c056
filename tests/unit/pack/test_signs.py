"""Nothing in a pack's text commands the page it stands on."""

import json

import pytest

from player.pack.content import parse_content
from player.pack.signs import plain
from tests.fakes.content import content_document, item_document


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("a\u202eb\u202cc", "abc"),
        ("a\u2067b\u2069", "ab"),
        ("\ufeffa\u200f\u061c", "a"),
        ("a\0\x1b[31m\x07b", "a[31mb"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a" + "\u0301" * 100_000, "a" + "\u0301" * 4),
        ("a" + "\u202e" * 100_000, "a"),
        ("\U000e0041\U000e007fa", "a"),
    ],
    ids=["override", "isolate", "marks", "controls", "line ends", "tower", "many", "tags"],
)
def test_signs_that_command_are_taken_out(hostile: str, expected: str) -> None:
    assert plain(hostile) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cửa khẩu quốc tế Hữu Nghị\n\n1191/QĐ-TTg",
        "ສະບາຍດີ\u200bທ່ານ",
        "សូម\u200bស្វាគមន៍",
        "友谊关口岸\u3000欢迎您",
        "1191/\u2060QĐ",
        "ﬁ é \u1ec7 e\u0323\u0302",
        "👨\u200d👩\u200d👧",
    ],
)
def test_what_is_read_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_every_text_of_a_pack_is_plain_wherever_it_stands() -> None:
    document = content_document([item_document("a", tags=[["x\u202e"]])])
    document["gate"]["name"]["vi"] = "Hữu\u202e Nghị\0"
    document["items"][0]["text"]["vi"] |= {"title": "\u2067gate", "body": "one\u2028two"}
    content = parse_content(json.dumps(document).encode())
    words = content.items[0].text["vi"]
    assert content.gate.name["vi"] == "Hữu Nghị"
    assert (words.title, words.body) == ("gate", "one\ntwo")

"""What a notice and a ticker line must say, and what old and new packs make of them."""

import json

import pytest
from pydantic import ValidationError

from player.pack.content import Content, parse_content
from tests.fakes.content import Document, content_document
from tests.fakes.notices import (
    EVENING,
    content_with,
    line_document,
    make_line,
    make_notice,
    notice_document,
)


def test_pack_of_before_there_were_notices_is_still_one() -> None:
    content = Content.model_validate(content_document())
    assert (content.notices, content.ticker) == ((), ())


@pytest.mark.parametrize(
    "fields",
    [
        {"windows": []},
        {"windows": [{"from": "2026-11-23"}]},
        {"windows": [{"from": "2026-11-23", "until": "2026-11-22"}]},
        {"text": {}},
        {"text": {"vi": {"headline": ""}}},
        {"text": {"vi": {"headline": "x" * 161}}},
        {"level": "loud"},
        {"severity": "awful"},
    ],
)
def test_notice_without_end_words_or_known_rank_is_refused(fields: Document) -> None:
    with pytest.raises(ValidationError):
        make_notice("n", **fields)


def test_window_without_a_start_has_been_open_since_ever() -> None:
    (window,) = make_notice("n", windows=[{"until": "2026-11-23"}]).windows
    assert window.start is None


def test_ticker_line_is_short_and_never_empty() -> None:
    assert make_line("l").text["vi"] == "l vi"
    for text in ("", " ", "x" * 301):
        with pytest.raises(ValidationError):
            make_line("l", text={"vi": text})


def test_notice_of_a_level_unknown_here_is_left_out() -> None:
    document = content_document()
    for item in document["items"]:
        item["text"] = {tag: {**text, "duration_s": 9} for tag, text in item["text"].items()}
    document["notices"] = [notice_document("new", level="of-tomorrow"), notice_document("known")]
    content = parse_content(json.dumps(document).encode())
    assert [notice.id for notice in content.notices] == ["known"]


def test_content_keeps_notices_and_lines_as_written() -> None:
    content = content_with([notice_document("n")], [line_document("l")])
    again = json.loads(content.model_dump_json(by_alias=True))
    assert Content.model_validate(again).model_dump(mode="json", by_alias=True) == again
    (start, until) = EVENING.values()
    window = again["notices"][0]["windows"][0]
    assert (window["from"][: len(start)], window["until"][: len(until)]) == (start, until)

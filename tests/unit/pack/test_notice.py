"""What a notice and a ticker line must say, and what old and new packs make of them."""

import json

import pytest
from pydantic import ValidationError

from player.pack.content import Content, parse_content
from player.pack.notice import referenced
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
        {"windows": [{"from": "2026-11-23"}]},
        {"windows": [{"from": "2026-11-23", "until": "2026-11-22"}]},
        {"text": {}},
        {"text": {"vi": {"headline": ""}}},
        {"text": {"vi": {"headline": "x" * 161}}},
        {"level": "loud"},
        {"severity": "awful"},
        {"level": "emergency"},
        {"level": "emergency", "urgency": "immediate", "severity": "extreme"},
        {"id": "with blank"},
        {"references": ["a,b"]},
        {"disaster_level": 6},
    ],
)
def test_notice_without_end_words_or_known_rank_is_refused(fields: Document) -> None:
    with pytest.raises(ValidationError):
        make_notice("n", **fields)


def test_an_emergency_is_one_by_all_three_scales_of_cap() -> None:
    grave = {"urgency": "expected", "severity": "severe", "certainty": "likely"}
    assert make_notice("n", level="emergency", **grave).level == "emergency"


def test_a_cancel_needs_no_words() -> None:
    assert make_notice("n", message="cancel", text={}, references=["old"]).text == {}


def test_a_reference_is_an_id_or_the_triple_of_cap() -> None:
    notice = make_notice("n", references=["old", "gate@vn,older,2026-11-22T10:00:00+07:00"])
    assert [referenced(each) for each in notice.references] == ["old", "older"]


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

"""``notices.json``: a strict envelope, and one bad notice that loses no other."""

import json
from typing import Any

import pytest

from player.errors import PackFormatError, PackVersionError
from player.notices.board import Posted, board_of
from player.pack.notice_book import CHOICES, MAX_BOOK_NOTICES, MOST_CAREFUL, parse_book
from tests.fakes.directed_stage import ZONE as GATE_ZONE
from tests.fakes.notices import notice_document

GATE = "lang-son/huu-nghi"


def book(*notices: object, **fields: object) -> bytes:
    document = {
        "format": "1.0",
        "gate": GATE,
        "issued": "2026-11-23T10:00:00+00:00",
        "notices": notices,
        **fields,
    }
    return json.dumps(document, ensure_ascii=False).encode()


def one(**fields: object) -> dict[str, Any]:
    return notice_document("lane-two", **fields)


def test_good_book_is_read_in_its_order() -> None:
    found = parse_book(book(one(), notice_document("a")), GATE)
    assert [notice.id for notice in found.notices] == ["lane-two", "a"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"\xff", PackFormatError),
        (b"[]", PackFormatError),
        (book(gate="lang-son/tan-thanh"), PackFormatError),
        (book(gate="lang-son"), PackFormatError),
        (book(issued="2026-11-23T10:00:00"), PackFormatError),
        (book(issued=None), PackFormatError),
        (book(notices={}), PackFormatError),
        (book(format="2.0"), PackVersionError),
        (book(*[1] * (MAX_BOOK_NOTICES + 1)), PackFormatError),
        (book() + b" " * 5_000_000, PackFormatError),
    ],
    ids=[
        "no-text", "no-object", "other-gate", "no-gate", "naive", "never", "no-list", "format",
        "many", "large",
    ],
)  # fmt: skip
def test_wrong_envelope_refuses_the_whole_book(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_book(raw, GATE)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("stop", "notices.1: not an object (left out)"),
        ({}, "notices.1: id: Field required (left out)"),
        (one(sent="soon"), "lane-two: sent: soon is neither a date"),
        (one(text={}), "the notice has no text in any language (left out)"),
        (one(level="emergency"), "an emergency is immediate or expected"),
        (one(id="a b"), "a b: id: String should match"),
    ],
    ids=["no-object", "empty", "sent", "silent", "no-emergency", "id"],
)
def test_one_bad_notice_loses_no_other(bad: object, told: str) -> None:
    found = parse_book(book(notice_document("a"), bad, notice_document("b")), GATE)
    assert [notice.id for notice in found.notices] == ["a", "b"]
    assert told in str(found.problems[0])
    assert [problem.is_lost for problem in found.problems] == [True]


@pytest.mark.parametrize("field", CHOICES)
def test_unknown_value_is_read_as_the_most_careful_and_told(field: str) -> None:
    is_list = field in {"categories", "responses"}
    document = one(**{field: ["loud"] if is_list else "loud"})
    found = parse_book(book(document), GATE)
    value = getattr(found.notices[0], field)
    assert (value[0] if is_list else value) == MOST_CAREFUL[field]
    assert "loud" in str(found.problems[0])
    assert not found.problems[0].is_lost


def test_unknown_scale_of_an_emergency_leaves_it_one() -> None:
    scales = {"urgency": "at-once", "severity": "extreme", "certainty": "observed"}
    found = parse_book(book(one(level="emergency", **scales)), GATE)
    assert found.notices[0].level == "emergency"


def test_unknown_status_is_shown_to_nobody() -> None:
    found = parse_book(book(one(status="rehearsal")), GATE)
    board = board_of([Posted(notice) for notice in found.notices], GATE_ZONE)
    assert board.notices == ()


def test_signs_that_turn_text_are_taken_out() -> None:
    found = parse_book(book(one(note="a\u202eb")), GATE)
    assert found.notices[0].note == "ab"


def test_long_chain_of_updates_leaves_the_last() -> None:
    chain = [
        notice_document(
            f"n{at}",
            message="update" if at else "alert",
            references=[f"n{at - 1}"] if at else [],
        )
        for at in range(100)
    ]
    found = parse_book(book(*reversed(chain)), GATE)
    board = board_of([Posted(notice) for notice in found.notices], GATE_ZONE)
    assert [notice.id for notice in board.notices] == ["n99"]


def test_cancel_counts_also_before_its_alert() -> None:
    cancel = notice_document("c", message="cancel", references=["lane-two"], text={})
    found = parse_book(book(cancel, one()), GATE)
    board = board_of([Posted(notice) for notice in found.notices], GATE_ZONE)
    assert board.notices == ()


def test_same_id_twice_shows_what_was_sent_last() -> None:
    later = one(sent="2026-11-23T17:30", text={"vi": {"headline": "Làn 3"}})
    found = parse_book(book(later, one()), GATE)
    board = board_of([Posted(notice) for notice in found.notices], GATE_ZONE)
    assert [notice.text["vi"].headline for notice in board.notices] == ["Làn 3"]

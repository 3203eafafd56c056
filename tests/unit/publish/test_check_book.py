"""A gate's book of notices: every fault told where it is, also against what is public."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from player.pack.language import PackLanguage
from player.pack.notice import Notice
from player.pack.notice_book import MAX_BOOK_NOTICES, parse_book
from player.publish.check_book import Surroundings, check_book
from player.publish.codes import Code
from player.publish.notice_source import build_book, read_book_source, write_book
from player.publish.workshop import Workshop
from tests.fakes.directed_stage import ZONE
from tests.fakes.pack_folder import UNDRAWN, FakeTools, assert_told

GATE = "lang-son/huu-nghi"
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
AROUND = Surroundings(NOW, ZONE)
TOOLS = FakeTools()
Document = dict[str, Any]
Found = set[tuple[Code, str]]


def notice(**fields: object) -> Document:
    return {
        "id": "lane-two",
        "level": "urgent",
        "sent": "2026-11-23T09:00",
        "expires": "2026-11-23T18:00",
        "authority": {"vi": "Ban quản lý", "en": "Gate authority"},
        "text": {
            tag: {"headline": text}
            for tag, text in {
                "vi": "Làn 2 tạm dừng", "en": "Lane 2 paused", "zh": "二号", "lo": "ຢຸດ", "km": "ឈប់",
            }.items()
        },
        **fields,
    }  # fmt: skip


def cancel(of: str, **fields: object) -> Document:
    return notice(id=f"end-of-{of}", message="cancel", references=[of], text={}, **fields)


def made(**fields: object) -> Notice:
    return Notice.model_validate(notice(**fields))


def found(folder: Path, *notices: object, around: Surroundings = AROUND, **fields: object) -> Found:
    """Return what is said of a book of these."""
    path = folder / "book.json"
    document = json.loads(write_book(GATE, notices, NOW))
    path.write_text(json.dumps({**document, **fields}, ensure_ascii=False), "utf-8")
    findings = check_book(read_book_source(path), around, TOOLS)
    assert_told(findings)
    assert {finding.file for finding in findings} <= {"book.json"}
    return {(finding.code, finding.field.removeprefix("notices[0].")) for finding in findings}


def test_good_book_leaves_nothing_to_say(tmp_path: Path) -> None:
    assert found(tmp_path, notice()) == set()
    assert found(tmp_path) == set()


CASES: dict[str, tuple[Document, tuple[Code, str]]] = {
    "no end": (notice(expires=None), (Code.NOTICE_END_MISSING, "expires")),
    "over": (
        notice(sent="2026-11-22", expires="2026-11-23T09:59"),
        (Code.NOTICE_OVER, "expires"),
    ),
    "ends first": (
        notice(effective="2026-11-23T18:00"),
        (Code.NOTICE_ENDS_FIRST, "expires"),
    ),
    "vi": (
        notice(text={**notice()["text"], "vi": None}),
        (Code.WRONG_TYPE, "text.vi"),
    ),
    "no vi": (
        notice(text={t: x for t, x in notice()["text"].items() if t != "vi"}),
        (Code.TRANSLATION_MISSING, "text.vi"),
    ),
    "no lo": (
        notice(text={t: x for t, x in notice()["text"].items() if t != "lo"}),
        (Code.TRANSLATION_MISSING_OPTIONAL, "text.lo"),
    ),
    "no authority": (notice(authority={"en": "A"}), (Code.WORDS_MISSING, "authority.vi")),
    "long headline": (
        notice(text={**notice()["text"], "en": {"headline": "word " * 30}}),
        (Code.HEADLINE_LONG, "text.en.headline"),
    ),
    "too long": (
        notice(text={**notice()["text"], "lo": {"headline": "ກ" * 160}}),
        (Code.TOO_LONG, "text.lo.headline"),
    ),
    "no emergency": (notice(level="emergency"), (Code.NOTICE_NO_EMERGENCY, "notices[0]")),
    "silent": (notice(text={}), (Code.NOTICE_SILENT, "notices[0]")),
    "no reference": (notice(message="update"), (Code.NOTICE_REFERENCE_MISSING, "references")),
    "unknown reference": (
        notice(message="update", references=["nobody"]),
        (Code.NOTICE_REFERENCE_UNKNOWN, "references[0]"),
    ),
    "id": (notice(id="a b"), (Code.BAD_ALERT_ID, "id")),
    "reference": (notice(references=["a b"]), (Code.BAD_ALERT_ID, "references[0]")),
    "level": (notice(level="loud"), (Code.NOT_A_CHOICE, "level")),
    "misspelt": (notice(expire="2026-11-24"), (Code.FIELD_MISSPELT, "expire")),
    "bidi": (
        notice(text={**notice()["text"], "vi": {"headline": "a\u202eb"}}),
        (Code.BIDI_CONTROL, "text.vi.headline"),
    ),
    "markup": (
        notice(text={**notice()["text"], "vi": {"headline": "<b>a</b>"}}),
        (Code.MARKUP_IN_TEXT, "text.vi.headline"),
    ),
    "glyph": (
        notice(text={**notice()["text"], "vi": {"headline": UNDRAWN}}),
        (Code.GLYPH_MISSING, "text.vi.headline"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_told_where_it_is(tmp_path: Path, name: str) -> None:
    document, expected = CASES[name]
    assert expected in found(tmp_path, document)


@pytest.mark.parametrize("name", [name for name in CASES if name not in {"vi", "id", "silent"}])
def test_each_fault_is_told_alone(tmp_path: Path, name: str) -> None:
    document, expected = CASES[name]
    assert found(tmp_path, document) == {expected}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"gate": "huu-nghi"}, Code.BOOK_UNREADABLE),
        ({"format": "2.0"}, Code.BOOK_UNREADABLE),
        ({"notices": {}}, Code.BOOK_UNREADABLE),
        ({"notices": ["\ud800"]}, Code.BOOK_UNREADABLE),
        ({"notices": [1]}, Code.WRONG_TYPE),
        ({"note": "x"}, Code.FIELD_MISSPELT),
    ],
    ids=["gate", "format", "no-list", "surrogate", "no-notice", "stranger"],
)
def test_wrong_envelope_is_told(tmp_path: Path, fields: Document, code: Code) -> None:
    path = tmp_path / "book.json"
    document = json.loads(write_book(GATE, [], NOW))
    path.write_text(json.dumps({**document, **fields}), "utf-8")
    findings = check_book(read_book_source(path), AROUND, TOOLS)
    assert [finding.code for finding in findings] == [code]
    assert_told(findings)


@pytest.mark.parametrize("raw", [None, "[]", "{", "\xff"])
def test_file_that_is_no_book_is_told(tmp_path: Path, raw: str | None) -> None:
    path = tmp_path / "book.json"
    if raw is not None:
        path.write_text(raw, "latin-1")
    findings = check_book(read_book_source(path), AROUND, TOOLS)
    assert [finding.code for finding in findings] == [Code.BOOK_UNREADABLE]


def test_too_many_notices_are_told(tmp_path: Path) -> None:
    many = [notice(id=f"n{at}") for at in range(MAX_BOOK_NOTICES + 1)]
    assert found(tmp_path, *many) == {(Code.BOOK_TOO_LONG, "notices")}


def test_same_id_twice_is_told_by_what_it_says(tmp_path: Path) -> None:
    assert found(tmp_path, notice(), notice()) == {(Code.ID_DUPLICATE, "notices[1].id")}
    other = notice(note="x")
    assert found(tmp_path, notice(), other) == {(Code.NOTICE_ID_REUSED, "notices[1].id")}


def test_book_of_another_gate_is_told(tmp_path: Path) -> None:
    around = replace(AROUND, gate="lang-son/tan-thanh")
    assert found(tmp_path, around=around) == {(Code.BOOK_OF_OTHER_GATE, "gate")}


def test_languages_are_those_of_the_pack(tmp_path: Path) -> None:
    languages = [PackLanguage(tag=tag, required=True) for tag in ("vi", "en", "th")]
    around = replace(AROUND, languages=languages)
    expected = {(Code.TRANSLATION_MISSING, "text.th"), (Code.WORDS_MISSING, "authority.th")}
    expected |= {(Code.LANGUAGE_NOT_IN_PACK, f"text.{tag}") for tag in ("zh", "lo", "km")}
    assert found(tmp_path, notice(), around=around) == expected


def test_reference_to_the_pack_or_the_public_book_is_known(tmp_path: Path) -> None:
    book = cancel("lane-two")
    assert found(tmp_path, book) == {(Code.NOTICE_REFERENCE_UNKNOWN, "references[0]")}
    assert found(tmp_path, book, around=replace(AROUND, in_pack=[made()])) == set()
    assert found(tmp_path, book, around=replace(AROUND, public=[made()])) == set()


def test_public_id_with_other_words_is_told_unless_it_was_sent_later(tmp_path: Path) -> None:
    around = replace(AROUND, public=[made()])
    other = notice(note="x")
    assert found(tmp_path, other, around=around) == {(Code.NOTICE_ID_REUSED, "id")}
    later = notice(note="x", sent="2026-11-23T09:30")
    assert found(tmp_path, later, around=around) == set()


VANISHED = {(Code.NOTICE_VANISHED, "notices")}


def test_notice_that_vanishes_while_it_holds_is_told(tmp_path: Path) -> None:
    around = replace(AROUND, public=[made()])
    assert found(tmp_path, around=around) == VANISHED
    assert found(tmp_path, cancel("lane-two"), around=around) == set()
    update = notice(id="b", message="update", references=["lane-two"])
    assert found(tmp_path, update, around=around) == set()


def test_notice_that_is_over_may_go(tmp_path: Path) -> None:
    over = made(sent="2026-11-22", expires="2026-11-23T09:59")
    assert found(tmp_path, around=replace(AROUND, public=[over])) == set()


def test_cancel_stays_until_what_it_cancelled_would_have_ended(tmp_path: Path) -> None:
    gone = Notice.model_validate(cancel("lane-two"))
    still = replace(AROUND, public=[gone], in_pack=[made()])
    assert found(tmp_path, around=still) == VANISHED
    over = made(sent="2026-11-22", expires="2026-11-23T09:59")
    assert found(tmp_path, around=replace(still, in_pack=[over])) == set()


def test_book_that_is_built_has_break_marks_and_is_read_by_screens(
    tmp_path: Path, workshop: Workshop
) -> None:
    path = tmp_path / "book.json"
    text = {"vi": {"headline": "Làn"}, "lo": {"headline": "ກະລຸນາລໍຖ້າຢູ່ບ່ອນນີ້"}}
    path.write_text(write_book(GATE, [notice(text=text)], NOW), "utf-8")
    book = parse_book(build_book(read_book_source(path), NOW, workshop), GATE)
    assert book.problems == ()
    assert book.issued == NOW
    headline = book.notices[0].text["lo"].headline
    assert "\u200b" in headline
    assert headline.replace("\u200b", "") == text["lo"]["headline"]

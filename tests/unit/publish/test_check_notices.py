"""Notices and ticker lines in a source: read with the same care, and every fault told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from player.pack.content import MAX_LINES, MAX_NOTICES
from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.progress import ignore_progress
from player.publish.source import read_source
from tests.fakes.pack_folder import TODAY, UNDRAWN, Found, PackFolder

NOTICES, TICKER = "notices.toml", "ticker.toml"
Spoil = Callable[[PackFolder], object]


def notice(**fields: object) -> dict[str, Any]:
    return {
        "id": "lane-two",
        "level": "urgent",
        "authority": {"vi": "Ban quản lý", "en": "Gate authority", "lo": "ຄະນະ"},
        "sent": "2026-11-22T06:00",
        "windows": [{"from": "2026-11-22", "until": "2026-12-05", "dayparts": ["07:00-10:00"]}],
        "text": {
            tag: {"headline": text, "review": "reviewed", "reviewed_by": "A. Nguyễn"}
            for tag, text in {"vi": "Làn 2 tạm dừng", "en": "Lane 2 paused", "lo": "ຢຸດ"}.items()
        },
        **fields,
    }


def line(**fields: object) -> dict[str, Any]:
    text = {"vi": "Xin giữ giấy tờ", "en": "Keep your papers", "lo": "ຮັກສາ"}
    return {"id": "papers", "lasting": True, "text": text, **fields}


@pytest.fixture
def told(folder: PackFolder) -> PackFolder:
    """Return a source with a good notice and a good line."""
    folder.documents[NOTICES] = {"notices": [notice()]}
    folder.documents[TICKER] = {"ticker": [line()]}
    return folder


def first(folder: PackFolder, file: str) -> dict[str, Any]:
    """Return the one entry of a file."""
    entry: dict[str, Any] = folder.documents[file][file.removesuffix(".toml")][0]
    return entry


def of_notice(**fields: object) -> Spoil:
    return lambda folder: first(folder, NOTICES).update(fields)


def of_text(tag: str, **fields: object) -> Spoil:
    return lambda folder: first(folder, NOTICES)["text"][tag].update(fields)


def of_line(**fields: object) -> Spoil:
    return lambda folder: first(folder, TICKER).update(fields)


def without(file: str, *path: str) -> Spoil:
    def spoil(folder: PackFolder) -> None:
        here = first(folder, file)
        for part in path[:-1]:
            here = here[part]
        del here[path[-1]]

    return spoil


def test_good_notice_and_line_leave_nothing_to_say(told: PackFolder) -> None:
    assert told.found() == set()


def test_cancel_needs_neither_words_nor_end(told: PackFolder) -> None:
    end = {"id": "end", "level": "normal", "sent": "2026-11-22", "message": "cancel"}
    told.documents[NOTICES]["notices"].append({**end, "references": ["lane-two"]})
    assert told.found() == set()
    report = told.check()
    assert "notices/end" not in {row.entry.name for row in report.completeness.rows}


def test_notice_without_windows_ends_as_it_says(told: PackFolder) -> None:
    first(told, NOTICES).update(windows=[], expires="2026-12-05")
    assert told.found() == set()


def test_both_files_may_be_missing(folder: PackFolder) -> None:
    assert folder.found() == set()


PAST = [{"until": "2026-11-20"}]
N, T = "notices[0]", "ticker[0]"
CASES: dict[str, tuple[Spoil, Found]] = {
    "misspelt key": (
        of_notice(windwos=[]),
        (Code.FIELD_MISSPELT, NOTICES, f"{N}.windwos", ""),
    ),
    "misspelt list": (
        lambda folder: folder.documents[TICKER].update({"tickers": []}),
        (Code.FIELD_MISSPELT, TICKER, "tickers", ""),
    ),
    "no windows": (
        without(NOTICES, "windows"),
        (Code.NOTICE_END_MISSING, NOTICES, f"{N}.expires", ""),
    ),
    "no window": (of_notice(windows=[]), (Code.NOTICE_END_MISSING, NOTICES, f"{N}.expires", "")),
    "window without an end": (
        of_notice(windows=[{"from": "2026-11-22"}]),
        (Code.FIELD_MISSING, NOTICES, f"{N}.windows[0].until", ""),
    ),
    "window that ends first": (
        of_notice(windows=[{"from": "2026-11-23", "until": "2026-11-22"}]),
        (Code.WINDOW_ENDS_FIRST, NOTICES, f"{N}.windows[0]", ""),
    ),
    "daypart": (
        of_notice(windows=[{"until": "2026-12-05", "dayparts": ["7 to 10"]}]),
        (Code.BAD_CLOCK_RANGE, NOTICES, f"{N}.windows[0].dayparts[0]", ""),
    ),
    "end before its beginning": (
        of_notice(windows=[], effective="2026-12-01", expires="2026-11-30"),
        (Code.NOTICE_ENDS_FIRST, NOTICES, f"{N}.expires", ""),
    ),
    "over by its own word": (
        of_notice(windows=[], sent="2026-11-20", expires="2026-11-21"),
        (Code.NOTICE_OVER, NOTICES, f"{N}.expires", ""),
    ),
    "ends soon by its own word": (
        of_notice(windows=[], expires="2026-11-23T12:00"),
        (Code.NOTICE_ENDS_SOON, NOTICES, f"{N}.expires", ""),
    ),
    "emergency in name only": (
        of_notice(level="emergency"),
        (Code.NOTICE_NO_EMERGENCY, NOTICES, N, ""),
    ),
    "update of nothing": (
        of_notice(message="update"),
        (Code.NOTICE_REFERENCE_MISSING, NOTICES, f"{N}.references", ""),
    ),
    "id": (of_notice(id="a b"), (Code.BAD_ALERT_ID, NOTICES, f"{N}.id", "")),
    "level": (of_notice(level="loud"), (Code.NOT_A_CHOICE, NOTICES, f"{N}.level", "")),
    "sent": (of_notice(sent="soon"), (Code.BAD_MOMENT, NOTICES, f"{N}.sent", "")),
    "no headline": (
        without(NOTICES, "text", "vi", "headline"),
        (Code.FIELD_MISSING, NOTICES, f"{N}.text.vi.headline", "vi"),
    ),
    "required language": (
        without(NOTICES, "text", "en"),
        (Code.TRANSLATION_MISSING, NOTICES, f"{N}.text.en", "en"),
    ),
    "optional language": (
        without(NOTICES, "text", "lo"),
        (Code.TRANSLATION_MISSING_OPTIONAL, NOTICES, f"{N}.text.lo", "lo"),
    ),
    "authority in a required language": (
        without(NOTICES, "authority", "en"),
        (Code.WORDS_MISSING, NOTICES, f"{N}.authority.en", "en"),
    ),
    "reviewer": (
        of_text("vi", reviewed_by=""),
        (Code.REVIEWER_MISSING, NOTICES, f"{N}.text.vi.reviewed_by", "vi"),
    ),
    "over": (of_notice(windows=PAST), (Code.NOTICE_OVER, NOTICES, f"{N}.windows", "")),
    "one window past": (
        of_notice(windows=[*PAST, {"until": "2026-12-05"}]),
        (Code.NOTICE_WINDOW_PAST, NOTICES, f"{N}.windows[0].until", ""),
    ),
    "ends soon": (
        of_notice(windows=[{"until": "2026-11-23T12:00"}]),
        (Code.NOTICE_ENDS_SOON, NOTICES, f"{N}.windows", ""),
    ),
    "turned round": (
        of_text("vi", description="a\u202eb"),
        (Code.BIDI_CONTROL, NOTICES, f"{N}.text.vi.description", "vi"),
    ),
    "markup": (
        of_text("en", instruction="<b>go</b>"),
        (Code.MARKUP_IN_TEXT, NOTICES, f"{N}.text.en.instruction", "en"),
    ),
    "undrawable": (
        of_text("vi", headline=UNDRAWN),
        (Code.GLYPH_MISSING, NOTICES, f"{N}.text.vi.headline", "vi"),
    ),
    "undrawable authority": (
        of_notice(authority={"vi": UNDRAWN, "en": "Gate", "lo": "ຄ"}),
        (Code.GLYPH_MISSING, NOTICES, f"{N}.authority.vi", "vi"),
    ),
    "too long": (
        of_text("vi", headline="x" * 161),
        (Code.TOO_LONG, NOTICES, f"{N}.text.vi.headline", "vi"),
    ),
    "too long with its break marks": (
        of_text("lo", headline="ຢ" * 160),
        (Code.TOO_LONG, NOTICES, f"{N}.text.lo.headline", "lo"),
    ),
    "wordy headline": (
        of_text("en", headline="word " * 13),
        (Code.HEADLINE_LONG, NOTICES, f"{N}.text.en.headline", "en"),
    ),
    "line in no language of the pack": (
        lambda folder: first(folder, TICKER)["text"].update({"th": "x"}),
        (Code.LANGUAGE_NOT_IN_PACK, TICKER, f"{T}.text.th", "th"),
    ),
    "line in too few languages": (
        without(TICKER, "text", "vi"),
        (Code.TRANSLATION_MISSING, TICKER, f"{T}.text.vi", "vi"),
    ),
    "line without an end": (
        of_line(lasting=False),
        (Code.EXPIRY_MISSING, TICKER, f"{T}.valid.until", ""),
    ),
    "line that is lasting and ends": (
        of_line(valid={"until": "2027-06-01"}),
        (Code.EXPIRY_CONTRADICTS, TICKER, f"{T}.lasting", ""),
    ),
    "line that is over": (
        of_line(lasting=False, valid={"until": "2026-11-21"}),
        (Code.ITEM_EXPIRED, TICKER, f"{T}.valid.until", ""),
    ),
    "line that ends soon": (
        of_line(lasting=False, valid={"until": "2026-11-30"}),
        (Code.ITEM_EXPIRES_SOON, TICKER, f"{T}.valid.until", ""),
    ),
    "line longer than allowed with its break mark": (
        of_line(text={"vi": "x", "en": "y", "lo": "ຢ" * 300}),
        (Code.TOO_LONG, TICKER, f"{T}.text.lo", "lo"),
    ),
    "notice in pack.toml": (
        lambda folder: folder.pack.update({"notices": []}),
        (Code.FIELD_UNKNOWN, "pack.toml", "notices", ""),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_told_where_it_is_and_alone(told: PackFolder, name: str) -> None:
    spoil, expected = CASES[name]
    spoil(told)
    assert told.found() == {expected}


def test_entry_that_is_no_table_is_told(told: PackFolder) -> None:
    told.documents[NOTICES]["notices"].append("stop")
    assert told.found() == {(Code.WRONG_TYPE, NOTICES, "notices[1]", "")}


def test_two_with_one_id_are_told(told: PackFolder) -> None:
    told.documents[NOTICES]["notices"].append(notice())
    told.documents[TICKER]["ticker"].append(line())
    assert told.found() == {
        (Code.ID_DUPLICATE, NOTICES, "notices[1].id", ""),
        (Code.ID_DUPLICATE, TICKER, "ticker[1].id", ""),
    }


def test_more_than_a_player_takes_are_refused(told: PackFolder) -> None:
    told.documents[NOTICES]["notices"] = [notice(id=f"n{at}") for at in range(MAX_NOTICES + 1)]
    told.documents[TICKER]["ticker"] = [line(id=f"l{at}") for at in range(MAX_LINES + 1)]
    assert told.found() == {
        (Code.ITEMS_TOO_MANY, NOTICES, "", ""),
        (Code.ITEMS_TOO_MANY, TICKER, "", ""),
    }


def test_last_window_of_today_is_not_past(told: PackFolder) -> None:
    assert told.found(today=date(2026, 12, 5)) >= {
        (Code.NOTICE_ENDS_SOON, NOTICES, f"{N}.windows", "")
    }


def test_build_sets_break_marks_in_every_word_of_them(told: PackFolder) -> None:
    first(told, NOTICES)["text"]["lo"]["description"] = "ຢຸດ"
    out = told.root.parent / "built"
    built = build_pack(told.write(), out, TODAY, told.tools, ignore_progress)
    assert isinstance(built, Built)
    content = (out / "content.json").read_text("utf-8")
    assert content.count("\u200b") >= 4 + 3  # headline, description, authority, line; slides
    source = read_source(told.root, ignore_progress)
    assert [entry.value.id for entry in source.notices] == ["lane-two"]

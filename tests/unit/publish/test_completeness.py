"""How far a pack is translated, and which translations are older than their Vietnamese text."""

from collections.abc import Callable
from typing import Any

import pytest

from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.completeness import Completeness, State, per_cent
from player.publish.progress import ignore_progress
from player.publish.stamp import stamp
from tests.fakes.pack_folder import TODAY, PackFolder, add_recordings

OLD = "0ld000"
Change = Callable[[PackFolder], object]


def survey(folder: PackFolder) -> Completeness:
    return folder.check().completeness


def state(folder: PackFolder, name: str, tag: str) -> State:
    (row,) = (row for row in survey(folder).rows if row.entry.name == name)
    return row.states[tag]


def add_line(folder: PackFolder, **fields: object) -> dict[str, Any]:
    text = {"vi": "Xin giữ giấy tờ", "en": "Keep your papers", "lo": "ຮັກສາ"}
    line: dict[str, Any] = {"id": "papers", "lasting": True, "text": text, **fields}
    folder.documents["ticker.toml"] = {"ticker": [line]}
    return line


def add_notice(folder: PackFolder) -> dict[str, Any]:
    text = {
        tag: {"headline": words, "review": "reviewed", "reviewed_by": "A. Nguyễn"}
        for tag, words in {"vi": "Làn 2 tạm dừng", "en": "Lane 2 paused", "lo": "ຢຸດ"}.items()
    }
    notice: dict[str, Any] = {
        "id": "lane-two",
        "level": "urgent",
        "authority": {"vi": "Ban", "en": "Board", "lo": "ຄະນະ"},
        "sent": "2026-11-22T06:00",
        "windows": [{"until": "2026-12-05"}],
        "text": text,
    }
    folder.documents["notices.toml"] = {"notices": [notice]}
    return notice


def speak(folder: PackFolder, **fields: object) -> None:
    folder.pack["languages"].append({"tag": "hmn", **fields})


CASES: dict[str, tuple[Change, str, State]] = {
    "reviewed": (lambda folder: folder, "lo", State.READY),
    "draft": (
        lambda folder: folder.text("bell", "lo").update(review="draft"),
        "lo",
        State.DRAFT,
    ),
    "missing": (lambda folder: folder.slide("bell")["text"].pop("lo"), "lo", State.MISSING),
    "made from another text": (
        lambda folder: folder.text("bell", "lo").update(of=OLD),
        "lo",
        State.STALE,
    ),
    "a draft made from another text": (
        lambda folder: folder.text("bell", "lo").update(of=OLD, review="draft"),
        "lo",
        State.STALE,
    ),
    "a stamp on the reference text says nothing": (
        lambda folder: folder.text("bell", "vi").update(of=OLD),
        "vi",
        State.READY,
    ),
    "recorded from another text": (
        lambda folder: folder.slide("bell")["audio"]["vi"].update(of=OLD),
        "vi",
        State.STALE,
    ),
    "heard": (speak, "hmn", State.AUDIO_ONLY),
    "heard where a text is required": (
        lambda folder: speak(folder, required=True),
        "hmn",
        State.MISSING,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_text_stands_as_it_is_marked(folder: PackFolder, name: str) -> None:
    change, tag, expected = CASES[name]
    add_recordings(folder, "vi", "hmn")
    change(folder)
    assert state(folder, "slides/bell", tag) is expected


def test_language_that_is_not_read_wants_no_text(folder: PackFolder) -> None:
    speak(folder, written=False)
    add_notice(folder)
    found = survey(folder)
    assert found.counts("hmn") == {**dict.fromkeys(State, 0), State.NOT_WANTED: 5}
    assert (found.wanted("hmn"), found.translated("hmn")) == (0, 0)


def test_notices_and_lines_are_counted_with_the_items(folder: PackFolder) -> None:
    add_line(folder)
    add_notice(folder)["text"].pop("lo")
    names = [row.entry.name for row in survey(folder).rows]
    assert names[-2:] == ["notices/lane-two", "ticker/papers"]
    assert state(folder, "notices/lane-two", "lo") is State.MISSING
    assert state(folder, "ticker/papers", "lo") is State.READY


def test_drafts_and_stale_texts_are_translated_and_missing_ones_are_not(folder: PackFolder) -> None:
    folder.text("welcome", "lo")["review"] = "draft"
    folder.text("papers", "lo")["of"] = OLD
    del folder.slide("view")["text"]["lo"]
    found = survey(folder)
    assert (found.wanted("lo"), found.translated("lo")) == (4, 3)
    assert found.translated("en") == 4


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, 0), (0, 9, 0), (9, 9, 100), (15, 25, 60), (999, 1000, 99), (1, 1000, 1), (2, 3, 67)],
)
def test_share_is_whole_only_when_it_is(part: int, whole: int, expected: int) -> None:
    assert per_cent(part, whole) == expected


def test_translation_older_than_its_text_is_told_with_the_stamp_to_write(
    folder: PackFolder,
) -> None:
    folder.text("view", "lo")["of"] = OLD
    (finding,) = folder.check().findings
    now = stamp("Kính chào quý khách")
    assert (finding.code, finding.file) == (Code.TRANSLATION_STALE, "slides/view.toml")
    assert (finding.field, finding.language) == ("text.lo.of", "lo")
    assert finding.values == {"of": OLD, "now": now}
    folder.text("view", "lo")["of"] = now
    assert folder.found() == set()


def test_recording_older_than_its_text_is_told(folder: PackFolder) -> None:
    add_recordings(folder, "vi", "lo")
    folder.slide("bell")["audio"]["lo"]["of"] = OLD
    assert folder.found() == {(Code.TRANSLATION_STALE, "slides/bell.toml", "audio.lo.of", "lo")}


def test_changed_reference_text_makes_its_translations_stale(folder: PackFolder) -> None:
    for tag in ("en", "lo"):
        folder.text("view", tag)["of"] = stamp("Kính chào quý khách")
    folder.text("view", "vi")["caption"] = "Kính chào quý khách!"
    assert folder.found() == {
        (Code.TRANSLATION_STALE, "slides/view.toml", f"text.{tag}.of", tag) for tag in ("en", "lo")
    }


def test_old_translation_of_a_notice_or_line_is_told_where_it_stands(folder: PackFolder) -> None:
    add_line(folder, of={"lo": OLD})
    add_notice(folder)["text"]["en"]["of"] = OLD
    assert folder.found() == {
        (Code.TRANSLATION_STALE, "ticker.toml", "ticker[0].of.lo", "lo"),
        (Code.TRANSLATION_STALE, "notices.toml", "notices[0].text.en.of", "en"),
    }


def test_built_pack_does_not_say_what_a_text_was_made_from(folder: PackFolder) -> None:
    now = stamp("Kính chào quý khách")
    folder.text("view", "lo")["of"] = now
    add_recordings(folder, "lo").slide("bell")["audio"]["lo"]["of"] = OLD
    add_notice(folder)["text"]["lo"]["of"] = stamp("Làn 2 tạm dừng")
    add_line(folder, of={"lo": stamp("Xin giữ giấy tờ")})
    out = folder.root.parent / "built"
    built = build_pack(folder.write(), out, TODAY, folder.tools, ignore_progress)
    assert isinstance(built, Built)
    assert '"of"' not in (out / "content.json").read_text("utf-8")


def test_words_of_a_cell_count_and_a_sum_of_money_does_not(folder: PackFolder) -> None:
    table = folder.documents["slides/papers.toml"]
    table |= {"kind": "table", "columns": [{}, {}]}
    del table["issued"]
    for words in table["text"].values():
        del words["body"]
    cell = {"vi": "Gửi xe", "en": "Parking", "lo": "ຝາກລົດ"}
    table["rows"] = [[cell, {"amount": 5000, "currency": "VND"}]]
    (before,) = (row.entry.stamp for row in survey(folder).rows if "papers" in row.entry.name)
    table["rows"][0][1]["amount"] = 6000
    (dearer,) = (row.entry.stamp for row in survey(folder).rows if "papers" in row.entry.name)
    cell["vi"] = "Gửi xe máy"
    (other,) = (row.entry.stamp for row in survey(folder).rows if "papers" in row.entry.name)
    assert before == dearer != other

"""The check as a whole."""

from datetime import date

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder


def test_a_good_source_has_no_findings(folder: PackFolder) -> None:
    assert folder.found() == set()
    assert folder.check().is_fit


def test_every_fault_of_a_bad_week_is_told_at_once(folder: PackFolder) -> None:
    """Acceptance scenario S14, and a wrong date that hides none of its item's other faults."""
    folder.pack["languages"][2]["required"] = True
    del folder.slide("welcome")["text"]["lo"]
    folder.slide("welcome")["picture"]["tags"] = ["map"]
    folder.slide("welcome")["valid"] = {"until": "2027-02-30"}
    folder.text("papers", "vi")["body"] = "từ " * 160
    folder.slide("view")["picture"]["rights"]["until"] = "2026-11-21"
    found = folder.found()
    names = ("gate.name.lo", "gate.province.lo", "gate.neighbour.name.lo")
    assert found - {(Code.WORDS_MISSING, "pack.toml", field, "lo") for field in names} == {
        (Code.TRANSLATION_MISSING, "slides/welcome.toml", "text.lo", "lo"),
        (Code.MAP_UNSIGNED, "slides/welcome.toml", "picture.sign_off", ""),
        (Code.BAD_MOMENT, "slides/welcome.toml", "valid.until", ""),
        (Code.TEXT_TOO_WORDY, "slides/papers.toml", "text.vi", "vi"),
        (Code.LICENCE_EXPIRED, "slides/view.toml", "picture.rights.until", ""),
        *{
            (Code.WORDS_MISSING, f"slides/{name}.toml", "source.authority.lo", "lo")
            for name in ("welcome", "papers", "river", "view")
        },
    }


def test_the_same_source_is_judged_by_the_day(folder: PackFolder) -> None:
    codes = {code for code, *_ in folder.found(date(2028, 1, 1))}
    assert codes == {
        Code.ITEM_EXPIRED,
        Code.LICENCE_EXPIRED,
        Code.SOURCE_REVIEW_PASSED,
        Code.ESSENTIAL_ABSENT,
        Code.SCHEDULE_HOLE,
    }


def test_warnings_alone_leave_a_source_fit(folder: PackFolder) -> None:
    folder.files["media/spare.png"] = folder.files["media/gate.png"]
    report = folder.check()
    assert [finding.code for finding in report.findings] == [Code.MEDIA_EXTRA]
    assert report.is_fit


def test_findings_come_sorted_by_file_with_errors_first(folder: PackFolder) -> None:
    folder.slide("view")["colour"] = "red"
    folder.slide("view")["category"] = "C99"
    folder.pack["sequence"] = 0
    said = [(finding.file, finding.code) for finding in folder.check().findings]
    assert said == [
        ("pack.toml", Code.OUT_OF_RANGE),
        ("slides/view.toml", Code.BAD_CATEGORY),
        ("slides/view.toml", Code.FIELD_UNKNOWN),
    ]


def test_an_empty_folder_is_told_what_it_lacks(folder: PackFolder) -> None:
    folder.documents.clear()
    folder.files.clear()
    folder.root.mkdir()
    assert folder.found() == {
        (Code.FILE_MISSING, "pack.toml", "", ""),
        (Code.FILE_MISSING, "playlists.toml", "", ""),
    }

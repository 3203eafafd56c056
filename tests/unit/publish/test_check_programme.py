"""The programme the playlists make."""

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder

PAPERS, LISTS = "slides/papers.toml", "playlists.toml"
HOLE = (Code.SCHEDULE_HOLE, LISTS, "", "")


def test_a_time_no_playlist_covers_is_told(folder: PackFolder) -> None:
    folder.playlists[0] |= {"default": False, "when": {"dayparts": ["06:00-24:00"]}}
    report = folder.check()
    hole = next(finding for finding in report.findings if finding.code is Code.SCHEDULE_HOLE)
    assert hole.values == {
        "start": "2026-11-22 00:00",
        "until": "2026-11-22 06:00",
        "audience": "*",
    }


def test_a_default_playlist_that_runs_dry_within_a_month_is_told(folder: PackFolder) -> None:
    folder.playlists[0]["items"] = ["welcome"]
    del folder.playlists[1]
    for name in ("river", "view"):
        folder.slide(name)["must_show"] = True
    folder.slide("welcome")["valid"] = {"until": "2026-12-10"}
    assert folder.found() == {HOLE}


def test_a_hole_for_one_audience_only_names_it(folder: PackFolder) -> None:
    folder.playlists[0]["items"] = ["welcome", "river", "view"]
    for name in ("welcome", "river", "view"):
        folder.slide(name)["audience"] = ["hall"]
    folder.playlists[1]["audience"] = ["freight"]
    report = folder.check()
    assert {finding.code for finding in report.findings} == {Code.SCHEDULE_HOLE}
    assert report.findings[0].values["audience"] == "freight"


def test_a_pack_without_practical_help_is_told(folder: PackFolder) -> None:
    folder.slide("papers")["essential"] = False
    assert folder.found() == {(Code.ESSENTIAL_NONE, "", "", "")}


def test_essential_help_that_ends_within_the_week_is_told(folder: PackFolder) -> None:
    folder.slide("papers")["valid"] = {"until": "2026-11-24"}
    report = folder.check()
    absent = next(each for each in report.findings if each.code is Code.ESSENTIAL_ABSENT)
    assert (absent.file, absent.values) == (PAPERS, {"item": "papers", "date": "2026-11-25"})


def test_essential_help_that_has_not_begun_is_not_absent(folder: PackFolder) -> None:
    folder.slide("papers")["valid"] = {"from": "2026-11-25T12:00", "until": "2027-12-31"}
    assert folder.found() == set()


def test_essential_help_for_some_is_not_absent_for_others(folder: PackFolder) -> None:
    folder.slide("papers")["audience"] = ["hall"]
    folder.slide("view")["audience"] = ["freight"]
    assert folder.found() == set()


def test_items_without_the_reference_text_do_not_stop_the_programme(folder: PackFolder) -> None:
    del folder.slide("papers")["text"]["vi"]
    codes = {code for code, *_ in folder.found()}
    assert codes == {Code.TRANSLATION_MISSING, Code.ESSENTIAL_ABSENT}

"""Playlists: they name what exists and leave nothing out."""

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder

LISTS = "playlists.toml"


def test_an_unknown_item_is_told_with_the_one_that_was_meant(folder: PackFolder) -> None:
    folder.playlists[1]["items"].append("welcom")
    (finding,) = folder.check().findings
    assert (finding.code, finding.field) == (Code.ITEM_UNKNOWN, "playlists[1].items[1]")
    assert finding.values["suggestion"] == "welcome"


def test_an_item_named_twice_is_told(folder: PackFolder) -> None:
    folder.playlists[1]["items"].append("papers")
    assert folder.found() == {(Code.ITEM_REPEATED, LISTS, "playlists[1].items[1]", "")}


def test_an_item_no_playlist_plays_is_told(folder: PackFolder) -> None:
    folder.playlists[0]["items"].remove("view")
    assert folder.found() == {(Code.ITEM_NEVER_PLAYS, "slides/view.toml", "id", "")}


def test_essential_and_must_show_items_join_by_themselves(folder: PackFolder) -> None:
    folder.playlists[0]["items"] = ["welcome", "river"]
    folder.slide("view")["must_show"] = True
    assert folder.found() == set()


def test_a_pack_without_a_default_playlist_is_told(folder: PackFolder) -> None:
    folder.playlists[0]["default"] = False
    assert folder.found() == {(Code.DEFAULT_PLAYLIST_MISSING, LISTS, "", "")}


def test_a_default_playlist_with_conditions_is_told(folder: PackFolder) -> None:
    folder.playlists[0]["when"] = {"weekdays": ["mon"]}
    assert (Code.DEFAULT_PLAYLIST_CONDITIONAL, LISTS, "playlists[0].when", "") in folder.found()


def test_a_playlist_whose_time_is_over_is_told(folder: PackFolder) -> None:
    folder.playlists[1]["when"] = {"valid": {"until": "2026-11-21"}}
    field = "playlists[1].when.valid.until"
    assert folder.found() == {(Code.PLAYLIST_OVER, LISTS, field, "")}


def test_an_audience_that_is_a_slip_of_the_pen_is_told(folder: PackFolder) -> None:
    for name in ("welcome", "river"):
        folder.slide(name)["audience"] = ["freight-hall"]
    folder.slide("view")["audience"] = ["frieght-hall"]
    assert folder.found() == {(Code.AUDIENCE_MISSPELT, "slides/view.toml", "audience", "")}

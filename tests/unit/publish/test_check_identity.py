"""Names of items and playlists."""

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder


def test_two_files_with_one_id_are_told(folder: PackFolder) -> None:
    folder.slide("view")["id"] = "papers"
    folder.playlists[0]["items"].remove("view")
    assert folder.found() == {(Code.ID_DUPLICATE, "slides/view.toml", "id", "")}


def test_an_id_that_is_not_the_files_name_is_told(folder: PackFolder) -> None:
    folder.slide("view")["id"] = "sea-view"
    folder.playlists[0]["items"][3] = "sea-view"
    assert folder.found() == {(Code.ID_DIFFERS_FROM_FILE, "slides/view.toml", "id", "")}


def test_two_playlists_with_one_id_are_told(folder: PackFolder) -> None:
    folder.playlists[1]["id"] = "all-day"
    assert folder.found() == {(Code.ID_DUPLICATE, "playlists.toml", "playlists[1].id", "")}

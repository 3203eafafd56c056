"""The pack as a whole."""

import os

import pytest

from player.pack.manifest import MAX_TOTAL_BYTES
from player.publish import check_pack
from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder


def test_more_items_than_a_player_takes_are_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_pack, "MAX_ENTRIES", 3)
    assert folder.found() == {(Code.ITEMS_TOO_MANY, "slides", "", "")}


def test_more_words_than_a_player_reads_are_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_pack, "MAX_BYTES", 3000)
    assert folder.found() == {(Code.CONTENT_TOO_LARGE, "", "", "")}


def test_more_media_than_a_player_stores_are_told(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write()
    os.truncate(folder.root / "media" / "river.mp4", MAX_TOTAL_BYTES)
    del folder.files["media/river.mp4"]
    facts = folder.tools.clip(folder.root / "pack.toml")
    monkeypatch.setattr(folder.tools, "clip", lambda _path: facts)
    assert folder.found() == {(Code.PACK_TOO_LARGE, "", "", "")}

"""The index of a pack in a store: made, used, gone, damaged, of another time."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from player import clock
from player.errors import PackFormatError, PlaybackError, StoreError
from player.lookup import index
from player.lookup.builder import PackIndex, read_lookup
from player.lookup.stored import open_search
from player.publish.built_lookup import encode_lookup
from player.store.indexing import Indexing
from player.store.install import install
from player.store.layout import INDEX, Home, blob_path
from player.store.prune import GRACE, prune
from player.store.reader import StoredPack, open_placed
from player.store.verify import damaged_blobs
from tests.fakes.built_pack import sha256, write_answering, write_built
from tests.fakes.lookups import lookup_of, topic

RAW: Final = encode_lookup(
    lookup_of(topic("money", vi=("Đổi tiền", ["tỷ giá"], "Quầy số 2."), en=("Money", [], "x")))
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def pack(home: Home, tmp_path: Path) -> StoredPack:
    return install(write_answering(tmp_path / "built", RAW), home, Indexing(PackIndex()))


def found(pack: StoredPack, home: Home) -> list[str]:
    searching = open_search(read_lookup(pack), pack.content.languages, home.index(pack.sha256))
    return [hit.topic for hit in searching.find("doi tien", "vi")]


def test_pack_is_searched_by_the_index_beside_it(pack: StoredPack, home: Home) -> None:
    assert sorted(entry.name for entry in (home.packs / pack.sha256).iterdir()) == [
        *("content.json", "pack.json", INDEX)
    ]
    assert PackIndex().is_current(home.index(pack.sha256))
    assert found(pack, home) == ["money"]
    assert damaged_blobs(home) == []


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribble(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[200:] = b"\x5a" * (len(raw) - 200)
    path.write_bytes(raw)


def age(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {index.FORMAT + 1}")
    connection.close()


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [remove, empty, cut, scribble, age, replace_by_folder])
def test_whatever_becomes_of_the_index_the_pack_is_searched(
    pack: StoredPack, home: Home, harm: Callable[[Path], None]
) -> None:
    harm(home.index(pack.sha256))
    assert found(pack, home) == ["money"]
    assert open_placed(pack.sha256, home).sha256 == pack.sha256


def test_index_of_another_format_is_made_anew(pack: StoredPack, home: Home) -> None:
    path = home.index(pack.sha256)
    age(path)
    assert not PackIndex().is_current(path)
    Indexing(PackIndex()).bring(home, pack.sha256)
    assert PackIndex().is_current(path)


def test_index_that_was_cut_off_is_made_anew(pack: StoredPack, home: Home) -> None:
    path = home.index(pack.sha256)
    cut(path)
    assert not PackIndex().is_current(path)
    Indexing(PackIndex()).bring(home, pack.sha256)
    assert PackIndex().is_current(path)


def test_same_pack_gives_the_same_index(pack: StoredPack, home: Home, tmp_path: Path) -> None:
    PackIndex().build(pack, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == home.index(pack.sha256).read_bytes()


def test_disk_that_refuses_leaves_no_half_an_index(
    pack: StoredPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(index, "fill", full)
    with pytest.raises(StoreError, match="disk is full"):
        PackIndex().build(pack, tmp_path / INDEX)
    with pytest.raises(StoreError):
        PackIndex().build(pack, tmp_path / "nowhere" / INDEX)
    assert [entry.name for entry in tmp_path.iterdir() if "search" in entry.name] == []


def test_pack_that_answers_nothing_has_an_index_that_finds_nothing(
    home: Home, tmp_path: Path
) -> None:
    pack = install(write_built(tmp_path / "built"), home, Indexing(PackIndex()))
    assert read_lookup(pack).is_empty
    assert found(pack, home) == []


@pytest.mark.allow_log(r"player\.store\.indexing: no search index$")
def test_lookup_that_cannot_be_read_stops_no_pack(home: Home, tmp_path: Path) -> None:
    pack = install(write_answering(tmp_path / "built", b"{"), home, Indexing(PackIndex()))
    assert not home.index(pack.sha256).exists()
    with pytest.raises(PackFormatError):
        read_lookup(pack)


def test_damaged_lookup_is_not_read(pack: StoredPack, home: Home) -> None:
    blob = blob_path(home.blobs, sha256(RAW))
    blob.write_bytes(RAW.replace(b"money", b"honey"))
    with pytest.raises(PlaybackError):
        read_lookup(pack)


def test_index_goes_with_its_pack(pack: StoredPack, home: Home, tmp_path: Path) -> None:
    install(write_built(tmp_path / "new", sequence=2), home)
    prune(home, clock.now() + 2 * GRACE)
    assert not (home.packs / pack.sha256).exists()

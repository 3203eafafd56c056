"""Which pack is opened, and what is noticed when the disk holds something else than it should."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from player.errors import (
    AssetMismatchError,
    PackFormatError,
    PackVersionError,
    PlaybackError,
    StoreCorruptError,
)
from player.pack.content import MAX_BYTES
from player.pack.manifest import MANIFEST, Manifest, parse_manifest
from player.store import reader
from player.store.layout import Home, blob_path
from player.store.reader import StoredPack, open_best, open_installed, open_pack
from tests.fakes.built_pack import (
    PICTURE,
    picture_of,
    put_in,
    rewrite_content,
    sha256,
    write_built,
)
from tests.fakes.content import content_document, item_document

WARNED: Final = pytest.mark.allow_log(r"^WARNING player\.store\.reader: pack cannot be shown$")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with a current pack (sequence 2) and a last good one (sequence 1)."""
    home = Home(tmp_path / "home")
    put_in(home, write_built(tmp_path / "1", sequence=1), home.last_good)
    put_in(home, write_built(tmp_path / "2", sequence=2), home.current)
    return home


@pytest.fixture
def factory(tmp_path: Path) -> Path:
    """Return a built factory pack (sequence 9)."""
    return write_built(tmp_path / "factory", sequence=9)


# --- the ladder ---


def spoil(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(b"{")


@WARNED
@pytest.mark.parametrize(
    ("broken", "rung", "sequence"),
    [
        ((), "current", 2),
        (("current",), "last-good", 1),
        (("last-good",), "current", 2),
        (("current", "last-good"), "factory", 9),
        (("current", "last-good", "factory"), None, None),
    ],
)
def test_best_pack_is_the_highest_unbroken_rung(
    broken: tuple[str, ...], rung: str | None, sequence: int | None, home: Home, factory: Path
) -> None:
    places = {"current": home.current, "last-good": home.last_good, "factory": factory}
    for name in broken:
        spoil(places[name])
    opened = open_best(home, factory)
    assert (opened.rung if opened else None) == rung
    assert (opened.pack.manifest.sequence if opened else None) == sequence


@WARNED
def test_reason_is_kept_and_logged_for_every_rung_passed_over(
    home: Home, factory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(home.current)
    home.last_good.unlink()
    opened = open_best(home, factory)
    assert opened is not None
    first, second = (str(problem) for problem in opened.problems)
    assert first.startswith("pack.json: not JSON")
    assert second == f"{home.last_good}: No such file or directory"
    logged = [(vars(each)["rung"], vars(each)["reason"]) for each in caplog.records]
    assert logged == [("current", first), ("last-good", second)]


# --- a pack that is not what it should be ---


def change_byte(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def lengthen(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES * 1000)


def into_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def into_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


NOT_PLAIN: Final = "not a plain file"
FORMAT_2: Final = {"format": "2.0"}
UNBUILT: Final = {**content_document([item_document("a", picture=picture_of(b"other"))])}

SPOILT: Final[list[tuple[Callable[[Path], object], type[Exception], str]]] = [
    (lambda f: (f / MANIFEST).unlink(), StoreCorruptError, "pack.json: No such file"),
    (lambda f: (f / MANIFEST).write_bytes(b""), PackFormatError, "pack.json: not JSON"),
    (lambda f: (f / MANIFEST).write_bytes(b"[]"), PackFormatError, "not a JSON object"),
    (lambda f: (f / MANIFEST).write_bytes(b"\xff\xfe"), PackFormatError, "not JSON"),
    (lambda f: (f / MANIFEST).write_text(json.dumps(FORMAT_2)), PackVersionError, "2.0"),
    (lambda f: (f / MANIFEST).write_bytes(b"[" * 100_000), PackFormatError, "not JSON"),
    (lambda f: lengthen(f / MANIFEST), PackFormatError, "bytes are more than"),
    (lambda f: into_pipe(f / MANIFEST), StoreCorruptError, NOT_PLAIN),
    (lambda f: into_link(f / MANIFEST), StoreCorruptError, NOT_PLAIN),
    (lambda f: (f / "content.json").unlink(), StoreCorruptError, "content.json: No such file"),
    (lambda f: change_byte(f / "content.json"), AssetMismatchError, "content.json: expected"),
    (lambda f: lengthen(f / "content.json"), AssetMismatchError, "content.json: expected"),
    (lambda f: into_pipe(f / "content.json"), StoreCorruptError, NOT_PLAIN),
    (
        lambda f: rewrite_content(f, FORMAT_2),
        PackVersionError,
        "needs a player for pack format 2.0",
    ),
    (lambda f: rewrite_content(f, UNBUILT), PackFormatError, "which item a needs"),
    (
        lambda f: rewrite_content(f, content_document(["a", "b"])),
        AssetMismatchError,
        "pack.json: expected",
    ),
]


@pytest.mark.parametrize(("change", "error", "said"), SPOILT)
def test_spoilt_pack_is_refused_and_says_why(
    change: Callable[[Path], object], error: type[Exception], said: str, home: Home
) -> None:
    change(home.current)
    with pytest.raises(error, match=said):
        open_installed(home.current, home)


def test_manifest_without_content_is_refused(tmp_path: Path) -> None:
    built = write_built(tmp_path / "built")
    document = json.loads((built / MANIFEST).read_bytes())
    document["files"][0]["path"] = "other.json"
    (built / MANIFEST).write_text(json.dumps(document))
    with pytest.raises(AssetMismatchError, match=r"content\.json: expected sha256 none"):
        open_pack(built, built / "blobs")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("packs/nothing", "No such file"),
        ("current", "Too many levels of symbolic links"),
        ("../../outside", "no link to a pack of this store"),
        ("..", "no link to a pack of this store"),
    ],
)
def test_link_that_leads_elsewhere_is_not_followed(
    target: str, said: str, home: Home, tmp_path: Path
) -> None:
    write_built(tmp_path / "outside")
    home.current.unlink()
    home.current.symlink_to(target)
    with pytest.raises(StoreCorruptError, match=said):
        open_installed(home.current, home)


def test_link_that_moves_while_a_pack_is_opened_does_not_mix_two_packs(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = put_in(home, write_built(tmp_path / "3", content_document(["c"])), home.store / "next")
    old = home.current.readlink().name

    def move_and_parse(raw: bytes) -> Manifest:
        home.current.unlink()
        home.current.symlink_to(other)
        return parse_manifest(raw)

    monkeypatch.setattr(reader, "parse_manifest", move_and_parse)
    assert open_installed(home.current, home).sha256 == old


def test_home_may_be_moved_and_reached_by_a_link(home: Home, tmp_path: Path) -> None:
    home.folder.rename(tmp_path / "moved")
    (tmp_path / "link").symlink_to("moved")
    moved = Home(tmp_path / "link")
    assert open_installed(moved.current, moved).file(sha256(PICTURE)).read_bytes() == PICTURE


# --- files ---


@pytest.fixture
def pack(home: Home) -> StoredPack:
    """Return the current pack, opened."""
    return open_installed(home.current, home)


def blob_of(pack: StoredPack) -> Path:
    return blob_path(pack.blobs, sha256(PICTURE))


def test_whole_file_is_given_by_its_path(pack: StoredPack) -> None:
    assert pack.file(sha256(PICTURE)) == blob_of(pack)


def test_file_is_read_once_while_nothing_touches_it(
    pack: StoredPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(reader, "check_digest", lambda *asked: read.append(asked[-1]))
    for _ in range(3):
        pack.file(sha256(PICTURE))
    assert read == [sha256(PICTURE)]


def swap_keeping_times(path: Path) -> None:
    before = path.stat()
    path.write_bytes(bytes(before.st_size))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def into_endless_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def into_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def swap_folder_for_link(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))
    path.parent.symlink_to("moved")


SPOILT_BLOB: Final[list[tuple[Callable[[Path], object], str]]] = [
    (lambda path: path.unlink(), "No such file"),
    (change_byte, "expected sha256"),
    (lambda path: path.write_bytes(b""), "expected sha256"),
    (swap_keeping_times, "expected sha256"),
    (into_pipe, NOT_PLAIN),
    (into_link, NOT_PLAIN),
    (into_endless_device, NOT_PLAIN),
    (into_folder, NOT_PLAIN),
    (swap_folder_for_link, NOT_PLAIN),
]


@pytest.mark.parametrize("is_known", [False, True], ids=["at first use", "at next use"])
@pytest.mark.parametrize(("change", "said"), SPOILT_BLOB)
def test_spoilt_file_is_noticed(
    change: Callable[[Path], object], said: str, is_known: bool, pack: StoredPack
) -> None:
    if is_known:
        pack.file(sha256(PICTURE))
    change(blob_of(pack))
    with pytest.raises(PlaybackError, match=said) as refused:
        pack.file(sha256(PICTURE))
    assert refused.value.asset == sha256(PICTURE)


def test_mended_file_is_good_again(pack: StoredPack) -> None:
    change_byte(blob_of(pack))
    with pytest.raises(PlaybackError):
        pack.file(sha256(PICTURE))
    blob_of(pack).write_bytes(PICTURE)
    assert pack.file(sha256(PICTURE)) == blob_of(pack)

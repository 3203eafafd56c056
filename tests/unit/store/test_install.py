"""Bringing a pack in: whole or not at all, whatever stops it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from player.errors import AssetMismatchError, PackError, StoreCorruptError, StoreError
from player.pack.manifest import MANIFEST
from player.store.install import install
from player.store.layout import Home, blob_path
from player.store.lock import writing
from player.store.reader import open_best
from tests.fakes.built_pack import PICTURE, poster, sha256, write_built
from tests.fakes.content import content_document
from tests.fakes.failing_disk import at_call, pack_of, refuse

ROOT: Final = Path(__file__).resolve().parents[3]
OTHER: Final = b"another picture"
CAN_END_AS: Final = {"old", "new"}


@pytest.fixture(autouse=True)
def _no_forcing_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save its time: whether and when it is done is tested with what does it, ``durable``."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home into which the old pack was brought."""
    home = Home(tmp_path / "home")
    install(write_built(tmp_path / "old"), home)
    return home


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the new pack: one picture the store has and one it has not."""
    document = content_document([poster("welcome"), poster("other", OTHER)])
    return write_built(tmp_path / "new", document, (PICTURE, OTHER), sequence=2)


def digest(built: Path) -> str:
    return sha256((built / MANIFEST).read_bytes())


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


# --- what it does ---


def test_pack_brought_in_is_current_and_whole(home: Home, new: Path) -> None:
    assert install(new, home).sha256 == digest(new)
    assert pack_of(home) == digest(new)


def test_old_pack_stays_in_the_store(home: Home, new: Path, tmp_path: Path) -> None:
    install(new, home)
    assert {path.name for path in home.packs.iterdir()} == {digest(new), digest(tmp_path / "old")}


def test_same_pack_may_be_brought_again(home: Home, new: Path) -> None:
    install(new, home)
    before = files(home.store)
    install(new, home)
    assert files(home.store) == before


def test_links_are_relative_so_that_a_home_can_be_moved(home: Home, tmp_path: Path) -> None:
    assert home.current.readlink() == Path("packs") / digest(tmp_path / "old")


def test_every_file_can_be_read_by_the_player_who_is_another_user(home: Home, new: Path) -> None:
    install(new, home)
    private = [path for path in files(home.store) if path.stat().st_mode & 0o044 != 0o044]
    assert private == []


def test_file_the_store_holds_whole_is_not_written_again(home: Home, new: Path) -> None:
    blob = blob_path(home.blobs, sha256(PICTURE))
    before = blob.stat()
    install(new, home)
    assert blob.stat().st_ino == before.st_ino


# --- what it mends ---


def damage(path: Path) -> None:
    path.write_bytes(b"?" * len(PICTURE))


def truncate(path: Path) -> None:
    path.write_bytes(b"")


def into_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def folder_into_link(path: Path) -> None:
    shutil.move(path.parent, path.parent.with_name("outside"))
    path.parent.symlink_to("outside")


@pytest.mark.parametrize("spoil", [damage, truncate, Path.unlink, into_link, folder_into_link])
def test_file_the_store_holds_in_a_damaged_state_is_brought_anew(
    spoil: Callable[[Path], None], home: Home, new: Path
) -> None:
    spoil(blob_path(home.blobs, sha256(PICTURE)))
    install(new, home)
    assert pack_of(home) == digest(new)


def test_what_an_interrupted_install_left_is_swept(home: Home, new: Path) -> None:
    left = home.blobs / sha256(PICTURE)[:2] / ".new-left"
    left.write_bytes(b"half")
    install(new, home)
    assert not left.exists()


# --- what it refuses ---


def old_stays(home: Home, tmp_path: Path) -> bool:
    return pack_of(home) == digest(tmp_path / "old")


def test_pack_that_lacks_a_file_is_refused(home: Home, new: Path, tmp_path: Path) -> None:
    missing = blob_path(new / "blobs", sha256(OTHER))
    missing.unlink()
    with pytest.raises(StoreCorruptError, match=f"{missing}: No such file"):
        install(new, home)
    assert old_stays(home, tmp_path)


def test_pack_with_a_file_of_other_bytes_is_refused(home: Home, new: Path, tmp_path: Path) -> None:
    before = files(home.store)
    damage(blob_path(new / "blobs", sha256(OTHER)))
    with pytest.raises(AssetMismatchError, match=sha256(OTHER)):
        install(new, home)
    assert old_stays(home, tmp_path)
    assert files(home.store) == before


def test_pack_that_is_not_whole_is_refused(home: Home, new: Path, tmp_path: Path) -> None:
    (new / "content.json").write_bytes(b"{}")
    with pytest.raises(PackError, match=r"content\.json"):
        install(new, home)
    assert old_stays(home, tmp_path)


def test_second_installer_is_told_to_come_back(home: Home, new: Path, tmp_path: Path) -> None:
    with writing(home), pytest.raises(StoreError, match="try again later"):
        install(new, home)
    assert old_stays(home, tmp_path)


def test_home_that_cannot_be_written_is_said_in_one_sentence(new: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match=r"^\S+: Not a directory$"):
        install(new, Home(tmp_path / "file"))


# --- what stops it ---


@pytest.mark.allow_log(r"pack cannot be shown")
def test_disk_that_fails_at_any_call_leaves_a_whole_pack(
    home: Home, new: Path, tmp_path: Path
) -> None:
    names = {digest(tmp_path / "old"): "old", digest(new): "new"}
    ends: list[str] = []
    for number in range(1, 1000):
        trial = Home(tmp_path / "trials" / str(number))
        shutil.copytree(home.folder, trial.folder, symlinks=True)
        with at_call(number, refuse) as made:
            failed = _fails(new, trial)
        left = names[pack_of(trial)]
        if failed:
            ends.append(left)
        else:
            assert left == "new"
        assert install(new, trial).sha256 == digest(new)
        assert not list(trial.store.rglob(".new-*"))
        if len(made) < number:
            break
    assert set(ends) == CAN_END_AS
    assert ends == sorted(ends, reverse=True)


def _fails(new: Path, home: Home) -> bool:
    try:
        install(new, home)
    except StoreError:
        return True
    return False


def test_power_cut_at_any_call_leaves_a_whole_pack(home: Home, new: Path, tmp_path: Path) -> None:
    names = {digest(tmp_path / "old"): "old", digest(new): "new"}
    program = [sys.executable, "-m", "tests.fakes.failing_disk"]
    words = [str(path) for path in (home.folder, new, tmp_path / "trials")]
    done = subprocess.run([*program, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ends = [names.get(line, line) for line in done.stdout.splitlines()]
    assert set(ends) == CAN_END_AS
    assert ends == sorted(ends, reverse=True)
    assert len(ends) > 30


@pytest.mark.allow_log(r"pack cannot be shown")
def test_first_pack_that_is_interrupted_leaves_the_factory_pack(new: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "fresh")
    factory = write_built(tmp_path / "factory", sequence=9)
    with at_call(20, refuse):
        assert _fails(new, home)
    opened = open_best(home, factory)
    assert opened is not None
    assert opened.rung == "factory"

"""Writing so that a power cut leaves the old state or the new one."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.store.durable import make_folder, replace_link, sweep, write_chunks, write_file


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the calls that change or secure the disk, in order."""
    made: list[str] = []
    for name in ("fsync", "replace", "mkdir", "symlink"):
        real = getattr(os, name)

        def recorded(
            *args: object, _real: object = real, _name: str = name, **kwargs: object
        ) -> object:
            made.append(_name)
            assert callable(_real)
            return _real(*args, **kwargs)

        monkeypatch.setattr(os, name, recorded)
    return made


def test_file_is_forced_to_the_disk_before_and_its_folder_after_it_is_renamed(
    tmp_path: Path, calls: list[str]
) -> None:
    write_file(tmp_path / "f", b"new")
    assert calls == ["fsync", "replace", "fsync"]


def test_link_is_made_aside_and_its_folder_forced_to_the_disk(
    tmp_path: Path, calls: list[str]
) -> None:
    replace_link(tmp_path / "link", tmp_path / "target")
    assert calls == ["symlink", "replace", "fsync"]


def test_every_new_folder_is_forced_into_its_parent(tmp_path: Path, calls: list[str]) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert calls == ["mkdir", "fsync", "mkdir", "fsync"]


def test_folder_that_another_process_made_meanwhile_is_as_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.setattr(Path, "is_dir", lambda path: path == tmp_path)
    make_folder(tmp_path / "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_written_file_can_be_read_by_other_users(tmp_path: Path) -> None:
    """The player reads as another user than the one who brings packs."""
    write_file(tmp_path / "f", b"")
    assert (tmp_path / "f").stat().st_mode & 0o777 == 0o644


def test_writer_whose_source_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def source() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.EIO, "the stick was pulled")

    write_file(tmp_path / "f", b"old")
    with pytest.raises(OSError, match="pulled"):
        write_chunks(tmp_path / "f", source())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_link_is_relative_and_replaces_what_was_there(tmp_path: Path) -> None:
    link = tmp_path / "store" / "current"
    link.parent.mkdir()
    replace_link(link, link.parent / "packs" / "1")
    replace_link(link, link.parent / "packs" / "2")
    assert link.readlink() == Path("packs/2")
    assert [path.name for path in link.parent.iterdir()] == ["current"]


def test_sweep_removes_what_was_never_finished_and_follows_no_link(tmp_path: Path) -> None:
    outside, store = tmp_path / "outside", tmp_path / "store"
    (store / "blobs" / "aa").mkdir(parents=True)
    outside.mkdir()
    kept = [outside / ".new-theirs", store / "blobs" / "aa" / "done"]
    left = [store / ".new-current-1", store / "blobs" / "aa" / ".new-x"]
    for path in (*kept, left[1]):
        path.write_bytes(b"")
    left[0].symlink_to("nowhere")
    (store / "elsewhere").symlink_to(outside)
    sweep(store)
    assert [path.exists() for path in kept] == [True, True]
    assert [os.path.lexists(path) for path in left] == [False, False]

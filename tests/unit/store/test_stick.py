"""A stick that somebody put in: which is taken, and what is left on it."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.store.stick import writable_stick, write_new


def test_first_stick_that_is_mounted_is_taken_with_and_without_a_user(tmp_path: Path) -> None:
    near, far, folder = tmp_path / "usb", tmp_path / "an" / "KINGSTON", tmp_path / "a-folder"
    for each in (near, far, folder):
        each.mkdir(parents=True)
    assert writable_stick(tmp_path, lambda place: place in {near, far}) == far
    assert writable_stick(tmp_path, lambda place: place == near) == near
    assert writable_stick(tmp_path, lambda _: False) is None


def test_no_folder_of_the_disk_is_taken_for_a_stick(tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    assert writable_stick(tmp_path) is None
    assert writable_stick(tmp_path / "nowhere") is None


def test_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere, mounts = tmp_path / "elsewhere", tmp_path / "media"
    elsewhere.mkdir()
    mounts.mkdir()
    (mounts / "usb").symlink_to(elsewhere)
    assert writable_stick(mounts, lambda _: True) is None


def test_stick_that_may_only_be_read_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name == "b")
    assert writable_stick(tmp_path, lambda _: True) == tmp_path / "b"


def test_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("somebody's")
    with pytest.raises(FileExistsError):
        write_new(path, [b"ours"])
    assert path.read_text() == "somebody's"


def test_full_stick_is_left_as_it_was(tmp_path: Path) -> None:
    def lines() -> Iterator[bytes]:
        yield b"one"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path / "log.txt", lines())
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_is_there(tmp_path: Path) -> None:
    write_new(tmp_path / "log.txt", (b"one\r\n", b"two\r\n"))
    assert (tmp_path / "log.txt").read_bytes() == b"one\r\ntwo\r\n"

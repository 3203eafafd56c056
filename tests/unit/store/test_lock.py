"""One player per home, one writer per store."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import pytest

from player.errors import StoreError, StoreLockedError
from player.store.layout import Home
from player.store.lock import holder, locked, locked_if_possible, writing

ROOT: Final = Path(__file__).resolve().parents[3]
HOLDER: Final = """
import subprocess, sys
from pathlib import Path
from player.store.layout import Home
from player.store.lock import locked
with locked(Home(Path(sys.argv[1]))):
    worker = subprocess.Popen(["sleep", "60"], stdout=subprocess.DEVNULL)
    print(worker.pid, flush=True)
    sys.stdin.read()
"""


def test_second_player_is_told_which_home_is_taken(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with (
        locked(home),
        pytest.raises(StoreLockedError, match=str(home.folder)) as told,
        locked(home),
    ):
        pass
    assert told.value.home == home.folder


def test_home_is_free_again_when_its_player_leaves(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(Home(tmp_path)):
            pass


def test_two_homes_have_two_players(tmp_path: Path) -> None:
    with locked(Home(tmp_path / "a")), locked(Home(tmp_path / "b")):
        pass


def test_player_and_writer_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with locked(Home(tmp_path)), writing(Home(tmp_path)):
        pass


def test_second_writer_is_told_to_come_back_later(tmp_path: Path) -> None:
    home = Home(tmp_path)
    busy = "another process is bringing a pack"
    with writing(home), pytest.raises(StoreError, match=busy), writing(home):
        pass


def test_home_is_free_when_its_player_was_killed_though_its_worker_lives(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as player:
        assert player.stdout is not None
        worker = int(player.stdout.readline())
        try:
            with pytest.raises(StoreLockedError), locked(Home(tmp_path)):
                pass
            player.kill()
            player.wait()
            with locked(Home(tmp_path)):
                pass
            os.kill(worker, 0)
        finally:
            os.kill(worker, 9)


@pytest.mark.parametrize("hold", [locked, writing])
def test_home_that_cannot_be_written_is_said_in_one_sentence(
    hold: Callable[[Home], AbstractContextManager[None]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match=r"^\S+: Not a directory$"), hold(Home(tmp_path / "file")):
        pass


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be opened for writing, as on a disk that failed."""
    real = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return real(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)


def test_disk_that_fell_back_to_read_only_still_has_one_player(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with locked(Home(tmp_path)):
        pass
    request.getfixturevalue("read_only")
    with locked(Home(tmp_path)), pytest.raises(StoreLockedError), locked(Home(tmp_path)):
        pass


@pytest.mark.usefixtures("read_only")
def test_read_only_disk_that_never_had_a_player_says_so(tmp_path: Path) -> None:
    Home(tmp_path).state.mkdir()
    with pytest.raises(StoreError, match="state/lock: "), locked(Home(tmp_path)):
        pass


@pytest.mark.allow_log(r"player\.store\.lock: the home folder cannot be held$")
def test_player_goes_on_without_a_home_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with locked_if_possible(Home(tmp_path / "file")):
        pass


def test_second_player_is_refused_though_it_could_go_on_without_a_lock(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with (
        locked_if_possible(home),
        pytest.raises(StoreLockedError),
        locked_if_possible(home),
    ):
        pass


def test_home_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StoreError, match="Permission denied"), locked_if_possible(Home(tmp_path)):
        pass


def test_lock_file_says_who_holds_it_and_nobody_once_that_one_is_gone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert holder(home.lock) is None
    with locked(home):
        assert holder(home.lock) == os.getpid()
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    assert holder(home.lock) == process.pid
    process.kill()
    process.communicate()
    os.kill(child, signal.SIGKILL)
    assert holder(home.lock) is None


@pytest.mark.parametrize("raw", [b"", b"1", b"1 0", b"x y", b"\xff\xff 3", b"1 2 3"])
def test_lock_file_that_says_nothing_names_nobody(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "lock").write_bytes(raw)
    assert holder(tmp_path / "lock") is None

"""The shift log on a disk that fails: what is noted is read again, whatever was torn before."""

import errno
import os
from datetime import timedelta
from io import RawIOBase
from pathlib import Path

import pytest

from player.store import shift_log
from player.store.layout import Home
from player.store.shift_log import Deed, note, read
from tests.fakes.failing_disk import at_call, refuse
from tests.fakes.gate_orders import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def deed(number: int, title: str = "") -> Deed:
    """Return a deed, one a minute."""
    at = NOON + timedelta(minutes=number)
    return Deed(at=at, by="Lê Thị Bình", role="staff", deed="hold", what=f"{number}", title=title)


def test_deeds_are_read_in_the_order_in_which_they_were_done(home: Home) -> None:
    deeds = [deed(number, "dòng một\ndòng hai 🛂") for number in range(5)]
    for each in deeds:
        note(home, each)
    assert read(home) == deeds
    assert read(home, 2) == deeds[-2:]


def test_nothing_is_read_where_nothing_was_noted(home: Home) -> None:
    assert read(home) == []


@pytest.mark.parametrize("torn", ['{"at": "2026-11-2', "\0\0\0\0", "[]", "\ud800"])
def test_torn_line_costs_none_that_comes_after_it(home: Home, torn: str) -> None:
    note(home, deed(1))
    with home.shift_log.open("ab") as file:
        file.write(torn.encode(errors="surrogatepass"))
    note(home, deed(2))
    assert read(home) == [deed(1), deed(2)]


def test_disk_that_takes_half_a_line_costs_that_line_alone(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(home, deed(1))
    whole = shift_log._append

    def fill(file: RawIOBase, line: bytes) -> int:
        file.write(line[: len(line) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shift_log, "_append", fill)
    with pytest.raises(OSError, match="No space"):
        note(home, deed(2))
    monkeypatch.setattr(shift_log, "_append", whole)
    note(home, deed(3))
    assert read(home) == [deed(1), deed(3)]


def test_older_half_goes_when_the_log_is_full(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift_log, "MOST_BYTES", 1000)
    for number in range(100):
        note(home, deed(number))
        assert home.shift_log.stat().st_size <= 1000
    kept = read(home)
    assert 2 < len(kept) < 100
    assert kept == [deed(number) for number in range(100 - len(kept), 100)]


def test_latest_are_read_of_a_log_that_nobody_could_halve(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100):
        note(home, deed(number))
    monkeypatch.setattr(shift_log, "MOST_BYTES", 1000)
    kept = read(home)
    assert kept[-1] == deed(99)
    assert len(kept) < 100


def test_every_refusal_of_the_disk_is_told_and_leaves_what_was_there(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(home, deed(0))
    monkeypatch.setattr(shift_log, "MOST_BYTES", 300)
    for number in range(1, 50):
        with at_call(number, refuse) as made:
            try:
                note(home, deed(number))
            except OSError as e:
                assert e.errno == errno.ENOSPC  # noqa: PT017  (the last of them raises nothing)
        assert read(home)
        if len(made) < number:
            return
    pytest.fail("it never ended")


@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_no_plain_file_is_neither_written_nor_waited_for(
    home: Home, kind: str, tmp_path: Path
) -> None:
    home.state.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("")
    match kind:
        case "pipe":
            os.mkfifo(home.shift_log)
        case "link":
            home.shift_log.symlink_to(elsewhere)
        case _:
            home.shift_log.mkdir()
    with pytest.raises(OSError, match=r"plain|symbolic|directory"):
        note(home, deed(1))
    assert (read(home), elsewhere.read_text()) == ([], "")

"""What show remembers of its life, on a disk that is damaged, full, or well."""

import json
from pathlib import Path

import pytest

from player.health.ladder import judge
from player.health.starts import begin, rest
from player.health.watch import Fault
from player.store.layout import Home
from player.store.recovery import WRITE_EVERY_S, Recovery, RecoveryBook, read_recovery
from tests.fakes.moments import at


def a_life() -> Recovery:
    """Return one with something of everything."""
    recovery = begin(begin(Recovery(), at(1)), at(2), "Fatal Python error: Aborted", 42)
    recovery = judge(recovery, at(3), frozenset({Fault.BLACK})).recovery
    return rest(recovery, at(4), "a reason")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    RecoveryBook(home).keep(a_life(), at(5), at_once=True)
    assert read_recovery(home) == a_life()


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"\xff\x00", b'{"starts": 7}', b'{"safety": {"begun": "noon"}}', b"null"],
)
def test_damaged_file_says_that_nothing_has_happened(tmp_path: Path, raw: bytes) -> None:
    home = Home(tmp_path)
    home.state.mkdir()
    home.recovery.write_bytes(raw)
    assert read_recovery(home) == Recovery()


def test_fields_of_another_version_are_passed_over(tmp_path: Path) -> None:
    home = Home(tmp_path)
    RecoveryBook(home).keep(a_life(), at(5), at_once=True)
    document = json.loads(home.recovery.read_bytes())
    home.recovery.write_text(json.dumps({**document, "mood": "good"}))
    assert read_recovery(home) == a_life()


def test_what_is_not_urgent_is_written_every_ten_seconds(tmp_path: Path) -> None:
    home, book = Home(tmp_path), RecoveryBook(Home(tmp_path))
    book.keep(begin(Recovery(), at(100)), at(100), at_once=True)
    later = begin(book.recovery, at(101))
    book.keep(later, at(101))
    assert len(read_recovery(home).starts) == 1
    book.keep(later, at(100 + WRITE_EVERY_S))
    assert read_recovery(home) == later


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    home, book = Home(tmp_path), RecoveryBook(Home(tmp_path))
    book.keep(a_life(), at(100), at_once=True)
    home.recovery.unlink()
    book.keep(book.recovery, at(200), at_once=True)
    assert not home.recovery.exists()


@pytest.mark.allow_log("player.store.scribe: a record cannot be written")
def test_disk_that_refuses_is_told_once_and_what_was_remembered_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = Home(tmp_path)
    home.state.write_text("no folder")
    book = RecoveryBook(home)
    for up_s in (100, 120):
        book.keep(begin(book.recovery, at(up_s)), at(up_s), at_once=True)
    assert len(book.recovery.starts) == 2
    assert len(caplog.records) == 1

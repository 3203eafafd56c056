"""A disk that refuses stops nothing, and is told of when it begins and when it is over."""

import logging
from pathlib import Path

import pytest

from player.store.scribe import Scribe
from tests.fakes.failing_disk import refuse

pytestmark = pytest.mark.allow_log("player.store.scribe: a record cannot be written")

FULL = "No space left on device"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "player.store.scribe")
    return caplog


def write_nothing() -> None:
    """Stand in for a disk that takes everything."""


def write_refused() -> None:
    """Stand in for a full disk."""
    refuse("lease.json")


def test_what_the_disk_takes_is_not_told(log: pytest.LogCaptureFixture) -> None:
    assert Scribe("a record").write(write_nothing)
    assert log.messages == []


def test_refusals_are_told_once_and_their_end_with_how_many(log: pytest.LogCaptureFixture) -> None:
    scribe = Scribe("a record")
    writes = (write_refused, write_refused, write_refused, write_nothing, write_nothing)
    taken = [scribe.write(write) for write in writes]
    assert taken == [False, False, False, True, True]
    assert log.messages == ["a record cannot be written", "a record could be written again"]
    assert vars(log.records[-1])["refusals"] == 3


def test_refusal_after_one_that_is_over_is_told_again(log: pytest.LogCaptureFixture) -> None:
    scribe = Scribe("a record")
    for write in (write_refused, write_nothing, write_refused):
        scribe.write(write)
    assert log.messages.count("a record cannot be written") == 2


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (None, f"[Errno 28] {FULL}: 'lease.json'"),
        (Path("/srv/state/lease.json"), f"/srv/state/lease.json: {FULL}"),
    ],
)
def test_reason_names_the_file(
    file: Path | None, reason: str, log: pytest.LogCaptureFixture
) -> None:
    Scribe("a record").write(write_refused, file)
    assert vars(log.records[0])["reason"] == reason


def test_what_is_no_refusal_of_the_disk_is_passed_on() -> None:
    with pytest.raises(ZeroDivisionError):
        Scribe("a record").write(lambda: 1 // 0)

"""What becomes of a worker, in the words of the log."""

import signal

import pytest

from player.video.link import describe


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (None, "not yet ended"),
        (70, "exit 70"),
        (-signal.SIGKILL, "SIGKILL"),
        (-(signal.SIGRTMIN + 1), f"signal {signal.SIGRTMIN + 1}"),
    ],
)
def test_every_end_of_a_worker_has_words(status: int | None, words: str) -> None:
    assert describe(status) == words

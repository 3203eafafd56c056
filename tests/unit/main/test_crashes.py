"""Tracebacks: kept, bounded, and without a word of what was being worked on."""

import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

import pytest

from player.main.crashes import (
    EACH_BYTES,
    FATAL,
    MOST_BYTES,
    MOST_FILES,
    Crashes,
    bare_traceback,
    kept_crashes,
)

ROOT: Final = Path(__file__).resolve().parents[3]
TYPED: Final = "0912 345 678"
UNEXPECTED: Final = "CRITICAL player.main.crashes: unexpected"
BEFORE: Final = "ERROR player.main.crashes: the player before"


def fail(said: str = TYPED) -> Exception:
    """Return an exception that was raised while another was handled."""
    try:
        try:
            int(said)
        except ValueError as e:
            raise KeyError(said) from e
    except KeyError as e:
        return e
    raise AssertionError(said)


def sizes(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.iterdir()]


def test_traceback_names_places_and_kinds_and_no_words() -> None:
    text = bare_traceback(fail())
    assert TYPED not in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert f"{__file__}:" in text
    assert "in fail" in text


def test_exceptions_that_name_each_other_end() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert bare_traceback(one).count("while handling") == 1


@pytest.mark.allow_log(UNEXPECTED)
def test_what_nobody_catches_is_kept_once_for_each_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    crashes = Crashes(tmp_path / "crashes")
    for _ in range(5):
        crashes.keep(fail())
    crashes.keep(MemoryError(TYPED))
    texts = [path.read_text() for path in sorted((tmp_path / "crashes").iterdir())]
    assert [text.split("\n")[0] for text in texts] == ["builtins.KeyError", "builtins.MemoryError"]
    assert len(caplog.records) == 2
    assert not any(TYPED in str(vars(record)) for record in caplog.records)


@pytest.mark.allow_log(UNEXPECTED)
def test_hooks_hear_of_every_thread_and_are_given_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook

    def break_off() -> None:
        raise KeyError(TYPED)

    with kept_crashes(Crashes(tmp_path)):
        error = fail()
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=break_off)
        thread.start()
        thread.join()
        assert len(list(tmp_path.iterdir())) == 3  # and the one of a fatal end
    assert (sys.excepthook, threading.excepthook) == before
    assert not (tmp_path / FATAL).exists()


@pytest.mark.allow_log(BEFORE)
@pytest.mark.parametrize("blow", [signal.SIGSEGV, signal.SIGABRT])
def test_signal_that_ends_a_process_leaves_where_it_stood(
    tmp_path: Path, blow: signal.Signals
) -> None:
    code = (
        "import os, pathlib, sys; from player.main.crashes import Crashes\n"
        "def stand(words):\n"
        " Crashes(pathlib.Path(sys.argv[1])).open(); os.kill(os.getpid(), int(sys.argv[2]))\n"
        f"stand({TYPED!r})"
    )
    words = [sys.executable, "-c", code, str(tmp_path), str(int(blow))]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == -blow
    crashes = Crashes(tmp_path)
    text = crashes.adopt()
    assert text.startswith("Fatal Python error: ")
    assert "in stand" in text
    assert TYPED not in text
    assert crashes.adopt() == ""
    assert len(list(tmp_path.glob("*-fatal.txt"))) == 1


def test_process_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    with kept_crashes(Crashes(tmp_path)):
        assert (tmp_path / FATAL).exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("each_bytes", [1, EACH_BYTES, 400_000])
def test_folder_keeps_the_newest_within_its_bounds(tmp_path: Path, each_bytes: int) -> None:
    for number in range(50):
        (tmp_path / f"2026{number:04}.txt").write_bytes(bytes(each_bytes))
    Crashes(tmp_path).prune()
    assert len(sizes(tmp_path)) < MOST_FILES
    assert sum(sizes(tmp_path)) < MOST_BYTES
    assert (tmp_path / "20260049.txt").exists()


@pytest.mark.allow_log(UNEXPECTED)
def test_disk_that_refuses_is_no_reason_to_end(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("no folder")
    crashes = Crashes(tmp_path / "crashes")
    assert crashes.adopt() == ""
    with kept_crashes(crashes):
        crashes.keep(fail())
    assert list(tmp_path.iterdir()) == [tmp_path / "crashes"]

"""Who runs for a home: told by number and birth, so that no later process is taken for it."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from player.store.born import born_at
from player.store.layout import Home
from player.store.lock import agent_runs, running_agent
from player.store.running import (
    Process,
    Running,
    myself,
    note_running,
    read_running,
    running_player,
)

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)


def test_this_process_lives() -> None:
    assert myself().pid == os.getpid()
    assert myself().lives()


def test_process_that_took_over_a_number_is_another() -> None:
    assert not Process(pid=os.getpid(), born=myself().born - 1).lives()


def test_process_that_ended_lives_no_more() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    known = Process(pid=child.pid, born=born_at(child.pid))
    assert known.lives()
    child.communicate(b"\n")
    assert not known.lives()


@pytest.mark.parametrize("said", ["", "7 (a b", "7 (python) S 1 2", "7 (x) " + "z " * 30])
def test_torn_stat_is_no_process(said: str, tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    (tmp_path / "7/stat").write_text(said)
    assert born_at(7, tmp_path) == -1
    assert not Process(pid=7).lives(tmp_path)


def test_name_with_parentheses_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    fields = " ".join(str(number) for number in range(3, 53))
    (tmp_path / "7/stat").write_text(f"7 (a) (b c) S {fields.split(' ', 1)[1]}")
    assert born_at(7, tmp_path) == 22


def test_player_is_known_while_it_lives(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert running_player(home) is None
    note_running(home, Running(**myself().model_dump(), since=NOON, starts=3))
    found = running_player(home)
    assert found is not None
    assert (found.starts, found.since) == (3, NOON)
    note_running(home, Running(pid=os.getpid(), born=1, since=NOON))
    assert running_player(home) is None
    assert read_running(home) is not None


def test_agent_is_known_while_it_lives(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert not agent_runs(home)
    with running_agent(home):
        assert agent_runs(home)
    home.agent_lock.write_text("torn")
    assert not agent_runs(home)

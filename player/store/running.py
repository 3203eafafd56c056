"""Who runs for a home: written by each process at its start, read by whoever asks how it goes.

A number of a process is given anew once it has ended; together with the instant it was born at, by
the kernel's count, it means that process alone. So nobody need touch a lock to learn who holds it.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import Field

from player.store.layout import Home
from player.store.records import Record, read_record, write_record

_BORN: Final = 22 - 3
"""Place of the start time after the name in parentheses; proc(5), ``stat``."""


class Process(Record):
    """A process.

    Attributes:
        pid: number.
        born: when it started, in ticks since the machine did; -1: unknown.
    """

    pid: int
    born: int = -1

    def lives(self, proc: Path = Path("/proc")) -> bool:
        """Say whether it still runs."""
        return self.born >= 0 and born_at(self.pid, proc) == self.born


class Running(Process):
    """A player on screen: what it is made of, as it found it when it started.

    Attributes:
        since: when.
        starts: how often a player has started on this home.
        versions: of what it is made of: name -> version.
        graphics: how Qt Quick draws: ``software`` or ``opengl``, or as Qt calls it.
        renderer: who draws, or why it is drawn so.
        platform: what Qt draws on.
        window: size, pixels.
        fonts: language -> signs of the interface that no bundled face has; none: all is well.
    """

    since: datetime
    starts: int = 1
    versions: Mapping[str, str] = Field(default_factory=dict)
    graphics: str = ""
    renderer: str = ""
    platform: str = ""
    window: tuple[int, int] | None = None
    fonts: Mapping[str, str] = Field(default_factory=dict)


def born_at(pid: int, proc: Path = Path("/proc")) -> int:
    """Return when a process started, in ticks since the machine did; -1: there is none."""
    try:
        said = (proc / str(pid) / "stat").read_text("ascii", "replace")
        # A name may hold blanks and parentheses of its own.
        return int(said.rpartition(")")[2].split()[_BORN])
    except (OSError, ValueError, IndexError):
        return -1


def myself() -> Process:
    """Return this process."""
    return Process(pid=os.getpid(), born=born_at(os.getpid()))


def read_running(home: Home) -> Running | None:
    """Return the player that started last on ``home``, whether it lives or not."""
    return read_record(home.running, Running)


def running_player(home: Home) -> Running | None:
    """Return the player that runs on ``home``; None: none does."""
    found = read_running(home)
    return found if found is not None and found.lives() else None


def agent_runs(home: Home) -> bool:
    """Say whether an agent works for ``home``."""
    found = read_record(home.agent, Process)
    return found is not None and found.lives()


def note_agent(home: Home) -> None:
    """Write that this process is the agent.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.agent, myself())


def note_running(home: Home, running: Running) -> None:
    """Write that ``running`` is the player.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.running, running)

"""Which player runs for a home: written at its start, read by whoever asks how it goes.

A number of a process is given anew once it has ended; together with the instant it was born at, by
the kernel's count, it means that process alone. So nobody need touch a lock to learn who holds it.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import Field

from player.store.born import born_at
from player.store.layout import Home
from player.store.records import Record, read_record, write_record


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


def note_running(home: Home, running: Running) -> None:
    """Write that ``running`` is the player.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.running, running)

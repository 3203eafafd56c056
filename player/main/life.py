"""One life of a process: when it began, what it holds, and how it will have ended."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player import clock
from player.health.limits import Weight
from player.health.memory import held_bytes
from player.health.pulse import TURN_S
from player.health.starts import Ending, begin, end
from player.main.heartbeat import Heartbeat
from player.main.service import Service
from player.store.layout import Home
from player.store.recovery import End, Moment, RecoveryBook

BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
BEGAN_S: Final = clock.monotonic()
PLANNED: Final = Ending(End.PLANNED)


def boot_of_this_machine() -> str:
    """Return the kernel's name of this boot; empty where it tells none."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def moment(boot: str) -> Moment:
    """Return the present instant."""
    return Moment(at=clock.now(), boot=boot, up_s=round(clock.monotonic(), 3))


def own_weight() -> Weight:
    """Return what this process holds, and for how long it has run."""
    return Weight(held_bytes() or 0, clock.monotonic() - BEGAN_S)


@dataclass(slots=True)
class Life:
    """One life of show, from its start to its end.

    Attributes:
        book: what is remembered.
        service: who runs it.
        boot: name of this boot.
        heart: beats for that service.
    """

    book: RecoveryBook
    service: Service
    boot: str
    heart: Heartbeat
    ends: Ending = PLANNED
    """How it will have ended, unless something else happens."""

    def now(self) -> Moment:
        """Return the present instant."""
        return moment(self.boot)

    def end(self, how: Ending | None = None) -> None:
        """Note the end, before everything is taken down."""
        now = self.now()
        self.book.keep(end(self.book.recovery, now, how or self.ends), now, at_once=True)


def begin_life(home: Home, service: Service, crash: str) -> Life:
    """Note a start, durably, before any pack is read.

    Args:
        home: of the screen.
        service: who runs this process.
        crash: what the player before left when it died.
    """
    book, boot = RecoveryBook(home), boot_of_this_machine()
    life = Life(book, service, boot, Heartbeat(service, TURN_S, clock.monotonic))
    now = life.now()
    book.keep(begin(book.recovery, now, crash, os.getpid()), now, at_once=True)
    return life

"""What show remembers of its own life across starts: how it began and ended, faults, remedies.

Show alone writes ``state/recovery.json``, before it reads any pack; ``status`` reads it. A file
that is damaged says that nothing has happened yet. Instants are kept twice: by the wall clock for
people, and as seconds since a boot for judgements, which a clock that steps must not change.
"""

from enum import StrEnum
from functools import partial
from typing import Final

from pydantic import AwareDatetime, Field

from player.store.layout import Home
from player.store.records import Record, read_record, write_record
from player.store.scribe import Scribe

WRITE_EVERY_S: Final = 10.0
"""A fault that comes and goes every second must not wear the disk out."""


class Moment(Record):
    """An instant.

    Attributes:
        at: by the wall clock, which may be wrong: for people only.
        boot: the kernel's name of the boot; empty where it tells none.
        up_s: seconds since then, of a clock that never steps.
    """

    at: AwareDatetime
    boot: str = ""
    up_s: float = 0.0

    def since_s(self, earlier: "Moment") -> float | None:
        """Return the seconds from ``earlier`` to this; None: they are of two boots."""
        return self.up_s - earlier.up_s if self.boot == earlier.boot else None


class End(StrEnum):
    """How a player ended, in words for ``status``."""

    PLANNED = "planned"
    REMEDY = "restarted to mend a fault"
    CRASH = "crash"
    WATCHDOG = "aborted, as the watchdog does"
    KILLED = "killed"
    POWER = "power cut or reboot"


class Start(Record):
    """One start of the player.

    Attributes:
        begun: when.
        pid: of its process.
        is_counted: whether it counts towards a loop of starts.
        end: how it ended; None: it runs, or nobody has asked yet.
        ended: when, as far as is known: when it was told to, else when the next one began.
        reason: more about the end, one sentence; may be empty.
    """

    begun: Moment
    pid: int = 0
    is_counted: bool = False
    end: End | None = None
    ended: Moment | None = None
    reason: str = ""


class Trouble(Record):
    """A fault that was seen.

    Attributes:
        fault: what, in words.
        begun: when it was noticed.
        over: when it was over; None: it lasts.
        remedies: what was done about it, in words, in order.
    """

    fault: str
    begun: Moment
    over: Moment | None = None
    remedies: tuple[str, ...] = ()


class Climb(Record):
    """How far up the ladder of remedies the player has come.

    Attributes:
        taken: the remedies that have been tried, by name, in order.
        since: when the last one was; None: none was.
    """

    taken: tuple[str, ...] = ()
    since: Moment | None = None


class Safety(Record):
    """A rest on the built-in page.

    Attributes:
        begun: when, or since when it is known in this boot.
        reason: why, one sentence.
    """

    begun: Moment
    reason: str


class Recovery(Record):
    """All of it.

    Attributes:
        starts: the latest, oldest first.
        troubles: the latest, oldest first.
        climb: on the ladder.
        safety: the built-in page is shown; None: the programme plays.
        is_careful: only a pack that is known to be good is shown.
    """

    starts: tuple[Start, ...] = Field(default=())
    troubles: tuple[Trouble, ...] = Field(default=())
    climb: Climb = Field(default_factory=Climb)
    safety: Safety | None = None
    is_careful: bool = False


def read_recovery(home: Home) -> Recovery:
    """Return what is remembered; nothing where the file cannot be understood."""
    return read_record(home.recovery, Recovery) or Recovery()


def write_recovery(home: Home, recovery: Recovery) -> None:
    """Remember durably.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.recovery, recovery)


class RecoveryBook:
    """What is remembered, in memory and on the disk; one that refuses is no reason to go dark."""

    def __init__(self, home: Home) -> None:
        """Read what is remembered."""
        self._home = home
        self._written: Recovery | None = None
        self._written_s = 0.0
        self._scribe = Scribe("a record")
        self.recovery = read_recovery(home)

    def keep(self, recovery: Recovery, now: Moment, *, at_once: bool = False) -> None:
        """Remember ``recovery``; what is not urgent may wait some seconds for the disk.

        Args:
            recovery: from now on.
            now: of this boot.
            at_once: whether it must be on the disk when this returns, if the disk takes it.
        """
        self.recovery = recovery
        if recovery is self._written:
            return
        if at_once or now.up_s - self._written_s >= WRITE_EVERY_S:
            self._written, self._written_s = recovery, now.up_s
            write = partial(write_recovery, self._home, recovery)
            self._scribe.write(write, self._home.recovery)

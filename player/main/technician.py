"""What stands behind the technician's page: who looks at the machine, and who does the errands."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, assert_never

from player.config.screen import Screen
from player.health.clock_sync import SyncState, sync_state
from player.health.machine import Finding
from player.main.bundle import Told, write_bundle
from player.main.clock_setting import ask_for_time
from player.main.diagnosis import Diagnosis, diagnose
from player.main.logs import Tail
from player.main.machine_words import machine_view
from player.main.staff_words import StaffWords
from player.shell.clockwork import Clockwork
from player.shell.workshop import Workshop
from player.stage.panel.machine_view import Errand, MachineView
from player.store.layout import Home
from player.store.lock import agent_runs
from player.store.reset import Reset, want_reset
from player.store.stick import writable_stick
from player.video.version import libvlc_version

logger = logging.getLogger(__name__)

EVERY_S: Final = 10.0
"""A technician who cools the machine sees it within this."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the technician's room works with.

    Attributes:
        screen: whose machine it is.
        workshop: does what may take long.
        words: of the panel.
        clockwork: what time it is.
        journal: the player's own last lines.
        watched: what the player finds wrong with itself; GUI thread.
        restart: ends the player and begins it anew, soon.
        sync: whether a time service keeps the clock.
    """

    screen: Screen
    workshop: Workshop
    words: StaffWords
    clockwork: Clockwork
    journal: Tail
    watched: Callable[[], tuple[Finding, ...]]
    restart: Callable[[], None]
    sync: Callable[[], SyncState] = sync_state


@dataclass
class TechnicianRoom:
    """One screen's room, for the life of the process.

    Attributes:
        means: what it works with.
        tell: says what became of an errand: words, and whether it was refused.
        changed: told whenever the machine was looked at.
        log: notes a deed in the shift log: code and name.
        view: the machine as it was seen last.
    """

    means: Means
    tell: Callable[[str, bool], None]
    changed: Callable[[], None]
    log: Callable[[str, str], None]
    view: MachineView = field(default_factory=MachineView)
    _is_open: bool = False
    _is_looking: bool = False
    _looked_s: float | None = None
    _libvlc: str | None = None

    def open(self) -> None:
        """A technician is in: look, and go on looking."""
        self._is_open = True
        self._looked_s = None
        self.look()

    def close(self) -> None:
        """Nobody is in any more."""
        self._is_open = False
        self.view = MachineView()

    def look(self) -> MachineView:
        """Return the machine as it was seen last; have it looked at again when that is old."""
        now_s = self.means.clockwork.monotonic()
        is_old = self._looked_s is None or now_s - self._looked_s >= EVERY_S
        if self._is_open and is_old and not self._is_looking:
            self._is_looking, self._looked_s = True, now_s
            work = partial(self._examine, self.means.watched())
            if not self.means.workshop.do(work, self._seen):
                self._is_looking = False
        return self.view

    def serve(self, errand: Errand, by: str) -> str | None:
        """Do ``errand`` for ``by``; return why it cannot be done, if it cannot."""
        match errand:
            case "bundle":
                return self._bundle(by)
            case "restart":
                self.log("restart", by)
                self.means.restart()
                return None
            case "reset":
                return self._reset(by)
            case _:
                assert_never(errand)

    def set_clock(self, at: datetime, by: str) -> str | None:
        """Ask for the machine's clock to be set to ``at``; return why not, if it is refused."""
        say = self.means.words.say
        if self.means.sync() == "synchronised":
            return say("clock_kept")
        try:
            ask_for_time(Home(self.means.screen.home), at)
        except OSError as e:
            return say("clock_refused", why=e.strerror or str(e))
        self.log("clock", by)
        logger.warning("the clock is set", extra={"to": at.isoformat(), "by": by})
        return None

    def _examine(self, watched: tuple[Finding, ...]) -> MachineView:
        """Look at the machine; on the thread of the workshop."""
        means = self.means
        return machine_view(
            means.screen, self._diagnosed(watched), means.words, means.journal.lines()
        )

    def _diagnosed(self, watched: tuple[Finding, ...]) -> Diagnosis:
        if not self._libvlc:
            self._libvlc = libvlc_version()
        found = diagnose(self.means.screen, self.means.clockwork.now(), self._libvlc)
        return found.beside(watched)

    def _seen(self, view: MachineView | None) -> None:
        self._is_looking = False
        if view is not None and self._is_open:
            self.view = view
            self.changed()

    def _bundle(self, by: str) -> str | None:
        means, say = self.means, self.means.words.say
        mounts = means.screen.content.sticks
        stick = writable_stick(Path(mounts)) if mounts else None
        if stick is None:
            return say("no_stick")
        self.log("bundle", by)
        work = partial(self._write, stick, means.watched())
        taken = means.workshop.do(work, self._written)
        return None if taken else say("stick_refused", why="…")

    def _write(self, stick: Path, watched: tuple[Finding, ...]) -> tuple[str, bool]:
        """Write the bundle; on the thread of the workshop."""
        means = self.means
        told = Told(self._diagnosed(watched), means.journal.lines(), means.words.say)
        try:
            path = write_bundle(means.screen, told, stick)
        except OSError as e:
            return means.words.say("stick_refused", why=e.strerror or str(e)), True
        return means.words.say("bundle_written", name=path.name), False

    def _written(self, answer: tuple[str, bool] | None) -> None:
        self.tell(*(answer or (self.means.words.say("stick_refused", why="…"), True)))

    def _reset(self, by: str) -> str | None:
        means = self.means
        home, say = Home(means.screen.home), means.words.say
        if not agent_runs(home):
            return say("no_agent_to_reset")
        try:
            want_reset(home, Reset(id=uuid.uuid4().hex, at=means.clockwork.now(), by=by))
        except OSError as e:
            return say("reset_refused", why=e.strerror or str(e))
        self.log("reset", by)
        logger.warning("the screen is reset", extra={"by": by})
        means.restart()
        return None

"""Puts together what keeps the player alive: its memory of itself, its eyes, and its remedies."""

import mmap
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtQuick import QQuickWindow

from player import clock
from player.health.ladder import Remedy
from player.health.limits import Weight
from player.health.pulse import Pulse
from player.health.starts import Ending, begin, end
from player.health.watch import Fault
from player.main.service import AGAIN, Service
from player.shell.application import Application
from player.shell.pack_keeper import PackKeeper
from player.shell.performance import Performance
from player.shell.sampler import Sampler
from player.shell.vigil import Vigil, Watched
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
    """Return what this process holds of its own: resident, but for files and shared memory.

    Source: proc(5), statm: size, resident, shared, in pages.
    """
    try:
        counts = Path("/proc/self/statm").read_text("ascii").split()
        held_bytes = (int(counts[1]) - int(counts[2])) * mmap.PAGESIZE
    except (OSError, IndexError):
        held_bytes = 0
    return Weight(held_bytes, clock.monotonic() - BEGAN_S)


@dataclass(slots=True)
class Life:
    """One life of show, from its start to its end.

    Attributes:
        book: what is remembered.
        service: who runs it.
        boot: name of this boot.
    """

    book: RecoveryBook
    service: Service
    boot: str
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
    life = Life(book, service, boot)
    now = life.now()
    book.keep(begin(book.recovery, now, crash, os.getpid()), now, at_once=True)
    return life


@dataclass(slots=True)
class _Eyes:
    """What watches the window there is now; another one after the view was made anew."""

    application: Application
    performance: Performance
    sampler: Sampler | None = None

    def open(self) -> None:
        self.application.watch(self.performance)
        window, power = self.application.window, self.application.power
        self.sampler = None
        if isinstance(window, QQuickWindow):
            self.sampler = Sampler(window, self._page, lambda: power.is_dark)

    def _page(self) -> str:
        """Return the item whose page is seen; empty: something covers it."""
        scene = self.application.stage.scene
        return "" if self.performance.rests else str(getattr(scene, "item", ""))

    def faults(self) -> frozenset[Fault]:
        lookout = self.application.lookout
        seen = lookout.faults if lookout else frozenset()
        return seen | (self.sampler.faults if self.sampler else frozenset())

    def pulse(self) -> Pulse:
        lookout = self.application.lookout
        return lookout.pulse() if lookout else Pulse()


def keep_vigil(
    life: Life,
    application: Application,
    performance: Performance,
    keeper: PackKeeper,
    guard: Callable[[], None],
) -> Vigil:
    """Return what watches over the opened player; it has yet to begin.

    Args:
        life: this one.
        application: opened.
        performance: plays in it.
        keeper: of its packs; told what may be shown before it begins.
        guard: watches the window for fingers and keys; called for each new one.
    """
    eyes = _Eyes(application, performance)
    eyes.open()

    def look_anew() -> None:
        eyes.open()
        guard()

    def set_again() -> None:
        performance.tick()
        application.stage.refit()

    def restart_worker() -> None:
        application.clips.retire()
        set_again()

    def leave(how: Ending) -> None:
        life.ends = how
        application.quit(AGAIN)

    application.renewed.connect(look_anew)
    remedies: dict[Remedy, Callable[[], None]] = {
        Remedy.SCENE: set_again,
        Remedy.VIEW: application.renew,
        Remedy.WORKER: restart_worker,
        Remedy.PROCESS: partial(leave, Ending(End.REMEDY)),
    }
    watched = Watched(
        faults=eyes.faults,
        pulse=eyes.pulse,
        moment=life.now,
        weight=own_weight,
        is_quiet=lambda: not performance.rests or application.power.is_dark,
        remedies=remedies,
        begin_again=partial(leave, Ending(End.PLANNED, "it held too much memory")),
    )
    vigil = Vigil(life.book, watched, life.service)
    vigil.rested.connect(keeper.rest)
    vigil.trusted.connect(keeper.trust)
    recovery = life.book.recovery
    keeper.rest(recovery.safety is not None)
    keeper.trust(not recovery.is_careful)
    application.stage.painted.connect(life.service.ready)
    if not isinstance(application.window, QQuickWindow):
        life.service.ready()  # it paints at once, and tells nobody
    return vigil

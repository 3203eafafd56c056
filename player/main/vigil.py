"""Puts together what keeps the player alive: its memory of itself, its eyes, and its remedies."""

from collections.abc import Callable
from functools import partial

from player.health.ladder import Remedy
from player.health.starts import Ending
from player.main.life import Life, own_weight
from player.main.service import AGAIN
from player.shell.application import Application
from player.shell.eyes import Eyes
from player.shell.pack_keeper import PackKeeper
from player.shell.performance import Performance
from player.shell.vigil import Vigil, Watched
from player.store.recovery import End


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
    eyes = Eyes(application, performance)
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
        is_covered=lambda: performance.rests or application.power.is_dark,
        remedies=remedies,
        begin_again=partial(leave, Ending(End.PLANNED, "it held too much memory")),
    )
    vigil = Vigil(life.book, watched, life.service, life.heart)
    vigil.rested.connect(keeper.rest)
    vigil.trusted.connect(keeper.trust)
    recovery = life.book.recovery
    keeper.rest(recovery.safety is not None)
    keeper.trust(not recovery.is_careful)
    application.stage.painted.connect(life.service.ready)
    if not eyes.is_needed:
        life.service.ready()  # it paints at once, and tells nobody
    return vigil

"""Puts together what serves technicians: their page, the player's picture of itself, who it is."""

import logging
from dataclasses import dataclass
from functools import partial
from typing import Final

from player import resources
from player.config.screen import Screen
from player.health.machine import Finding
from player.health.watch import Fault
from player.main.desk import Counter
from player.main.logs import Tail
from player.main.repertoire import read_phrases
from player.main.service import AGAIN
from player.main.staff import LANGUAGE, Backroom
from player.main.staff_words import read_staff_words
from player.main.technician import Means, TechnicianRoom
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.own_facts import drawing, missing_signs, versions
from player.shell.panel.panel import Panel
from player.shell.self_portrait import SelfPortrait
from player.shell.timers import OneShot
from player.shell.workshop import Workshop
from player.store.layout import Home
from player.store.recovery import RecoveryBook
from player.store.running import Running, myself, note_running, read_running
from player.store.scribe import Scribe

logger = logging.getLogger(__name__)

SOON_S: Final = 1.0
"""The first page is to come on before the player looks at itself: letters alone take 40 ms."""

READ_S: Final = 1.5
"""How long it can be read that the player is begun anew."""


@dataclass(frozen=True, slots=True)
class Own:
    """What the process knows of itself.

    Attributes:
        journal: its last lines.
        book: how it began and ended of late, and its faults.
    """

    journal: Tail
    book: RecoveryBook


@dataclass(frozen=True, slots=True)
class Maintenance:
    """What serves technicians; ``close`` at the end.

    Attributes:
        workshop: does what may take long.
        portrait: answers with the picture of itself.
        own: what the process knows of itself.
    """

    workshop: Workshop
    portrait: SelfPortrait
    own: Own

    def close(self) -> None:
        """Serve no more."""
        self.portrait.end()
        self.workshop.close()


def open_maintenance(
    application: Application,
    screen: Screen,
    own: Own,
    time: Clockwork,
    counter: Counter,
) -> Maintenance:
    """Return what answers questions about this player, its window opened.

    Args:
        application: opened.
        screen: whose home it answers in.
        own: what the process knows of itself.
        time: what time it is.
        counter: where travellers are served: while one is, nothing is to be read in a picture.
    """
    home, workshop = Home(screen.home), Workshop()
    portrait = SelfPortrait(home, lambda: application.window, workshop, time.now)

    def is_private() -> bool:
        session = counter.desk.session
        return session is not None and not session.is_kept

    portrait.is_private = is_private
    OneShot(application, SOON_S, partial(introduce, application, home, workshop, time))
    return Maintenance(workshop, portrait, own)


def introduce(application: Application, home: Home, workshop: Workshop, time: Clockwork) -> None:
    """Write which player runs here, and what it is made of."""
    phrases = read_phrases(resources.assets() / "strings")
    texts = {tag: tuple(table.values()) for tag, table in phrases.tables.items()}
    drawn = drawing(application.window, application.graphics, application.platform)
    before = read_running(home)
    running = Running(
        **myself().model_dump(),
        since=time.now(),
        starts=(before.starts if before else 0) + 1,
        versions=versions(),
        graphics=drawn.graphics,
        renderer=drawn.renderer,
        platform=drawn.platform,
        window=drawn.size,
        fonts=missing_signs(application.typefaces, texts),
    )
    for tag, signs in running.fonts.items():
        logger.error("letters are missing", extra={"language": tag, "signs": signs})
    write = partial(note_running, home, running)
    workshop.do(partial(Scribe("a record").write, write), lambda _: None)


def technician_room(
    application: Application,
    screen: Screen,
    panel: Panel,
    backroom: Backroom,
    maintenance: Maintenance,
) -> TechnicianRoom:
    """Return the room behind the technician's page.

    Args:
        application: opened.
        screen: whose machine it is.
        panel: shows it.
        backroom: knows the shift log.
        maintenance: does what may take long, and knows the process.
    """
    means = Means(
        screen,
        maintenance.workshop,
        read_staff_words(LANGUAGE),
        backroom.clockwork,
        maintenance.own.journal,
        watched=partial(_watched, maintenance.own.book),
        restart=partial(_restart_soon, application),
    )
    keeper = backroom.office.keeper
    return TechnicianRoom(
        means,
        tell=lambda said, is_refused: panel.tell(said, is_refused=is_refused),
        changed=panel.look_again,
        log=lambda deed, by: keeper.log(deed, by, "technician"),
    )


def _restart_soon(application: Application) -> None:
    OneShot(application, READ_S, partial(application.quit, AGAIN))


def _watched(book: RecoveryBook) -> tuple[Finding, ...]:
    """Return what the player finds wrong with itself, and has not mended yet."""
    recovery = book.recovery
    lasting = {each.fault for each in recovery.troubles if each.over is None}
    found = [each.name.lower().replace("_", "-") for each in Fault if each.value in lasting]
    if recovery.safety is not None:
        found.append("safe-mode")
    return tuple(map(Finding, sorted(found)))

"""Root of the player on screen: Qt, the stage, and the video worker it starts. No network."""

import logging
import sys
from datetime import datetime

from player import RELEASED, __version__, clock
from player.clock import ClockTrust
from player.config.screen import Screen
from player.main.logs import Uncaught, set_up_logging
from player.main.repertoire import announcer, repertoire
from player.main.selection import open_pack_for
from player.shell.application import Application, Setup
from player.shell.herald import Herald
from player.shell.performance import Performance
from player.store.layout import Home
from player.store.lock import locked_if_possible

logger = logging.getLogger(__name__)


def show(screen: Screen, *, windowed: bool) -> int:
    """Play on ``screen`` until asked to end.

    Returns:
        The exit code of the process.

    Raises:
        StoreLockedError: another player runs on this home.
        StoreError: this user may not use the home.
    """
    set_up_logging()
    sys.excepthook = Uncaught()
    home = Home(screen.home)
    with locked_if_possible(home):
        application = Application(screen, Setup(state=home.state, windowed=windowed))
        stage, overlay = application.stage, application.overlay
        performance = Performance(stage, application.clips, clock.now, _trust)
        herald = Herald(stage, overlay, application.typefaces, clock.now, _trust)
        application.open()
        opened = open_pack_for(screen)
        logger.info(
            "start",
            extra={
                "player": __version__,
                "screen": screen.id,
                "pack": opened.pack.manifest.pack if opened else None,
                "sequence": opened.pack.manifest.sequence if opened else None,
                "rung": opened.rung if opened else "built-in page",
            },
        )
        performed = repertoire(screen, opened.pack) if opened else None
        herald.take(announcer(performed) if performed else None)
        performance.take(performed)
        application.watch(performance)
        return application.exec()


def _trust(instant: datetime) -> ClockTrust:
    return clock.trust(instant, RELEASED)

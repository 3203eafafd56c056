"""Root of a rehearsal: ``python -m player.main.rehearsal HOME PACK < screen.json``, by show.

Draws one page of every kind the pack has, unseen. Exit codes: 0 all were drawn, 3 one was not;
others: it could not be held.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from player import clock
from player.clock import ClockTrust
from player.config.screen import Screen
from player.errors import PlaybackError
from player.main.logs import set_up_logging
from player.main.repertoire import repertoire
from player.main.selection import picture_size
from player.pack.item import Item
from player.shell.application import Application
from player.shell.child_rehearsal import REFUSED, lower_priority
from player.shell.snapshot import camera, draw
from player.stage.compose import Composer
from player.store.layout import Home
from player.store.orders import recalled_at
from player.store.reader import open_placed

logger = logging.getLogger(__name__)


def rehearse(home: Home, pack: str, screen: Screen) -> list[str]:
    """Draw a page of every kind; return the kinds of which none could be drawn.

    Raises:
        PackError: the pack cannot be opened.
        StoreError: likewise.
    """
    performed = repertoire(screen, open_placed(pack, home).without(recalled_at(home)))
    composer = performed.composer
    kinds: dict[str, list[Item]] = {}
    for item in composer.pack.content.items:
        kinds.setdefault(item.kind, []).append(item)
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-") as state,
        camera(screen, *picture_size(screen), Path(state)) as application,
    ):
        return [
            kind for kind, items in kinds.items() if not _is_drawn(application, composer, items)
        ]


def _is_drawn(application: Application, composer: Composer, items: Iterable[Item]) -> bool:
    """Whether one of ``items`` can be drawn in one of the languages."""
    for item in items:
        for language in composer.languages:
            try:
                scene = composer.scene(item.id, language, clock.now(), ClockTrust.TRUSTED)
                draw(application, scene)
            except PlaybackError as e:
                logger.info("not drawn", extra={"item": item.id, "reason": str(e)})
                continue
            return True
    return False


def main(words: Sequence[str] | None = None) -> None:
    """Rehearse and end; never returns."""
    lower_priority()
    set_up_logging(logging.ERROR)
    home, pack = words or sys.argv[1:]
    screen = Screen.model_validate_json(sys.stdin.read(), strict=False)
    missing = rehearse(Home(Path(home)), pack, screen)
    if missing:
        logger.error("kinds of pages that cannot be drawn", extra={"kinds": missing})
    sys.stderr.flush()
    # Not by returning: taking Qt down proves nothing about the pack.
    os._exit(REFUSED if missing else 0)


if __name__ == "__main__":
    main()

"""Has every page of a screen say what its gate says: by its notices, by its staff."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Self
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.config.screen import Screen
from player.errors import PackError
from player.main.repertoire import repertoire
from player.notices.board import Board
from player.pack.content import Content
from player.shell.clockwork import Clockwork
from player.shell.corrector import Corrector
from player.shell.gate_keeper import GateKeeper
from player.shell.pack_keeper import PackKeeper
from player.shell.performance import Performance
from player.stage.corrections import Corrections, board_at
from player.stage.repertoire import Repertoire
from player.store.gate_orders import GateDay
from player.store.layout import Home
from player.store.orders import read_book
from player.store.reader import StoredPack
from player.store.records import read_record

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GateSays:
    """What the gate of a screen says just now, read from its home.

    Attributes:
        board: what stands.
        corrections: what that and its staff correct in the pack.
    """

    board: Board
    corrections: Corrections

    def only(self, board: Board) -> Self:
        """Return what it would say if of all notices those on ``board`` stood."""
        return replace(
            self, board=board, corrections=replace(self.corrections, notices=board.notices)
        )


def keep_corrected(
    gate: GateKeeper, packs: PackKeeper, performance: Performance, time: Clockwork
) -> None:
    """Have the pack on stage prepared anew whenever its gate says something else.

    Args:
        gate: says it.
        packs: prepares.
        performance: tells which pack is on stage.
        time: what time it is.
    """
    corrector = Corrector(gate, time, packs)
    performance.taken.connect(corrector.take)
    corrector.stale.connect(packs.correct_again)


def gate_at_home(home: Home, content: Content) -> GateSays:
    """Return what the gate says beside a pack, as the player on that home has written it down."""
    day = read_record(home.gate_day, GateDay) or GateDay()
    try:
        book = read_book(home)
    except (PackError, OSError) as e:
        logger.warning("signed notices cannot be read", extra={"why": str(e)})
        book = None
    central = (*content.notices, *(book.notices if book else ()))
    board = board_at(central, day, ZoneInfo(content.gate.time_zone))
    return GateSays(board, Corrections(board.notices, day.facts))


def corrected_at(
    screen: Screen, pack: StoredPack, says: GateSays, instant: datetime, trust: ClockTrust
) -> Repertoire:
    """Return ``pack`` as ``screen`` shows it at ``instant``, by what its gate says now.

    Args:
        screen: in its own languages.
        pack: of its home.
        says: the gate of the same home.
        instant: aware.
        trust: whether it can be the true time.
    """
    return repertoire(screen, pack, partial(says.corrections.on, now=instant, trust=trust))

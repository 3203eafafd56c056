"""Simulated players of a fleet: the agent itself, polling in turn for a process full of them.

What is left out is show, and the disk: each player has one of its own, so forcing to it returns at
once here, where all of them share one.
"""

import logging
import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from player import clock
from player.config.screen import ContentSource
from player.refresh.agent import Agent, Setting
from player.refresh.cycle import Failed
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home
from player.store.orders import book_mark
from tests.fakes.signed_repository import PACK

POLL_S: Final = ContentSource().poll_s
"""What a screen has that says nothing else."""

ROUNDS: Final = 6
"""Looks of each player; in a round after the notice was signed all should have it."""

THREADS: Final = 16


@dataclass(frozen=True, slots=True)
class Look:
    """One look of one player: when it was begun and over, and what came of it.

    Attributes:
        began_s: seconds of the monotonic clock.
        ended_s: likewise.
        failed: whether the server did not answer as it should.
        has_news: whether the player has the notice by then.
    """

    began_s: float
    ended_s: float
    failed: bool
    has_news: bool

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended_s - self.began_s


class Player:
    """One agent, and whether it has the notice."""

    def __init__(self, home: Home, anchor: Path, url: str) -> None:
        self._home = home
        self._before = book_mark(home)
        self._agent = Agent(Setting(home, "huu-nghi", PACK, anchor), HttpOrigin(url))
        self.has_news = False
        self.turn = threading.Lock()

    def look(self) -> Look:
        """Look once, as every so many seconds."""
        began_s = clock.monotonic()
        told = self._agent.look()
        failed = told is not None and isinstance(told.outcome, Failed)
        self.has_news = book_mark(self._home) != self._before
        return Look(began_s, clock.monotonic(), failed, self.has_news)


def play(homes: Sequence[Home], anchor: Path, url: str, parent: Connection) -> None:
    """Let the players of ``homes`` look in turn, again and again, and send all looks.

    Args:
        homes: one for each player.
        anchor: root metadata they believe.
        url: of the repository.
        parent: is told when all have started, tells when the first round begins (seconds of the
            monotonic clock), and is sent the looks.
    """
    logging.disable(logging.CRITICAL)
    # Each player has a disk of its own; all of them on this one would measure that.
    os.fsync = lambda fd: None  # noqa: ARG005  (its name is the original's)
    players = [Player(home, anchor, url) for home in homes]
    looks: list[Look] = []

    def look(player: Player) -> None:
        # On a machine that plays too many, the turn of one that still looks is over.
        if not player.has_news and player.turn.acquire(blocking=False):
            looks.append(player.look())
            player.turn.release()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(Player.look, players))
        parent.send(len(players))
        start_s = parent.recv()
        for turn in range(ROUNDS):
            for number, player in enumerate(players):
                due_s = start_s + (turn + number / len(players)) * POLL_S
                time.sleep(max(0.0, due_s - clock.monotonic()))
                pool.submit(look, player)
    parent.send(looks)

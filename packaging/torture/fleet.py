"""Five thousand players that poll one small web server: ``python -m torture.fleet [PLAYERS]``.

Each is the agent itself, with a home, a connection and a turn of its own within the polling time;
only what shows is left out. They poll in vain for two rounds; then a notice is signed, and it is
measured until all have it. What the server needs is the server's; how soon the last one has the
news is also this machine's, which plays all of them.
"""

import logging
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles
from typing import Final

from player import clock
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated, Failed
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home
from player.store.orders import book_mark
from tests.fakes.nginx import Nginx, serving
from tests.fakes.notices import notice_document
from tests.fakes.signed_repository import PACK, SignedRepository
from tests.unit.refresh.test_signed_notices import book

PLAYERS: Final = 5000
POLL_S: Final = 30.0
IDLE_ROUNDS: Final = 2
ROUNDS: Final = 6
"""Looks of each player; in a round after the notice was signed all should have it."""

PROCESSES: Final = 2
THREADS: Final = 16
SPARE: Final = 500
"""Descriptors beside one for each connection."""


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


def play(
    homes: Sequence[Home], anchor: Path, url: str, start_s: float, results: Connection
) -> None:
    """Let the players of ``homes`` look in turn, again and again, and send all looks."""
    logging.disable(logging.CRITICAL)
    players = [Player(home, anchor, url) for home in homes]

    looks: list[Look] = []

    def look(player: Player) -> None:
        # On a machine that plays too many, the turn of one that still looks is over.
        if not player.has_news and player.turn.acquire(blocking=False):
            looks.append(player.look())
            player.turn.release()

    with ThreadPoolExecutor(THREADS) as pool:
        for turn in range(ROUNDS):
            for number, player in enumerate(players):
                due_s = start_s + (turn + number / len(players)) * POLL_S
                time.sleep(max(0.0, due_s - clock.monotonic()))
                pool.submit(look, player)
    results.send(looks)


def homes_of(work: Path, first: Home, count: int) -> Iterator[Home]:
    """Yield homes like ``first``; only what is never written again is shared."""

    def copied(source: str, target: str) -> None:
        (os.link if str(first.blobs) in source else shutil.copy)(source, target)

    for number in range(count):
        folder = work / "homes" / str(number)
        shutil.copytree(first.folder, folder, symlinks=True, copy_function=copied)
        yield Home(folder)


def processor_s(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Return the memory that a process holds, MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(work: Path, server: Nginx, count: int) -> bool:
    """Print what was measured; return whether all players have the notice and none was refused."""
    repository = SignedRepository(server.root / "centre", clock.now())
    repository.publish(1)
    url = f"{server.url}centre/repo"
    first = Home(work / "first")
    agent = Agent(Setting(first, "huu-nghi", PACK, repository.root), HttpOrigin(url))
    if not isinstance(agent.cycle(HttpOrigin(url), no_progress).outcome, Activated):
        raise TypeError("the first pack was not taken")
    homes = list(homes_of(work, first, count))
    began, used = clock.monotonic(), processor_s(server.pid)
    start_s = clock.monotonic() + 1 + count / 200
    ends, workers = [], []
    for part in range(PROCESSES):
        receiver, sender = multiprocessing.Pipe(duplex=False)
        words = (homes[part::PROCESSES], repository.root, url, start_s, sender)
        workers.append(multiprocessing.Process(target=play, args=words, daemon=True))
        workers[-1].start()
        ends.append(receiver)
    time.sleep(max(0.0, start_s + IDLE_ROUNDS * POLL_S - clock.monotonic()))
    idle_s = processor_s(server.pid) - used
    signed_s = clock.monotonic()
    repository.now = clock.now()
    repository.notify(book(notice_document("paused")), 1, 2)
    looks = [look for end in ends for look in end.recv()]
    for worker in workers:
        worker.join()
    lasted_s = IDLE_ROUNDS * POLL_S
    idle = [look for look in looks if look.began_s < signed_s]
    _, *cuts = quantiles([look.seconds for look in idle], n=100)
    had = sorted(look.ended_s - signed_s for look in looks if look.has_news)
    refused = sum(look.failed for look in looks)
    print(f"{count} players, {len(idle)} looks in vain in {lasted_s:.0f} s")
    print(
        f"  the server: {100 * idle_s / lasted_s:.1f} % of a core, {resident_mb(server.pid):.0f} MB"
    )
    print(
        f"  a look, request and answer: p50 {1000 * cuts[48]:.0f} ms, p99 {1000 * cuts[97]:.0f} ms"
    )
    half, last = had[len(had) // 2], had[-1]
    print(f"  a notice: {len(had)} have it, half after {half:.1f} s, the last after {last:.1f} s")
    print(f"  {refused} looks failed; {clock.monotonic() - began:.0f} s in all")
    return len(had) == count and not refused


def main() -> int:
    """Measure once."""
    logging.disable(logging.CRITICAL)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PLAYERS
    needed = 2 * count + SPARE
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(needed, most), max(needed, most)))
    with tempfile.TemporaryDirectory(prefix="gate-player-fleet-") as folder:
        work = Path(folder)
        with serving(work, connections=count + SPARE) as server:
            holds = measure(work, server, count)
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())

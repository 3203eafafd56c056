"""Five thousand players that poll one small web server: ``python -m torture.fleet [PLAYERS]``.

Each is the agent itself, with a home, a connection and a turn of its own within the polling time of
a real one (``torture.polling``). All have started, each with its first whole cycle, before anything
is measured. They poll in vain for two rounds; then a notice is signed, and it is measured until all
have it. What the server needs is the server's; how soon the last one has the news is also this
machine's, which plays all of them.

A look in vain costs its player 0.7 ms of a processor, a whole cycle 11 ms and twelve times forcing
to a disk, 85 ms where there is one for all. So two cores play the looks of 5,000 players, and could
not play their starts within a round.
"""

import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles
from typing import Final

from player import clock
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home
from tests.fakes.nginx import Nginx, serving
from tests.fakes.notices import book, notice_document
from tests.fakes.signed_repository import PACK, SignedRepository
from torture.claim import Claim
from torture.polling import POLL_S, Look, play

PLAYERS: Final = 5000
IDLE_ROUNDS: Final = 2
PROCESSES: Final = 2
SPARE: Final = 500
"""Descriptors beside one for each connection."""

SOON_S: Final = 1.0
PACE: Final = 0.99
"""Share of the looks that must be made when they are due: else it is not the fleet it claims."""

MOST_SHARE: Final = 0.25
MOST_MB: Final = 100
"""What the smallest machine one can rent can spare."""


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


@dataclass(frozen=True)
class Measured:
    """What became of a fleet.

    Attributes:
        players: how many.
        looks: all that were made, in no order.
        quiet_s: until when there was no news, seconds of the monotonic clock.
        signed_s: when the notice was signed, likewise.
        server_share: of a core, that the server needed before that.
        server_mb: that it held then.
    """

    players: int
    looks: Sequence[Look]
    quiet_s: float
    signed_s: float
    server_share: float
    server_mb: float

    @property
    def due(self) -> int:
        """How many looks were due before the notice was signed."""
        return IDLE_ROUNDS * self.players

    @property
    def idle(self) -> list[Look]:
        """Looks that were begun while there was no news."""
        return [look for look in self.looks if look.began_s < self.quiet_s]

    @property
    def refused(self) -> int:
        """How many looks failed."""
        return sum(look.failed for look in self.looks)

    @property
    def news_s(self) -> list[float]:
        """After how many seconds each player had the notice that has it, the first one first."""
        return sorted(look.ended_s - self.signed_s for look in self.looks if look.has_news)


def measure(work: Path, server: Nginx, count: int) -> Measured:
    """Let so many players poll one server, and sign a notice.

    Raises:
        TypeError: the first pack was not taken.
    """
    repository = SignedRepository(server.root / "centre", clock.now())
    repository.publish(1)
    url = f"{server.url}centre/repo"
    first = Home(work / "first")
    agent = Agent(Setting(first, "huu-nghi", PACK, repository.root), HttpOrigin(url))
    if not isinstance(agent.cycle(HttpOrigin(url), no_progress).outcome, Activated):
        raise TypeError("the first pack was not taken")
    homes = list(homes_of(work, first, count))
    ends = [_started(homes[part::PROCESSES], repository.root, url) for part in range(PROCESSES)]
    for end in ends:
        end.recv()
    start_s, used_s = clock.monotonic() + SOON_S, processor_s(server.pid)
    for end in ends:
        end.send(start_s)
    quiet_s = start_s + IDLE_ROUNDS * POLL_S
    time.sleep(max(0.0, quiet_s - clock.monotonic()))
    share = (processor_s(server.pid) - used_s) / (IDLE_ROUNDS * POLL_S)
    held_mb, signed_s = resident_mb(server.pid), clock.monotonic()
    repository.now = clock.now()
    repository.notify(book(notice_document("paused")), 1, 2)
    looks = [look for end in ends for look in end.recv()]
    for process in multiprocessing.active_children():
        process.join()
    return Measured(count, looks, quiet_s, signed_s, share, held_mb)


def _started(homes: Sequence[Home], anchor: Path, url: str) -> Connection:
    ours, theirs = multiprocessing.Pipe()
    words = (homes, anchor, url, theirs)
    multiprocessing.Process(target=play, args=words, daemon=True).start()
    return ours


def claims(folder: Path, count: int = PLAYERS) -> Iterator[Claim]:
    """Let a fleet poll one server, and claim what must hold of that.

    Args:
        folder: not there yet.
        count: of players.
    """
    folder.mkdir()
    try:
        _allow_descriptors(2 * count + SPARE)
        with serving(folder, connections=count + SPARE) as server:
            found = measure(folder, server, count)
    except (OSError, ValueError) as e:
        yield Claim(f"one small server serves {count} players", f"not measured: {e}", holds=False)
    else:
        yield from judged(found)


def judged(found: Measured) -> Iterator[Claim]:
    """Claim what must hold of a fleet."""
    count = found.players
    made, seconds = len(found.idle), IDLE_ROUNDS * POLL_S
    figure = f"{made} of {found.due} looks that were due in {seconds:.0f} s were made"
    kept_pace = made >= PACE * found.due
    yield Claim(f"{count} players poll every {POLL_S} s", figure, kept_pace)
    _, *cuts = quantiles([look.seconds for look in found.idle], n=100)
    figure = (
        f"{found.refused} of {len(found.looks)} looks failed; request and answer in vain: p50 "
        f"{1000 * cuts[48]:.1f} ms, p99 {1000 * cuts[97]:.1f} ms"
    )
    yield Claim("none of them is refused", figure, not found.refused)
    figure = f"{found.server_share:.1%} of a core, {found.server_mb:.0f} MB"
    is_small = found.server_share <= MOST_SHARE and found.server_mb <= MOST_MB
    yield Claim("their server is a small one", figure, kept_pace and is_small)
    had = found.news_s
    half, last = (had[len(had) // 2], had[-1]) if had else (0.0, 0.0)
    figure = f"{len(had)} have it, half after {half:.1f} s, the last after {last:.1f} s"
    yield Claim("a notice reaches all of them", figure, len(had) == count)


def _allow_descriptors(needed: int) -> None:
    """Let this process and its children hold so many.

    Raises:
        ValueError, OSError: they may not.
    """
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(needed, soft), max(needed, most)))


def main() -> int:
    """Measure once."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PLAYERS
    holds = True
    with tempfile.TemporaryDirectory(prefix="gate-player-fleet-") as folder:
        for claim in claims(Path(folder) / "fleet", count):
            print(claim, flush=True)
            holds = holds and claim.holds
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())

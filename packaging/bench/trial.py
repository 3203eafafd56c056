"""One reading of one program: started on the display, watched, ended."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bench.contestant import Contestant, running
from bench.framebuffer import Framebuffer
from bench.motion import Motion, motion, read_rows
from bench.processes import Tree, busy_s, cpu_s_of
from bench.quiet import Patience
from bench.watching import SAME_SHARE, share_changed, watch_motion, watch_start
from player import clock

SETTLE_S: Final = 3.0
CAROUSEL_S: Final = 32.0
SCREENING_S: Final = 20.0
LOOK_EVERY_S: Final = 2.0
LEAST_CHANGES: Final = 2
ROW: Final = 500
"""A row through the middle of the clip."""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the command to content: first seen at all, and complete."""

    visible_s: float
    complete_s: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What a stretch of time showed.

    Attributes:
        pss_bytes: memory of the program, the most seen.
        changes: how often the picture above the ticker changed.
        ticker: how that moved.
    """

    pss_bytes: int
    changes: int
    ticker: Motion


@dataclass(frozen=True, slots=True)
class Usage:
    """What a stretch of time cost, and what it gave.

    Attributes:
        cores: processor time as a share of one core, of the program.
        server_cores: the same, of the display's server, which copies what is drawn.
        strangers: the same, of everything else on the machine but the bench itself.
        processes: how many the program has.
        seen: what came of it.
    """

    cores: float
    server_cores: float
    strangers: float
    processes: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Room:
    """Where readings are taken: a display, and how long to wait for quiet."""

    screen: Framebuffer
    patience: Patience


def measure_start(contestant: Contestant, room: Room) -> Start:
    """Start a program, wait for its first page, end it."""
    room.patience.wait()
    begin_s = clock.monotonic()
    with running(contestant, room.screen.display) as (_, process):
        found = watch_start(room.screen, lambda: process.poll() is None)
        return Start(found.visible_s - begin_s, found.complete_s - begin_s)


def measure_carousel(contestant: Contestant, room: Room) -> Usage:
    """Let a program change pages for half a minute.

    Raises:
        RuntimeError: it stood still.
    """
    room.patience.wait()
    with running(contestant, room.screen.display) as (tree, process):
        watch_start(room.screen, lambda: process.poll() is None)
        time.sleep(SETTLE_S)
        usage = _measure(tree, room.screen, CAROUSEL_S, _watch_pages)
    if usage.seen.changes < LEAST_CHANGES:
        raise RuntimeError(f"{contestant.name} changed pages {usage.seen.changes} times only")
    return usage


def measure_screening(contestant: Contestant, room: Room, wait: Callable[[], None]) -> Usage:
    """Let a program play a clip.

    Args:
        contestant: shows nothing else.
        room: where.
        wait: called when the clip is on; returns when it goes on long enough.
    """
    room.patience.wait()
    with running(contestant, room.screen.display) as (tree, process):
        watch_motion(room.screen, lambda: process.poll() is None)
        wait()
        time.sleep(SETTLE_S)
        return _measure(tree, room.screen, SCREENING_S, _watch_frames)


def _measure(
    tree: Tree,
    screen: Framebuffer,
    lasts_s: float,
    watch: Callable[[Tree, Framebuffer, float], Seen],
) -> Usage:
    before = _clocks(tree, screen)
    seen = watch(tree, screen, lasts_s)
    after = _clocks(tree, screen)
    took_s, program, server, bench, machine = (b - a for a, b in zip(before, after, strict=True))
    return Usage(
        program / took_s,
        server / took_s,
        max(0.0, machine - program - server - bench) / took_s,
        len(tree.pids()),
        seen,
    )


def _clocks(tree: Tree, screen: Framebuffer) -> tuple[float, ...]:
    """Return the time, and processor seconds of program, server, bench and whole machine."""
    return (
        clock.monotonic(),
        tree.cpu_s(),
        cpu_s_of(screen.server),
        cpu_s_of(os.getpid()),
        busy_s(),
    )


def _watch_pages(tree: Tree, screen: Framebuffer, lasts_s: float) -> Seen:
    """Count pages and look at memory now and then, at the ticker all the while."""
    due_s = clock.monotonic()
    page, changes, most = screen.sample(), 0, 0
    steps = []
    for (step,) in read_rows(screen, (_ticker_row(screen),), lasts_s):
        steps.append(step)
        if step.at_s < due_s:
            continue
        due_s += LOOK_EVERY_S
        now = screen.sample()
        changes += share_changed(page, now) > SAME_SHARE
        page, most = now, max(most, tree.pss_bytes())
    return Seen(most, changes, motion(steps))


def _watch_frames(tree: Tree, screen: Framebuffer, lasts_s: float) -> Seen:
    """Count frames and look at the ticker; at memory before and after: that would miss frames."""
    before = tree.pss_bytes()
    rows = (ROW, _ticker_row(screen))
    frames, steps = zip(*read_rows(screen, rows, lasts_s), strict=True)
    most = max(before, tree.pss_bytes())
    return Seen(most, sum(frame.is_new for frame in frames), motion(steps))


def _ticker_row(screen: Framebuffer) -> int:
    """Return a row through the letters that run along the foot."""
    return screen.layout.height - screen.foot // 2

"""How evenly something moves, told from readings of a row of its pixels.

A reading says whether the row differs from the reading before; a program is not asked. So a
picture that was painted and never reached the display is none, and one held too long is seen.
"""

import math
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bench.watching import Pixels
from player import clock

LOOK_EVERY_S: Final = 0.002
BLIND_S: Final = 0.004
"""A meter that did not look for longer than this, because the machine was busy or memory was being
added up, cannot say when the row changed meanwhile."""

NINETY_NINE: Final = 0.99


@dataclass(frozen=True, slots=True)
class Reading:
    """When a row was read, in seconds, and whether it was another than the time before."""

    at_s: float
    is_new: bool


@dataclass(frozen=True, slots=True)
class Motion:
    """How something moved.

    Attributes:
        intervals_s: between one picture and the next, each known to one reading.
        readings_s: between one reading and the next: how fine the meter is.
        untold: how many intervals there were besides, during which the meter was blind.
    """

    intervals_s: tuple[float, ...]
    readings_s: tuple[float, ...]
    untold: int

    @property
    def untold_share(self) -> float:
        """Of all intervals, 0 to 1."""
        return self.untold / max(1, self.untold + len(self.intervals_s))


def p99(values: Sequence[float]) -> float:
    """Return the least of ``values``, at least one, that 99 % of them do not exceed."""
    return sorted(values)[math.ceil(NINETY_NINE * len(values)) - 1]


def motion(readings: Sequence[Reading]) -> Motion:
    """Return how what was read moved.

    Args:
        readings: in order of time.
    """
    intervals: list[float] = []
    gaps: list[float] = []
    untold, last_s, is_blind = 0, None, False
    for before, now in pairwise(readings):
        gaps.append(now.at_s - before.at_s)
        is_blind = is_blind or gaps[-1] > BLIND_S
        if not now.is_new:
            continue
        if last_s is not None and not is_blind:
            intervals.append(now.at_s - last_s)
        untold += last_s is not None and is_blind
        # When this picture came is as unsure as the reading before it is old.
        last_s, is_blind = now.at_s, gaps[-1] > BLIND_S
    return Motion(tuple(intervals), tuple(gaps), untold)


def read_rows(pixels: Pixels, rows: Sequence[int], lasts_s: float) -> Iterator[tuple[Reading, ...]]:
    """Read rows of a display five hundred times in a second.

    A row is copied in a microsecond, so one half drawn is not taken for one more. Whatever is
    done between two readings makes the meter blind meanwhile, and it says so.

    Args:
        pixels: the display.
        rows: which.
        lasts_s: how long.

    Yields:
        A reading for each row.
    """
    end_s = clock.monotonic() + lasts_s
    before = [pixels.row(y) for y in rows]
    with _attention():
        while (at_s := clock.monotonic()) < end_s:
            now = [pixels.row(y) for y in rows]
            yield tuple(Reading(at_s, new != old) for new, old in zip(now, before, strict=True))
            before = now
            time.sleep(LOOK_EVERY_S)


@contextmanager
def _attention() -> Iterator[None]:
    """Be woken in time however busy the machine is; that takes root, else the meter is blunter.

    A reading takes some microseconds, so the programs watched lose nothing by it.
    """
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(1))
    try:
        yield
    finally:
        with suppress(PermissionError):
            os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))

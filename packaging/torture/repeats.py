"""A hundred mishaps of the video worker, one after another, and what they leave behind."""

import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.video.client import FrameReady
from player.video.phases import Deadlines
from player.video.protocol import Ended, Failed
from tests.fakes.watched_worker import SMALL, Watcher
from torture.flat import Growth, Sample, fit
from torture.held import children, descriptors, held_bytes

HASTE: Final = Deadlines(frame_s=0.4, stop_s=0.4)
SETTLED: Final = 8
"""Mishaps before the first count: libraries are loaded, the ring has been written to."""


@dataclass(frozen=True, slots=True)
class Left:
    """What the mishaps left behind, in the process that stands for show.

    Attributes:
        mishaps: how many, by what they were.
        workers: started.
        dead: workers nobody has asked after.
        descriptors: more than before.
        held_bytes: the same.
    """

    mishaps: Mapping[str, int]
    workers: int
    dead: int
    descriptors: int
    held_bytes: int


def repeat(times: int, whole: Path, spoilt: Path) -> Left:
    """Let ``times`` mishaps happen to one client.

    Args:
        times: more than ``SETTLED``.
        whole: a clip of more than a second.
        spoilt: a file that cannot be played.

    Raises:
        AssertionError: a mishap did not end as it must.
    """
    watcher = Watcher(HASTE)
    ways: Mapping[str, Callable[[], None]] = {
        "killed": lambda: _struck(watcher, whole, signal.SIGKILL),
        "stopped": lambda: _struck(watcher, whole, signal.SIGSTOP),
        "spoilt": lambda: _ended(watcher, spoilt, Failed),
        "broken off": lambda: _broken_off(watcher, whole),
    }
    names, counts = tuple(ways), dict.fromkeys(ways, 0)
    before = (0, 0)
    for number in range(times):
        if number == SETTLED:
            before = descriptors(), held_bytes()
        name = names[number % len(names)]
        ways[name]()
        counts[name] += 1
    watcher.client.retire()
    watcher.client.prepare()
    left = Left(
        counts,
        len(watcher.pids),
        len(set(children(os.getpid())) & set(watcher.pids[:-1])),
        descriptors() - before[0],
        held_bytes() - before[1],
    )
    watcher.client.close()
    return left


def wear(times: int, whole: Path, spoilt: Path) -> Growth:
    """Let one worker begin and break off ``times`` clips, and refuse as many files.

    Returns:
        What it holds more from clip to clip, after the first fifth of them.
    """
    watcher, samples = Watcher(), []
    for number in range(times):
        _ended(watcher, spoilt, Failed)
        _broken_off(watcher, whole)
        (pid,) = watcher.pids
        samples.append(Sample(number, held_bytes(pid), descriptors(pid), 0))
    watcher.client.close()
    return fit(samples[times // 5 :])


def _struck(watcher: Watcher, clip: Path, blow: signal.Signals) -> None:
    watcher.on_frame = lambda: os.kill(watcher.pids[-1], blow)
    _ended(watcher, clip, Failed)
    watcher.on_frame = None


def _ended(watcher: Watcher, clip: Path, how: type[Ended | Failed]) -> None:
    event = watcher.play(clip)
    if not isinstance(event, how):
        raise AssertionError(f"{clip.name}: {event}")  # noqa: TRY004  (a claim that failed)


def _broken_off(watcher: Watcher, clip: Path) -> None:
    number = watcher.client.play(clip, SMALL)
    watcher.wait(lambda event: isinstance(event, FrameReady) and event.clip == number)
    watcher.client.stop()
    watcher.rest()

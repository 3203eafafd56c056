"""Whether anything grows while scenes change: the stage, driven by a clock that runs ahead.

Every slot is over the moment its page is painted, so ten thousand changes, a week of play, take
minutes. Nobody looks at the window; clips stand still (``torture.repeats`` is about those).
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path
from statistics import median_low
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player import clock
from player.clock import ClockTrust
from player.schedule.programme import Programme
from player.shell.application import Application, Setup
from player.shell.performance import Performance
from player.stage.repertoire import Repertoire
from torture.held import descriptors, held_bytes

WINDOW: Final = (240, 135)
PATIENCE_MS: Final = 20_000
SAMPLES: Final = 40
WARM_UP: Final = 0.2
"""Share of the changes before the first sample: caches fill."""

CLEAR: Final = 3.0
"""A line is seen when it rises by more than so many standard deviations of what lies about it.

Memory goes up and down by some 0.1 MB as pages are freed late.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is held after so many changes.

    Attributes:
        change: how many there have been.
        held_bytes: memory, now.
        descriptors, objects: the most at any change since the sample before: pages differ in how
            many they hold, and which of them is on at a sample is chance.
    """

    change: int
    held_bytes: int
    descriptors: int
    objects: int


@dataclass(frozen=True, slots=True)
class Growth:
    """A line through samples of memory, and what else was counted at its ends.

    Attributes:
        slope: bytes per change.
        rise: of the line between first and last sample, bytes.
        noise: standard deviation of the samples about the line, bytes.
        descriptors, objects: more of them in the middle of the later half than of the earlier.
    """

    slope: float
    rise: float
    noise: float
    descriptors: int
    objects: int

    @property
    def is_seen(self) -> bool:
        """Whether anything grew."""
        return self.rise > CLEAR * self.noise or self.descriptors > 0 or self.objects > 0

    def __str__(self) -> str:
        """Return the figures in words."""
        return (
            f"{self.slope:+.1f} bytes a change (a rise of {self.rise / 1024:.0f} kB amid "
            f"{self.noise / 1024:.0f} kB of noise), {self.descriptors:+d} descriptors, "
            f"{self.objects:+d} objects"
        )


def fit(samples: Sequence[Sample]) -> Growth:
    """Fit a line through samples, at least two, of different changes."""
    count = len(samples)
    middle_x = sum(each.change for each in samples) / count
    middle_y = sum(each.held_bytes for each in samples) / count
    spread = sum((each.change - middle_x) ** 2 for each in samples)
    slope = sum((s.change - middle_x) * (s.held_bytes - middle_y) for s in samples) / spread
    rest = sum((s.held_bytes - middle_y - slope * (s.change - middle_x)) ** 2 for s in samples)
    earlier, later = samples[: count // 2], samples[count // 2 :]
    return Growth(
        slope,
        slope * (samples[-1].change - samples[0].change),
        sqrt(rest / count),
        median_low(s.descriptors for s in later) - median_low(s.descriptors for s in earlier),
        median_low(s.objects for s in later) - median_low(s.objects for s in earlier),
    )


class Runner(QObject):
    """Plays a pack as fast as its pages are painted."""

    def __init__(self, application: Application, repertoire: Repertoire) -> None:
        """Begin with the slot of now.

        Args:
            application: opened, with clips that stand still.
            repertoire: has more than one item.
        """
        super().__init__()
        self._application = application
        self._programme = Programme(
            repertoire.composer.pack.content, repertoire.profile, ClockTrust.TRUSTED
        )
        self._now = clock.now()
        self._loop = QEventLoop()
        self._painted = 0
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._loop.quit)
        self.performance = Performance(
            application.stage,
            application.clips,
            lambda: self._now,
            lambda _: ClockTrust.TRUSTED,
        )
        application.stage.painted.connect(self._note)
        self.performance.take(repertoire)
        self._wait()

    @property
    def now(self) -> datetime:
        """What the player believes the time is."""
        return self._now

    def run(self, changes: int) -> list[Sample]:
        """Change the scene so often; return samples of the changes after the first fifth.

        Raises:
            RuntimeError: a page was not painted.
        """
        every = max(1, round(changes * (1 - WARM_UP) / SAMPLES))
        samples = []
        most_descriptors = most_objects = 0
        for change in range(1, changes + 1):
            self._now = self._programme.slot_at(self._now).end.astimezone(UTC)
            self.performance.tick()
            self._wait()
            most_descriptors = max(most_descriptors, descriptors())
            most_objects = max(most_objects, self._objects())
            if change % every == 0:
                if change > changes * WARM_UP:
                    gc.collect()
                    samples.append(Sample(change, held_bytes(), most_descriptors, most_objects))
                most_descriptors = most_objects = 0
        return samples

    def _note(self, _scene: object) -> None:
        self._painted += 1
        self._loop.quit()

    def _wait(self) -> None:
        before = self._painted
        self._limit.start(PATIENCE_MS)
        self._loop.exec()
        self._limit.stop()
        if self._painted == before:
            raise RuntimeError("a page was not painted")

    def _objects(self) -> int:
        window = self._application.window
        items = items_below(window.contentItem()) if isinstance(window, QQuickWindow) else 0
        return items + len(self.performance.findChildren(QObject))


def items_below(item: QQuickItem) -> int:
    """Return how many items stand at and below ``item``."""
    return 1 + sum(items_below(child) for child in item.childItems())


def setup(state: Path) -> Setup:
    """Return how an application for a ``Runner`` is made."""
    return Setup(state=state, windowed=True, exact_size=WINDOW, fade_ms=0, plays_clips=False)

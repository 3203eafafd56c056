"""Whether memory grows while scenes change, by a line through it and how sure that line is.

The stage, the clock that runs ahead and the line are those of the torture; added here is how far
the line may be off. Run as a program it measures one home and prints what it found as JSON.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from statistics import pvariance
from typing import Final

from torture.flat import Growth, Runner, Sample, fit, setup
from torture.playing import on_screen, screen

from player.shell.application import Application
from player.store.layout import Home

SURE: Final = 2.0
"""Standard errors on either side of a line, between which the true one lies 19 times of 20."""


@dataclass(frozen=True, slots=True)
class Rise:
    """What more is held at the end than at the beginning.

    Attributes:
        least, fitted, most: of memory, by a line and its 95 % bounds, bytes.
        descriptors, objects: counted.
    """

    least: float
    fitted: float
    most: float
    descriptors: int
    objects: int


def rise(samples: Sequence[Sample], growth: Growth) -> Rise:
    """Return how far memory rose.

    Args:
        samples: at least three, of different changes.
        growth: the line through them.
    """
    count, changes = len(samples), [sample.change for sample in samples]
    error = growth.noise / sqrt(pvariance(changes) * (count - 2)) * (changes[-1] - changes[0])
    return Rise(
        growth.rise - SURE * error,
        growth.rise,
        growth.rise + SURE * error,
        growth.descriptors,
        growth.objects,
    )


def _measure(home: Path, state: Path, changes: int) -> Rise:
    application = Application(screen(), setup(state))
    application.open()
    samples = Runner(application, on_screen(Home(home))).run(changes)
    application.close()
    return rise(samples, fit(samples))


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))))

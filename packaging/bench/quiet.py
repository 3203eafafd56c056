"""Waiting for the rest of the machine to be quiet, within reason."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bench.processes import busy_s
from player import clock

QUIET_CORES: Final = 0.1
LOOK_S: Final = 1.0


@dataclass(slots=True)
class Patience:
    """How long readings may still wait for a quiet machine, all together.

    Attributes:
        left_s: what is left of it, seconds.
        busy: processor seconds so far of the whole machine.
        now: seconds of a clock that never steps.
        sleep: takes seconds.
    """

    left_s: float
    busy: Callable[[], float] = busy_s
    now: Callable[[], float] = clock.monotonic
    sleep: Callable[[float], None] = time.sleep

    def wait(self) -> None:
        """Return once the machine was quiet for a second, or when patience is at its end."""
        while self.left_s > 0:
            begin_s, begin_busy_s = self.now(), self.busy()
            self.sleep(LOOK_S)
            took_s = self.now() - begin_s
            self.left_s -= took_s
            if (self.busy() - begin_busy_s) / took_s < QUIET_CORES:
                # A quiet machine costs no patience.
                self.left_s += took_s
                return

"""How long no PIN is taken after errors: pure.

While the player runs, a lockout is measured by the clock that never steps. Only what remains of it
after a restart is asked of the wall clock, and that may make it longer but not shorter: a clock
that was set back, or that nobody believes now or did not then, begins the delay anew. Nobody waits
longer than that delay.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from player.clock import ClockTrust
from player.store.attempts import MOST, Attempts

ERRORS: Final = 5
"""The error that locks for the first time."""

FIRST_S: Final = 30.0
LONGEST_S: Final = 900.0


def delay_s(wrong: int) -> float:
    """Return how long the error number ``wrong`` locks, seconds: doubled each time."""
    if wrong < ERRORS:
        return 0.0
    # Beyond the longest no power of two is needed, and of a thousand there is no float.
    return min(FIRST_S * 2.0 ** min(wrong - ERRORS, 10), LONGEST_S)


@dataclass(frozen=True, slots=True)
class Lockout:
    """Errors so far, and until when no PIN is taken.

    Attributes:
        attempts: to be remembered.
        until_s: by the clock that never steps.
    """

    attempts: Attempts = field(default_factory=Attempts)
    until_s: float = 0.0

    def remaining_s(self, seconds: float) -> float:
        """Return for how long no PIN is taken yet; 0: one is.

        Args:
            seconds: of the clock that never steps.
        """
        return max(0.0, self.until_s - seconds)


def resumed(attempts: Attempts, now: datetime, trust: ClockTrust, seconds: float) -> Lockout:
    """Return the lockout in which the player starts again.

    Args:
        attempts: remembered.
        now: aware.
        trust: whether ``now`` is believed.
        seconds: of the clock that never steps.
    """
    remaining = delay_s(attempts.wrong)
    if trust is ClockTrust.TRUSTED and attempts.failed_at is not None:
        passed = (now - attempts.failed_at).total_seconds()
        if passed > 0:
            remaining = max(0.0, remaining - passed)
    return Lockout(attempts, seconds + remaining)


def failed(lockout: Lockout, now: datetime, trust: ClockTrust, seconds: float) -> Lockout:
    """Return the lockout after one more error; the arguments are those of ``resumed``."""
    wrong = min(lockout.attempts.wrong + 1, MOST)
    believed = now if trust is ClockTrust.TRUSTED else None
    return Lockout(Attempts(wrong=wrong, failed_at=believed), seconds + delay_s(wrong))

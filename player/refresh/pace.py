"""When the agent asks, and how fast it takes: back-off, download hours, a cap on the bandwidth."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from typing import Final, Self

FIRST_S: Final = 30.0
LONGEST_S: Final = 900.0
SHARE: Final = 0.2


def jittered(seconds: float, chance: float, share: float = SHARE) -> float:
    """Return ``seconds`` more or less ``share`` of it.

    Thousands of screens that lost the same server must not come back in the same second.

    Args:
        seconds: not negative.
        chance: 0 to 1, at random.
        share: 0 to 1.
    """
    return seconds * (1 + share * (2 * chance - 1))


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after so many failures in a row: doubling, up to a quarter of an hour."""

    failures: int = 0

    def failed(self) -> Self:
        """Return it after one more failure."""
        return type(self)(min(self.failures + 1, 30))

    def delay_s(self, chance: float) -> float:
        """Return the seconds to wait; 0 without a failure."""
        if not self.failures:
            return 0.0
        return jittered(min(LONGEST_S, FIRST_S * 2.0 ** (self.failures - 1)), chance)


@dataclass(frozen=True, slots=True)
class DownloadHours:
    """Hours of the local day in which large files may be fetched.

    Attributes:
        windows: beginning and end, half-open; may cross midnight; none: at any time.
        zone: of the place the screen hangs at.
    """

    windows: tuple[tuple[time, time], ...]
    zone: tzinfo

    @classmethod
    def parse(cls, texts: tuple[str, ...], zone: tzinfo) -> Self:
        """Return the hours that ``texts``, each like ``22:00-05:00``, name.

        Raises:
            ValueError: one of them names none.
        """
        return cls(tuple(_window(text) for text in texts), zone)

    def are_open(self, instant: datetime) -> bool:
        """Whether large files may be fetched at ``instant``, aware."""
        now = instant.astimezone(self.zone).time()
        return not self.windows or any(_holds(begin, end, now) for begin, end in self.windows)


def _window(text: str) -> tuple[time, time]:
    begin, end = (time.fromisoformat(part.strip()) for part in text.split("-", 1))
    if begin.tzinfo or end.tzinfo:
        raise ValueError(f"{text}: the hours are those of the place, without a zone")
    return begin, end


def _holds(begin: time, end: time, now: time) -> bool:
    return begin <= now < end if begin < end else now >= begin or now < end


class TokenBucket:
    """Shares so many bytes a second among the threads that ask.

    Args:
        rate_bytes_per_s: 0: as many as come.
        monotonic: seconds of a clock that never steps.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        rate_bytes_per_s: float,
        monotonic: Callable[[], float],
        sleep: Callable[[float], object],
    ) -> None:
        self._rate = rate_bytes_per_s
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = threading.Lock()
        self._free_at = monotonic()

    def take(self, count: int) -> None:
        """Wait until ``count`` more bytes may have come."""
        if self._rate <= 0:
            return
        with self._lock:
            # Half a second may be saved up, so that a short wait elsewhere costs nothing.
            now = self._monotonic()
            self._free_at = max(self._free_at, now - 0.5) + count / self._rate
            wait = self._free_at - now
        if wait > 0:
            self._sleep(wait)

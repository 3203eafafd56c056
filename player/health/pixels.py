"""What the pixels prove: pure judgements of a few thousand points of the window, every ten seconds.

Only what must have changed is compared. A poster that stands, a page that a traveller reads, a clip
of a still landscape are well; two items that look alike to the last point, a tape of text that runs
and stays where it is, frames that differ while the picture does not are not. Each must be seen
twice in a row: a picture may happen to be black, and a tape may come back to the very same place.
What looks wrong once is looked at again soon.
"""

from dataclasses import dataclass
from typing import Final

from player.health.watch import Fault

TIMES: Final = 2
DARK: Final = 12
"""Red, green and blue up to this are black, of 0 to 255; the darkest ground of a page is 15."""

CHANGED: Final = 24
COLOURS: Final = 3
"""Values of red, green and blue: no more than these are one colour."""

SHARE: Final = 20
"""A frame is another one when every twentieth value changed by so much."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Points of the window at an instant; a byte for each colour of each point.

    Attributes:
        grid: of all of it.
        strip: of the ticker; empty: none runs.
        film: of the place where a clip plays; empty: none does.
        frame: of the newest frame of that clip, as it came from the worker.
        page: the item on stage, and nothing above it; empty: not known, or covered.
        is_dark: whether it is to be black.
    """

    grid: bytes
    strip: bytes = b""
    film: bytes = b""
    frame: bytes = b""
    page: str = ""
    is_dark: bool = False


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What was seen last, and how often in a row each thing was wrong."""

    last: Sight | None = None
    black: int = 0
    pages: int = 0
    strip: int = 0
    film: int = 0

    @property
    def faults(self) -> frozenset[Fault]:
        """What has been seen too often."""
        counts = {
            Fault.BLACK: self.black,
            Fault.PICTURE_STILL: self.pages,
            Fault.TICKER_STILL: self.strip,
            Fault.CLIP_STILL: self.film,
        }
        return frozenset(fault for fault, count in counts.items() if count >= TIMES)

    @property
    def is_urgent(self) -> bool:
        """Whether another look soon would tell more; of pages, only the next one does."""
        return max(self.black, self.strip, self.film) > 0


def seen(before: Suspicion, sight: Sight) -> Suspicion:
    """Return what is suspected after another look."""
    last = before.last
    black = before.black + 1 if is_black(sight.grid) and not sight.is_dark else 0
    if last is None or len(last.grid) != len(sight.grid):
        return Suspicion(sight, black)
    return Suspicion(
        sight,
        black,
        _pages(before.pages, last, sight),
        before.strip + 1 if _stands(last.strip, sight.strip) else 0,
        before.film + 1 if _is_stale(last, sight) else 0,
    )


def is_black(points: bytes) -> bool:
    """Whether nothing is to be seen in them."""
    return bool(points) and max(points) <= DARK


def differ(some: bytes, others: bytes) -> bool:
    """Whether two frames are clearly not the same."""
    changed = sum(abs(a - b) >= CHANGED for a, b in zip(some, others, strict=False))
    return changed * SHARE > max(len(some), len(others))


def _pages(count: int, last: Sight, sight: Sight) -> int:
    if last.grid != sight.grid or sight.is_dark:
        return 0
    is_another = bool(last.page and sight.page) and last.page != sight.page
    return count + 1 if is_another else count  # else nothing was to change


def _stands(before: bytes, after: bytes) -> bool:
    # A strip of one colour is the gap between two rounds of the tape.
    return before == after and len(set(after)) > COLOURS


def _is_stale(last: Sight, sight: Sight) -> bool:
    is_same = bool(sight.film) and last.film == sight.film
    return is_same and bool(last.frame) and differ(last.frame, sight.frame)

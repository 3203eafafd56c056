"""One local day on screen: its segments and their loops, one after the other from midnight.

A loop goes on where the one before it stopped: with the next language, and with the essential
item that has been absent longest. So the loops of a day are made in order, each once. What was
played yesterday never matters: the last loop of a day ends where every day begins, after the
last language and soon after all essential items.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from player.schedule.cast import Cast
from player.schedule.loop import Loop, LoopSlot
from player.schedule.timetable import Segment

CLOSING_MS: Final = 20 * 60_000
"""The end of a day, in which its loops are brought to where every day begins."""


class Day:
    """A compiled day."""

    def __init__(self, segments: Sequence[Segment], cast: Cast) -> None:
        """Open a day.

        Args:
            segments: of the whole day, in order.
            cast: who plays in them.
        """
        self._segments = _closed(segments)
        self._cast = cast
        self._loops: list[Loop] = []
        self._languages = cast.languages
        # Ids of essential items, the longest absent first.
        self._waiting = dict.fromkeys(cast.essential)

    def segment_at(self, ms: int) -> Segment:
        """Return the segment that contains the instant ``ms`` of this day."""
        return self._segments[self._index_at(ms)]

    def slot_at(self, ms: int) -> tuple[int, LoopSlot]:
        """Return when the loop on screen at ``ms`` began, and its slot on screen then."""
        index = self._index_at(ms)
        while len(self._loops) <= index:
            if self._loops:
                self._hand_over(self._loops[-1])
            self._loops.append(self._next_loop())
        begun = self._segments[index].start
        return begun, self._loops[index].slot_at(ms - begun)

    def _index_at(self, ms: int) -> int:
        return bisect_right(self._segments, ms, key=lambda segment: segment.start) - 1

    def _next_loop(self) -> Loop:
        number = len(self._loops)
        is_closing = number == len(self._segments) - 1
        segment = self._segments[number]
        return self._cast.loop(segment, self._languages, self._waiting, is_closing=is_closing)

    def _hand_over(self, loop: Loop) -> None:
        shown = loop.finish()
        first = len(shown) % len(self._languages)
        self._languages = self._languages[first:] + self._languages[:first]
        for item in shown:
            if item in self._waiting:
                del self._waiting[item]
                self._waiting[item] = None


def _closed(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Return ``segments`` with the end of the day as one of its own."""
    *others, last = segments
    closing = last.end - CLOSING_MS
    if closing <= last.start:
        return segments
    before, after = (last.start, closing), (closing, last.end)
    return [*others, *(Segment(*times, last.winners) for times in (before, after))]

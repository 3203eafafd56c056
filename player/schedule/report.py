"""What a stretch of programme gives its viewers: who waits how long for what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from player.pack.instants import to_ms
from player.schedule.slot import Slot


@dataclass(frozen=True, slots=True)
class Absences:
    """Longest stretches without something, and total time with it, in seconds.

    A stretch is counted from the beginning of the report to the first showing, between
    showings, and from the last one to the end.

    Attributes:
        languages, items: tag or id -> longest absence.
        shown_languages: tag -> time in which a text of that very language was shown.
    """

    languages: Mapping[str, float]
    items: Mapping[str, float]
    shown_languages: Mapping[str, float]


def absences(slots: Sequence[Slot], languages: Iterable[str], items: Iterable[str]) -> Absences:
    """Measure ``slots`` (in order, without gap) for the ``languages`` and ``items`` expected."""
    shown_ms: dict[str, int] = defaultdict(int)
    for slot in slots:
        shown_ms[slot.shown_in] += to_ms(slot.end) - to_ms(slot.start)
    return Absences(
        languages=_longest(slots, languages, attrgetter("language")),
        items=_longest(slots, items, attrgetter("item")),
        shown_languages={tag: ms / 1000 for tag, ms in sorted(shown_ms.items())},
    )


def _longest(
    slots: Sequence[Slot], expected: Iterable[str], name_of: Callable[[Slot], str]
) -> dict[str, float]:
    """Return name -> longest stretch without it, for the ``expected`` names."""
    longest_ms = dict.fromkeys(expected, 0)
    begin_ms, end_ms = (to_ms(slots[0].start), to_ms(slots[-1].end)) if slots else (0, 0)
    gone_since = dict.fromkeys(longest_ms, begin_ms)
    for slot in slots:
        name = name_of(slot)
        if name in longest_ms:
            longest_ms[name] = max(longest_ms[name], to_ms(slot.start) - gone_since[name])
            gone_since[name] = to_ms(slot.end)
    return {
        name: max(absent_ms, end_ms - gone_since[name]) / 1000
        for name, absent_ms in longest_ms.items()
    }
